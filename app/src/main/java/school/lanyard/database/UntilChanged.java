// SPDX-License-Identifier: Apache-2.0
package school.lanyard.database;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Something of each school that is looked up once and kept in memory until a change of it is
/// stored. Whoever changes it says so in the same transaction.
public final class UntilChanged<T> {

    private final Map<String, T> known = new ConcurrentHashMap<>();
    private final Map<String, Integer> changes = new ConcurrentHashMap<>();

    /// What is known of a school, looked up if it is not.
    public T of(String school, Supplier<T> lookUp) {
        return of(school, _ -> true, lookUp);
    }

    /// The same, where what is known holds for a time only.
    ///
    /// @param holds whether what is known may still be used
    public T of(String school, Predicate<T> holds, Supplier<T> lookUp) {
        var before = known.get(school);
        if (before != null && holds.test(before)) {
            return before;
        }
        var seen = changes.getOrDefault(school, 0);
        var found = lookUp.get();
        changes.compute(
                school,
                (_, now) -> {
                    var changed = now == null ? 0 : now;
                    if (changed == seen) {
                        known.put(school, found);
                    }
                    return changed;
                });
        return found;
    }

    /// A look-up that began before the change was stored is not kept either.
    public void forgetAfter(Tx tx) {
        var school = tx.school();
        tx.afterCommit(() ->
                changes.compute(
                        school,
                        (_, now) -> {
                            known.remove(school);
                            return now == null ? 1 : now + 1;
                        }));
    }
}
