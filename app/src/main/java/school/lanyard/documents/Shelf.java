// SPDX-License-Identifier: Apache-2.0
package school.lanyard.documents;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// Printed papers of the editions in force, each printed once. One is printed at a time, so that
/// many who ask at once cost no more than one.
@Component
public final class Shelf {

    private final Map<String, Printed> printed = new ConcurrentHashMap<>();
    private final Map<String, String> issues = new ConcurrentHashMap<>();
    private final ReentrantLock press = new ReentrantLock();

    /// A paper as it was printed for this issue; what was printed for an older one of the school is
    /// given away.
    public Printed take(InForce.Issue issue, String address, Supplier<Printed> print) {
        var school = issue.place().school() + " ";
        var key = school + issue.key() + " " + address;
        var kept = printed.get(key);
        if (kept != null) {
            return kept;
        }
        press.lock();
        try {
            if (!issue.key().equals(issues.put(school, issue.key()))) {
                printed.keySet().removeIf(old -> old.startsWith(school));
            }
            return printed.computeIfAbsent(key, _ -> print.get());
        } finally {
            press.unlock();
        }
    }
}
