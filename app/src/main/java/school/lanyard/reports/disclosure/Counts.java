// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports.disclosure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The true counts of a year so far. Confidential: they are kept sealed and never printed.
///
/// Every incident stands once in every dimension, so each table adds up to the same totals. An
/// incident with several values in a dimension is counted under its main one only.
///
/// @param inTerm counts by dimension, term and category; a missing one is nought
public record Counts(Frame frame, Map<Place.InTerm, Integer> inTerm) {

    public Counts {
        inTerm = Map.copyOf(inTerm);
        for (var entry : inTerm.entrySet()) check(frame, entry.getKey(), entry.getValue());
        for (String term : frame.endedTerms()) checkTotals(frame, inTerm, term);
    }

    /// One incident, in the term in which it was opened, with its one value in each dimension.
    public record Counted(String term, Map<String, String> values) {
        public Counted {
            values = Map.copyOf(values);
        }
    }

    /// Counts incidents one by one; those of a term that has not ended are left out.
    public static Counts of(Frame frame, List<Counted> incidents) {
        var counts = new HashMap<Place.InTerm, Integer>();
        for (Counted incident : incidents) {
            if (!frame.terms().contains(incident.term()))
                throw new IllegalArgumentException("no term " + incident.term());
            if (frame.endedTerms().contains(incident.term())) add(frame, counts, incident);
        }
        return new Counts(frame, counts);
    }

    private static void add(Frame frame, Map<Place.InTerm, Integer> counts, Counted incident) {
        if (!incident.values().keySet().equals(frame.dimensions().keySet()))
            throw new IllegalArgumentException("an incident needs one value in every dimension");
        incident.values()
                .forEach((dimension, category) ->
                        counts.merge(
                                new Place.InTerm(dimension, incident.term(), category),
                                1,
                                Integer::sum));
    }

    private static void check(Frame frame, Place.InTerm place, int count) {
        if (count < 0) throw new IllegalArgumentException("a count below nought");
        if (!frame.endedTerms().contains(place.term())
                || !frame.categories(place.dimension()).contains(place.category()))
            throw new IllegalArgumentException("no such place: " + place);
    }

    private static void checkTotals(Frame frame, Map<Place.InTerm, Integer> counts, String term) {
        long totals =
                frame.dimensions().keySet().stream()
                        .mapToInt(dimension -> total(frame, counts, dimension, term))
                        .distinct()
                        .count();
        if (totals > 1) throw new IllegalArgumentException("the tables of a term do not agree");
    }

    private static int total(
            Frame frame, Map<Place.InTerm, Integer> counts, String dimension, String term) {
        return frame.categories(dimension).stream()
                .mapToInt(c -> counts.getOrDefault(new Place.InTerm(dimension, term, c), 0))
                .reduce(0, Math::addExact);
    }

    /// The true count at any place, margins included.
    public int at(Place place) {
        String any = frame.dimensions().firstEntry().getKey();
        return switch (place) {
            case Place.InTerm cell -> inTerm.getOrDefault(cell, 0);
            case Place.OfTerm(var term) -> total(frame, inTerm, any, term);
            case Place.InYear(var dimension, var category) ->
                    frame.endedTerms().stream()
                            .mapToInt(t -> at(new Place.InTerm(dimension, t, category)))
                            .reduce(0, Math::addExact);
            case Place.OfYear() ->
                    frame.endedTerms().stream()
                            .mapToInt(t -> at(new Place.OfTerm(t)))
                            .reduce(0, Math::addExact);
        };
    }

    /// These counts, with every term that the earlier counts hold taken from them instead.
    Counts frozenBy(Counts earlier) {
        if (!frame.sameTablesAs(earlier.frame))
            throw new IllegalArgumentException(
                    "the tables of a year are fixed when its first report is issued");
        var counts = new HashMap<>(inTerm);
        List<String> fixed = earlier.frame.endedTerms();
        counts.keySet().removeIf(place -> fixed.contains(place.term()));
        earlier.inTerm.forEach((place, count) -> {
            if (frame.endedTerms().contains(place.term())) counts.put(place, count);
        });
        return new Counts(frame, counts);
    }
}
