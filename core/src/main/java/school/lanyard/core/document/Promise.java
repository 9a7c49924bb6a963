// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.document;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.calendar.Lengths;
import school.lanyard.core.pack.Clause;
import school.lanyard.core.pack.Interval;
import school.lanyard.core.pack.Pack;

/// A clause in print.
///
/// @param who by whom it is kept, in words; empty where the policy names nobody
/// @param often how often, in words; may be empty
public record Promise(String id, String says, String who, String often) {

    private static final String READING = " (our reading)";

    static Promise of(Clause clause, Pack pack) {
        var who = clause.who().stream().map(pack::who).distinct().collect(Collectors.joining(", "));
        return new Promise(
                clause.id(),
                clause.says(),
                who.isEmpty() ? "" : capital(who) + (clause.whoInferred() ? READING : ""),
                often(clause, pack));
    }

    private static String often(Clause clause, Pack pack) {
        var words =
                switch (clause.cadence()) {
                    case NONE, CONTINUOUS -> "";
                    case ON_EVENT -> "each time it happens";
                    case IMMEDIATE -> "at once";
                    case WITHIN_72H -> "within 72 hours";
                    case AT_INDUCTION -> "at induction";
                    case TERMLY -> "every term";
                    case ANNUAL -> "every year";
                    case EVERY_2_YEARS -> "every two years";
                    case REGULAR -> regular(pack.intervals().get(clause.interval()));
                };
        return words.isEmpty() || !clause.cadenceInferred() ? words : words + READING;
    }

    private static String regular(@Nullable Interval interval) {
        return interval == null
                ? "regularly"
                : "regularly: every %s (the school chose this)"
                        .formatted(every(Lengths.words(interval.length())));
    }

    private static String every(String length) {
        return length.startsWith("1 ") ? length.substring(2) : length;
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
