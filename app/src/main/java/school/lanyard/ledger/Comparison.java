// SPDX-License-Identifier: Apache-2.0
package school.lanyard.ledger;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What rows should say by the ledger beside what they do say, fact by fact. A row that was altered
/// is one fact that is missing and one that nobody told.
public final class Comparison {

    private final String words;
    private final Set<List<Object>> told = new HashSet<>();
    private final Set<List<Object>> found = new HashSet<>();

    /// @param words what is said of rows that differ, after their number
    public Comparison(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /// What the ledger says; a fact may have parts that are absent.
    public void told(@Nullable Object... fact) {
        told.add(parts(fact));
    }

    /// What a row says.
    public void found(@Nullable Object... fact) {
        found.add(parts(fact));
    }

    private static List<Object> parts(@Nullable Object... fact) {
        return Arrays.stream(fact).<Object>map(Optional::ofNullable).toList();
    }

    /// The facts that stand on one side alone.
    public Set<List<Object>> differing() {
        var differing = new HashSet<>(told);
        differing.removeAll(found);
        found.stream().filter(fact -> !told.contains(fact)).forEach(differing::add);
        return differing;
    }

    /// How many rows it takes for these facts to differ.
    public long rows(Set<List<Object>> differing) {
        var missing = differing.stream().filter(told::contains).count();
        return Math.max(missing, differing.size() - missing);
    }

    /// Nothing of the facts, so that nothing of them gets into a log.
    @Override
    public String toString() {
        return "Comparison[" + words + "]";
    }
}
