// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.detect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// What is remembered of one person, or of one device that nobody is signed in at.
final class Person {

    private static final int MOST = 64;

    /// Something that happened, with the line that shows it.
    record Seen(long at, String what, int weight, String line) {}

    final String user;
    final String address;
    long last;
    private final Deque<Seen> blocked = new ArrayDeque<>();
    private final Map<String, Deque<Seen>> searches = new HashMap<>();
    private final Map<String, Long> said = new HashMap<>();
    private final List<String> nightLines = new ArrayList<>();
    private long night = Long.MIN_VALUE;
    private int nightRequests;

    Person(String user, String address) {
        this.user = user;
        this.address = address;
    }

    /// Whether this has not been said about the person for a while; if so, it is said now.
    boolean isNews(String what, long at, long silence) {
        var before = said.get(what);
        if (before != null && Math.abs(at - before) < silence) {
            return false;
        }
        if (said.size() > 4 * MOST) {
            said.values().removeIf(then -> Math.abs(at - then) >= silence);
        }
        said.put(what, at);
        return true;
    }

    /// What has been blocked lately, with this.
    Deque<Seen> blocked(Seen now, long within) {
        return lately(blocked, now, within);
    }

    /// How many different sites are among what has been blocked lately; the same one twice in a row
    /// is common.
    int blockedSites() {
        var sites = new HashSet<String>();
        for (var seen : blocked) {
            sites.add(seen.what());
        }
        return sites.size();
    }

    Deque<Seen> searches(String theme, Seen now, long within) {
        return lately(searches.computeIfAbsent(theme, key -> new ArrayDeque<>()), now, within);
    }

    /// A clock that is set back makes what was later look like the future; that counts as lately.
    private static Deque<Seen> lately(Deque<Seen> all, Seen now, long within) {
        all.addLast(now);
        while (Math.abs(now.at() - all.getFirst().at()) > within) {
            all.removeFirst();
        }
        while (all.size() > MOST) {
            all.removeFirst();
        }
        return all;
    }

    /// How many requests there have been in this night.
    int inNight(long number, Supplier<String> line) {
        if (number != night) {
            night = number;
            nightRequests = 0;
            nightLines.clear();
        }
        if (nightLines.size() < 10) {
            nightLines.add(line.get());
        }
        return ++nightRequests;
    }

    List<String> nightLines() {
        return List.copyOf(nightLines);
    }
}
