// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import school.lanyard.core.comparison.Plain;
import school.lanyard.core.pack.Pack;

/// What editions are called: by the month or the day that they are of.
public final class EditionName {

    /// The interval of a pack that says how long before a review people are told of it.
    private static final String NOTICE = "review-notice";

    private EditionName() {}

    /// "September 2025" for 2025-09; a name that is no date is its own word.
    public static String words(String name) {
        return Plain.date(name);
    }

    /// A policy and its edition, such as "Online safety policy, edition of September 2025".
    public static String of(Pack pack) {
        return pack.label() + ", edition of " + words(pack.edition());
    }

    /// The line that a record shows.
    public static String decidedUnder(Pack pack) {
        return "Decided under the edition of " + words(pack.edition());
    }

    /// The last day of the month, or the day, that a pack gives for its next review; empty where it
    /// gives none.
    public static Optional<LocalDate> reviewBy(Pack pack) {
        var name = pack.nextReview();
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        name.length() == 7
                                ? YearMonth.parse(name).atEndOfMonth()
                                : LocalDate.parse(name));
    }

    /// From when a review is near: the time before it that the pack sets for that, else the first
    /// day of its month.
    public static LocalDate reviewFrom(Pack pack, LocalDate by) {
        var notice = pack.intervals().get(NOTICE);
        return notice == null ? by.withDayOfMonth(1) : by.minus(notice.length());
    }

    /// A name for the next edition that none has yet: its month, else its day, else the day and a
    /// number.
    static String next(LocalDate today, Collection<String> taken) {
        return Stream.concat(
                        Stream.of(YearMonth.from(today).toString(), today.toString()),
                        IntStream.iterate(2, n -> n + 1).mapToObj(n -> today + " no. " + n))
                .filter(name -> !taken.contains(name))
                .findFirst()
                .orElseThrow();
    }
}
