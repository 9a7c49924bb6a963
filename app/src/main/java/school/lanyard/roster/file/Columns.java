// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the columns of a spreadsheet hold.
///
/// @param headed whether its first row names them
/// @param fields by place; nothing for a column that is not read
/// @param everyone what all of its people are, where no column says so; empty otherwise
public record Columns(boolean headed, List<Optional<Field>> fields, String everyone) {

    private static final int SHOWN = 4;

    /// A guess, and the rows it was guessed from, for a person to correct.
    ///
    /// @param rows the first of them, headings included
    public record Guess(Columns columns, List<List<String>> rows) {

        @Override
        public String toString() {
            return "Guess[" + columns + "]";
        }
    }

    public Columns {
        fields = List.copyOf(fields);
    }

    /// What a file's columns most likely are.
    public static Guess guess(byte[] file) {
        var rows = new Table("", file).first(SHOWN);
        if (rows.isEmpty()) {
            throw new Unreadable("It is empty.");
        }
        var found = new ArrayList<Optional<Field>>();
        var taken = new HashSet<Field>();
        for (var heading : rows.getFirst()) {
            found.add(Field.called(Cells.tidy(heading)).filter(taken::add));
        }
        var headed = found.stream().anyMatch(Optional::isPresent);
        return new Guess(new Columns(headed, found, everyone(taken)), rows);
    }

    private static String everyone(Set<Field> taken) {
        return taken.contains(Field.GROUP)
                ? ""
                : taken.contains(Field.CHILD)
                        ? Cells.PARENT
                        : taken.contains(Field.UPN) ? Cells.LEARNER : "";
    }

    /// Why nothing can be read with them; absent where something can.
    public Optional<String> refusal() {
        var all = fields.stream().flatMap(Optional::stream).toList();
        if (all.size() != Set.copyOf(all).size()) {
            return Optional.of("Two columns are said to hold the same. Choose one of them");
        }
        if (!has(Field.NAME) && !(has(Field.GIVEN) && has(Field.FAMILY))) {
            return Optional.of("Say which column holds the name, or the given and the family name");
        }
        return has(Field.GROUP) || !everyone.isEmpty()
                ? Optional.empty()
                : Optional.of("Say what the people in this file are");
    }

    public boolean has(Field field) {
        return fields.contains(Optional.of(field));
    }

    @Nullable Integer at(Field field) {
        int at = fields.indexOf(Optional.of(field));
        return at < 0 ? null : at;
    }
}
