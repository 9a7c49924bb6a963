// SPDX-License-Identifier: Apache-2.0
package school.lanyard.documents;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// Printed papers of the edition in force, each printed once. One is printed at a time, so that
/// many who ask at once cost no more than one.
@Component
public final class Shelf {

    private final Map<String, Printed> printed = new ConcurrentHashMap<>();
    private final ReentrantLock press = new ReentrantLock();
    private String issue = "";

    /// A paper as it was printed for this issue; what was printed for an older one is given away.
    public Printed take(String wanted, String address, Supplier<Printed> print) {
        var key = wanted + " " + address;
        var kept = printed.get(key);
        if (kept != null) {
            return kept;
        }
        press.lock();
        try {
            if (!wanted.equals(issue)) {
                printed.clear();
                issue = wanted;
            }
            return printed.computeIfAbsent(key, _ -> print.get());
        } finally {
            press.unlock();
        }
    }
}
