// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.plan;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.digest.Sha256;
import school.lanyard.roster.file.Entry;
import school.lanyard.roster.file.Place;

/// What an import would do, row by row.
///
/// @param orphans rows that name a child who is neither in the file nor known
/// @param leavers who would be closed because a whole file no longer has them, with the group that
///   they leave
/// @param covered how many people belong to the groups that the file is said to hold whole
public record Plan(
        List<Row> rows,
        List<Bonded> bonds,
        List<Place> orphans,
        Map<String, String> leavers,
        int covered) {

    /// A row and what becomes of it.
    public record Row(Entry entry, Decision decision) {}

    /// That an adult is to stand to a child in some way. Each is a person's id, or the key of a row
    /// that is to be added.
    public record Bonded(
            End child,
            End adult,
            boolean guardian,
            @Nullable Boolean responsible,
            @Nullable Boolean mayContact,
            boolean isNew) {}

    /// One end of a bond.
    public sealed interface End {
        record Known(String person) implements End {}

        record Added(String row) implements End {}
    }

    /// So few missing is how people leave; more is how a file is cut off.
    private static final int FEW = 5;

    private static final int TENTH = 10;

    public Plan {
        rows = List.copyOf(rows);
        bonds = List.copyOf(bonds);
        orphans = List.copyOf(orphans);
    }

    public long count(Class<? extends Decision> kind) {
        return rows.stream().filter(row -> kind.isInstance(row.decision())).count();
    }

    public List<Question> questions() {
        return rows.stream()
                .map(Row::decision)
                .filter(Decision.Ask.class::isInstance)
                .map(each -> ((Decision.Ask) each).question())
                .toList();
    }

    /// How many people it would close.
    public int closes() {
        return leavers.size() + (int) count(Decision.Close.class);
    }

    /// Whether so many would be closed that the file may well have been cut off.
    public boolean shrunken() {
        return closes() > FEW && closes() * TENTH > covered;
    }

    public boolean changesNothing() {
        return bonds.isEmpty()
                && leavers.isEmpty()
                && rows.stream()
                        .allMatch(row ->
                                row.decision() instanceof Decision.Same
                                        || row.decision() instanceof Decision.LeftOut
                                        || row.decision() instanceof Decision.Joined);
    }

    /// What tells whether the plan that somebody agreed to is still the plan.
    public String print() {
        var all = new StringBuilder();
        for (var row : rows) {
            all.append(row.entry().key()).append(' ').append(words(row.decision())).append('\n');
        }
        bonds.forEach(each -> all.append(each).append('\n'));
        new java.util.TreeMap<>(leavers).forEach((who, group) -> all.append(who).append(group));
        return Sha256.hex(all.toString());
    }

    private static String words(Decision decision) {
        return switch (decision) {
            case Decision.Change(var person, var differences) ->
                    person
                            + differences.stream()
                                    .map(each -> each.what() + "=" + each.after())
                                    .toList();
            case Decision.Ask(var question) -> "ask " + question.key();
            default -> decision.toString();
        };
    }
}
