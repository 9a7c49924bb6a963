// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Somebody who has every report of the year and all the time in the world: works out, exactly,
/// what the printed counts and their sums allow each withheld count to be.
public final class Attacker {

    private final Map<Place, Integer> known;
    private final Map<Place, Unknowns> groups = new LinkedHashMap<>();

    Attacker(Frame frame, Map<Place, Integer> known) {
        this.known = Map.copyOf(known);
        for (Unknowns group : split(frame))
            for (Place place : group.places()) groups.put(place, group);
    }

    /// An attacker who holds these reports, all of one year.
    public static Attacker holding(List<Release> releases) {
        var known = new HashMap<Place, Integer>();
        Frame longest = releases.getFirst().frame();
        for (Release release : releases) {
            if (!release.frame().sameTablesAs(longest))
                throw new IllegalArgumentException("reports of different tables");
            if (release.frame().ended() > longest.ended()) longest = release.frame();
            release.cells()
                    .forEach((place, cell) -> {
                        if (cell instanceof Cell.Exact(int count)) known.put(place, count);
                    });
        }
        return new Attacker(longest, known);
    }

    /// The narrowest range that the attacker can prove for a place.
    public Range range(Place place) {
        Integer count = known.get(place);
        return count == null ? group(place).range(place) : new Range(count, count);
    }

    boolean isKeptFrom(Place place) {
        return group(place).hide(place);
    }

    private Unknowns group(Place place) {
        Unknowns group = groups.get(place);
        if (group == null) throw new IllegalArgumentException("no such place: " + place);
        return group;
    }

    /// Withheld places that share no sum, even by way of others, can be attacked apart.
    private List<Unknowns> split(Frame frame) {
        var leader = new HashMap<Place, Place>();
        var sums = frame.sums().stream().filter(sum -> !unknownOf(sum).isEmpty()).toList();
        for (Frame.Sum sum : sums) {
            Place first = find(leader, unknownOf(sum).getFirst());
            for (Place place : unknownOf(sum)) leader.put(find(leader, place), first);
        }
        var members = new LinkedHashMap<Place, List<Place>>();
        for (Place place : frame.places())
            if (!known.containsKey(place)) add(members, find(leader, place), place);
        var equations = new HashMap<Place, List<Frame.Sum>>();
        for (Frame.Sum sum : sums) add(equations, find(leader, unknownOf(sum).getFirst()), sum);
        var groups = new ArrayList<Unknowns>();
        members.forEach((lead, places) ->
                groups.add(Unknowns.of(places, equations.getOrDefault(lead, List.of()), known)));
        return groups;
    }

    private static <T> void add(Map<Place, List<T>> lists, Place key, T value) {
        lists.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
    }

    private List<Place> unknownOf(Frame.Sum sum) {
        var places = new ArrayList<>(sum.parts());
        places.add(sum.whole());
        places.removeIf(known::containsKey);
        return places;
    }

    private static Place find(Map<Place, Place> leader, Place place) {
        Place up = leader.getOrDefault(place, place);
        return up.equals(place) ? place : find(leader, up);
    }
}
