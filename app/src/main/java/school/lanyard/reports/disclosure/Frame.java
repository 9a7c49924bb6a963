// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports.disclosure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;

/// The fixed shape of a year's tables: its terms, how many of them have ended, and each dimension
/// with its categories in printing order.
///
/// @param year the academic year as the school writes it, such as "2025 to 2026"
/// @param terms every term of the year in order
/// @param ended how many terms are over; the year's own column exists once all are
public record Frame(
        String year, List<String> terms, int ended, SequencedMap<String, List<String>> dimensions) {

    public Frame {
        terms = distinct(terms);
        if (ended < 1 || ended > terms.size())
            throw new IllegalArgumentException("a report needs at least one ended term");
        if (dimensions.isEmpty()) throw new IllegalArgumentException("no dimension");
        var copy = new LinkedHashMap<String, List<String>>();
        dimensions.forEach((name, categories) -> copy.put(name, distinct(categories)));
        dimensions = Collections.unmodifiableSequencedMap(copy);
    }

    private static List<String> distinct(List<String> names) {
        if (names.isEmpty() || new HashSet<>(names).size() != names.size())
            throw new IllegalArgumentException("names must be there and distinct: " + names);
        return List.copyOf(names);
    }

    public List<String> endedTerms() {
        return terms.subList(0, ended);
    }

    public boolean whole() {
        return ended == terms.size();
    }

    /// Every place of the tables, cells first and the grand total last.
    public List<Place> places() {
        var places = new ArrayList<Place>();
        for (String term : endedTerms()) each((d, c) -> places.add(new Place.InTerm(d, term, c)));
        for (String term : endedTerms()) places.add(new Place.OfTerm(term));
        if (whole()) {
            each((d, c) -> places.add(new Place.InYear(d, c)));
            places.add(new Place.OfYear());
        }
        return places;
    }

    /// The sums that everybody knows to hold: each is `parts = whole`. That the year's column adds
    /// up follows from the others.
    List<Sum> sums() {
        var sums = new ArrayList<Sum>();
        for (Sum sum : columns()) if (sum.whole() instanceof Place.OfTerm) sums.add(sum);
        sums.addAll(acrossTerms());
        return sums;
    }

    /// Every column of every dimension with its total: the terms', then the year's.
    List<Sum> columns() {
        var columns = new ArrayList<Sum>();
        for (String term : endedTerms())
            for (String dimension : dimensions.keySet()) columns.add(column(dimension, term));
        if (whole()) for (String dimension : dimensions.keySet()) columns.add(column(dimension));
        return columns;
    }

    /// Each category over its year, and the totals over theirs; none before the year is over.
    List<Sum> acrossTerms() {
        var rows = new ArrayList<Sum>();
        if (!whole()) return rows;
        each((d, c) -> rows.add(row(d, c)));
        rows.add(new Sum(across(Place.OfTerm::new), new Place.OfYear()));
        return rows;
    }

    record Sum(List<Place> parts, Place whole) {}

    private Sum column(String dimension, String term) {
        List<Place> parts =
                categories(dimension).stream()
                        .<Place>map(c -> new Place.InTerm(dimension, term, c))
                        .toList();
        return new Sum(parts, new Place.OfTerm(term));
    }

    private Sum column(String dimension) {
        List<Place> parts =
                categories(dimension).stream()
                        .<Place>map(c -> new Place.InYear(dimension, c))
                        .toList();
        return new Sum(parts, new Place.OfYear());
    }

    private Sum row(String dimension, String category) {
        return new Sum(
                across(term -> new Place.InTerm(dimension, term, category)),
                new Place.InYear(dimension, category));
    }

    private List<Place> across(Function<String, Place> inTerm) {
        return endedTerms().stream().map(inTerm).toList();
    }

    List<String> categories(String dimension) {
        List<String> categories = dimensions.get(dimension);
        if (categories == null) throw new IllegalArgumentException("no dimension " + dimension);
        return categories;
    }

    /// Whether the other frame counts the same year in the same terms and categories, in the same
    /// order.
    boolean sameTablesAs(Frame other) {
        return year.equals(other.year)
                && terms.equals(other.terms)
                && List.copyOf(dimensions.entrySet())
                        .equals(List.copyOf(other.dimensions.entrySet()));
    }

    private void each(Each each) {
        for (Map.Entry<String, List<String>> dimension : dimensions.entrySet())
            for (String category : dimension.getValue()) each.take(dimension.getKey(), category);
    }

    private interface Each {
        void take(String dimension, String category);
    }
}
