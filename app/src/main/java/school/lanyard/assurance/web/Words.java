// SPDX-License-Identifier: Apache-2.0
package school.lanyard.assurance.web;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import school.lanyard.core.assurance.Basis;
import school.lanyard.core.assurance.State;
import school.lanyard.core.comparison.Plain;
import school.lanyard.core.pack.Clause;
import school.lanyard.core.pack.Interval;
import school.lanyard.core.pack.Pack;
import school.lanyard.web.Tone;

/// What pages say of clauses and states.
final class Words {

    private Words() {}

    static Tone tone(State state) {
        return switch (state) {
            case OVERDUE -> Tone.RED;
            case NOT_EVIDENCED -> Tone.ORANGE;
            case DUE_SOON -> Tone.YELLOW;
            case KEPT -> Tone.GREEN;
            case NOT_BOUND -> Tone.GREY;
        };
    }

    static String bases(Set<Basis> bases) {
        return bases.isEmpty()
                ? "–"
                : bases.stream().sorted().map(Basis::words).collect(Collectors.joining(" and "));
    }

    /// The number behind a cadence, and whose it is; empty without one.
    static String interval(Clause clause, Pack pack) {
        var interval = pack.intervals().get(clause.interval());
        return interval == null
                ? ""
                : "%s: %s. %s"
                        .formatted(
                                interval.label(),
                                Plain.length(interval.length()),
                                chosenBy(interval.chosenBy()));
    }

    private static String chosenBy(Interval.ChosenBy by) {
        return switch (by) {
            case LAW -> "The law gives this number.";
            case POLICY -> "The policy gives this number.";
            case SCHOOL -> "The school chose this number.";
        };
    }

    static String count(long number, String unit) {
        return "%,d %s%s".formatted(number, unit, number == 1 ? "" : "s");
    }

    /// A share of a whole in words; never "100%" for nearly all, nor "0%" for a few.
    static String share(int part, int whole) {
        if (whole == 0 || part == 0) {
            return "0%";
        }
        var percent = Math.round(100.0 * part / whole);
        return part == whole
                ? "100%"
                : percent == 0 ? "under 1%" : percent == 100 ? "over 99%" : percent + "%";
    }

    static String who(Clause clause, Pack pack) {
        return clause.who().stream().map(pack::who).collect(Collectors.joining(", "))
                + (clause.whoInferred() ? " (the policy does not say; the pack’s reading)" : "");
    }

    /// An area's key as a heading, such as "Data protection".
    static String area(String key) {
        if (key.isEmpty()) {
            return "No area";
        }
        var words = key.replace('-', ' ');
        return words.equals("ai")
                ? "AI"
                : words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }

    static String heading(String key, Pack pack) {
        var heading = pack.headings().get(key);
        return heading == null ? "Under no heading" : heading.title();
    }
}
