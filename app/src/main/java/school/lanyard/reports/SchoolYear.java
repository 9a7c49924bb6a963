// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;

/// An academic year as reports count by it: every day of it belongs to one term, so that no
/// incident falls between two reports (ADR 0040). Which day begins a term is data.
///
/// @param start the calendar year in which it begins
public record SchoolYear(int start) {

    private static final List<Beginning> TERMS = beginnings();

    /// A term and its days.
    ///
    /// @param next the first day that is no longer in it
    public record Term(String key, String label, LocalDate from, LocalDate next) {}

    private record Beginning(String key, String label, MonthDay on) {}

    public static SchoolYear of(LocalDate day) {
        var year = new SchoolYear(day.getYear());
        return day.isBefore(year.from()) ? new SchoolYear(day.getYear() - 1) : year;
    }

    /// Such as "2025 to 2026".
    public String label() {
        return start + " to " + (start + 1);
    }

    public LocalDate from() {
        return TERMS.getFirst().on().atYear(start);
    }

    public LocalDate next() {
        return TERMS.getFirst().on().atYear(start + 1);
    }

    public List<Term> terms() {
        var terms = new ArrayList<Term>();
        for (int i = 0; i < TERMS.size(); i++) {
            var from = day(TERMS.get(i));
            var next = i + 1 < TERMS.size() ? day(TERMS.get(i + 1)) : next();
            var label = TERMS.get(i).label() + " term " + from.getYear();
            terms.add(new Term(TERMS.get(i).key(), label, from, next));
        }
        return List.copyOf(terms);
    }

    public Term term(LocalDate day) {
        return terms().stream()
                .filter(term -> !day.isBefore(term.from()) && day.isBefore(term.next()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not in " + label()));
    }

    private LocalDate day(Beginning term) {
        return term.on().isBefore(TERMS.getFirst().on())
                ? term.on().atYear(start + 1)
                : term.on().atYear(start);
    }

    private static List<Beginning> beginnings() {
        try (InputStream in = SchoolYear.class.getResourceAsStream("terms.txt")) {
            if (in == null) {
                throw new IllegalStateException("missing from this build: terms.txt");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(" ", 3))
                    .map(term -> new Beginning(term[0], term[1], MonthDay.parse("--" + term[2])))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
