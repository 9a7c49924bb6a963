// SPDX-License-Identifier: Apache-2.0
package school.lanyard.transfer.file;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A child's file as it goes from one school to another: `bundle.json` (docs/transfer.md). Fields
/// may be added; what one means never changes.
public record Bundle(
        String format, int version, Instant madeAt, String school, Child child, List<Case> cases) {

    public static final String FORMAT = "lanyard-transfer";
    public static final int VERSION = 1;

    private static final int LONGEST = 50_000;
    private static final int MOST_CASES = 2_000;
    private static final int MOST_ENTRIES = 50_000;

    public Bundle {
        bounded(format);
        bounded(school);
        Objects.requireNonNull(madeAt);
        Objects.requireNonNull(child);
        cases = List.copyOf(cases);
        if (cases.size() > MOST_CASES
                || cases.stream().mapToInt(each -> each.entries().size()).sum() > MOST_ENTRIES) {
            throw new IllegalArgumentException("too many entries");
        }
    }

    /// Whose file it is.
    public record Child(
            String name,
            @Nullable LocalDate bornOn,
            @Nullable String yearGroup,
            @Nullable String className) {

        public Child {
            bounded(name);
        }

        @Override
        public String toString() {
            return "Child";
        }
    }

    /// One case.
    ///
    /// @param kind `incident`, `concern`, `standing` for what stands about the child whatever case
    ///   is open, or `earlier` for what came from a school before
    /// @param category in the sending school's words
    /// @param part of the child in it, in words
    public record Case(
            String reference,
            String kind,
            @Nullable String category,
            @Nullable String part,
            List<Entry> entries) {

        public Case {
            bounded(reference);
            bounded(kind);
            entries = List.copyOf(entries);
        }

        @Override
        public String toString() {
            return "Case";
        }
    }

    /// One thing that happened.
    ///
    /// @param on the day when it happened
    /// @param time absent where only the day is known
    /// @param by who recorded it, with their posts
    public record Entry(
            LocalDate on,
            @Nullable LocalTime time,
            Instant recordedAt,
            String title,
            List<String> details,
            String by,
            boolean decision) {

        public static final Comparator<Entry> IN_ORDER =
                Comparator.comparing(Entry::on)
                        .thenComparing(
                                Entry::time, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(Entry::recordedAt);

        Stream<String> texts() {
            return Stream.concat(Stream.of(title), details.stream());
        }

        public Entry {
            Objects.requireNonNull(on);
            Objects.requireNonNull(recordedAt);
            bounded(title);
            bounded(by);
            details = List.copyOf(details);
            details.forEach(Bundle::bounded);
        }

        @Override
        public String toString() {
            return "Entry";
        }
    }

    /// How many entries there are in all.
    public int entries() {
        return cases.stream().mapToInt(each -> each.entries().size()).sum();
    }

    /// Everything in it that somebody wrote.
    public Stream<String> texts() {
        return cases.stream()
                .flatMap(each ->
                        Stream.concat(
                                Stream.of(each.reference()),
                                each.entries().stream().flatMap(Entry::texts)));
    }

    private static void bounded(String text) {
        if (Objects.requireNonNull(text).length() > LONGEST) {
            throw new IllegalArgumentException("a text is too long");
        }
    }

    @Override
    public String toString() {
        return "Bundle";
    }
}
