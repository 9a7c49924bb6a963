// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.decision;

import java.util.List;
import java.util.Optional;

/// The marks where a row meets a column: none, one, or a condition beside the mark it lifts.
public record Cell(List<Mark> marks) {

    public static final Cell BLANK = new Cell(List.of());

    public Cell {
        marks = List.copyOf(marks);
        if (contradicts(marks)) {
            throw new IllegalArgumentException("the marks contradict each other: " + marks);
        }
    }

    /// Two plain marks that differ, two conditions, or a condition beside a plain yes.
    public static boolean contradicts(List<Mark> marks) {
        var plain = marks.stream().filter(mark -> !mark.isConditional()).toList();
        boolean yes = plain.stream().anyMatch(mark -> mark.answer() == Answer.ALLOWED);
        return plain.size() > 1 || marks.size() - plain.size() > 1 || (yes && marks.size() > 1);
    }

    /// The one mark that rules: a condition, lifting the plain mark beside it if there is one.
    Optional<Mark> ruling() {
        if (marks.size() < 2) {
            return marks.stream().findFirst();
        }
        var lifted = marks.stream().filter(Mark::isConditional).findFirst().orElseThrow();
        var plain = marks.stream().filter(mark -> !mark.isConditional()).findFirst().orElseThrow();
        return Optional.of(lifted.otherwise(plain.answer()));
    }
}
