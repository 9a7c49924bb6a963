// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import school.lanyard.concerns.store.CaseFiles;
import school.lanyard.concerns.store.Glass;
import school.lanyard.concerns.store.IncidentRows;
import school.lanyard.database.Database;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Recorded;
import school.lanyard.policy.Editions;
import school.lanyard.sealing.Seals;

/// Rebuilds from the ledger what the rows of cases say, and finds those that say something else.
/// The door decides by these rows: whoever took one away would let somebody read.
public final class Projections {

    /// A server may be writing meanwhile, so a case is only wrong if it stays so.
    private static final int LOOKS = 3;

    /// What can differ, in the words that a person is told.
    public enum Kind {
        INCIDENT("incidents whose row is not what their events add up to"),
        LINKED("cases linked to other people than the ledger says"),
        BARRED("cases closed to other people than the ledger says"),
        NAMED("cases restricted to other people than the ledger says"),
        GLASS("cases that somebody reads in an emergency of which the ledger knows nothing");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /// How many cases differ.
    public record Differing(Kind kind, long count) {}

    /// Who is linked to a case and whom it is closed to.
    ///
    /// @param barred absent where nothing says it: concerns of before it was entered
    /// @param named whom it is restricted to, people and posts
    private record Standing(
            Map<String, String> linked, @Nullable Set<String> barred, Set<String> named) {}

    private record Wrong(String caseId, Kind kind) {}

    private final Database database;
    private final Ledger ledger;
    private final Editions editions;
    private final String school;

    private Projections(Database database, Ledger ledger, Editions editions, String school) {
        this.database = database;
        this.ledger = ledger;
        this.editions = editions;
        this.school = school;
    }

    /// Compares every case of a school. What was disposed of is passed over.
    public static List<Differing> differing(Database database, Seals seals, String school) {
        var ledger = new Ledger(database, seals);
        var editions = Editions.lookingBack(database, ledger);
        return new Projections(database, ledger, editions, school).differing();
    }

    private List<Differing> differing() {
        var wrong = wrong();
        for (int look = 1; look < LOOKS && !wrong.isEmpty(); look++) {
            var again = wrong();
            wrong.retainAll(again);
        }
        var counts = new TreeMap<Kind, Long>();
        wrong.forEach(each -> counts.merge(each.kind(), 1L, Long::sum));
        return counts.entrySet().stream()
                .map(each -> new Differing(each.getKey(), each.getValue()))
                .toList();
    }

    private Set<Wrong> wrong() {
        var wrong = new HashSet<Wrong>();
        var should = new LinkedHashMap<String, Standing>();
        for (var row : database.read(sql -> new IncidentRows(sql, school).all())) {
            incident(row.id())
                    .ifPresent(incident -> {
                        should.putAll(standing(incident));
                        if (!rebuilt(incident, row).equals(row.projection())) {
                            wrong.add(new Wrong(row.id(), Kind.INCIDENT));
                        }
                    });
        }
        for (var id : database.read(sql -> new CaseFiles(sql, school).ids("concern"))) {
            if (!should.containsKey(id)) {
                closedTo(id).ifPresent(told -> should.put(id, told));
            }
        }
        should.forEach((id, standing) -> compare(id, standing, wrong));
        database.read(sql -> new Glass(sql, school).unheard())
                .forEach(id -> wrong.add(new Wrong(id, Kind.GLASS)));
        return wrong;
    }

    /// The incident that the ledger knows; absent where its events are gone or disposed of, which
    /// the proof of the chain tells.
    private Optional<Incident> incident(String id) {
        var events =
                ledger.about(school, id, IncidentEvents.PREFIX).stream()
                        .filter(entry -> IncidentEvents.isEvent(entry.action()))
                        .toList();
        var first = events.isEmpty() ? "" : events.getFirst().action();
        return first.equals(IncidentEvents.OPENED)
                        && events.stream().allMatch(entry -> entry.content() != null)
                ? Optional.of(Standings.fold(id, events))
                : Optional.empty();
    }

    private IncidentRows.Projection rebuilt(Incident incident, IncidentRows.Row row) {
        return new Standings(editions)
                .project(
                        school,
                        editions.find(school, row.edition()).orElseThrow(),
                        incident,
                        row.projection().leader());
    }

    /// An incident and the concerns it is made of are linked to the same people. Each keeps the
    /// bars that it brought, until one is lifted from all.
    private Map<String, Standing> standing(Incident incident) {
        var linked =
                incident.people().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, each -> each.getValue().stored()));
        var bars = new LinkedHashMap<String, Set<String>>();
        bars.put(incident.id(), new HashSet<>());
        var known = true;
        for (var happening : incident.history()) {
            switch (happening.event()) {
                case IncidentEvent.Opened(var concern, _) ->
                        known &= bring(concern, incident, bars);
                case IncidentEvent.ConcernJoined(var concern) ->
                        known &= bring(concern, incident, bars);
                case IncidentEvent.PersonShutOut(var person) ->
                        bars.values().forEach(each -> each.add(person));
                case IncidentEvent.BarLifted(var person, _) ->
                        bars.values().forEach(each -> each.remove(person));
                default -> {}
            }
        }
        var standing = new LinkedHashMap<String, Standing>();
        for (var each : bars.entrySet()) {
            standing.put(
                    each.getKey(),
                    new Standing(linked, known ? each.getValue() : null, restrictedTo(incident)));
        }
        return standing;
    }

    private static Set<String> restrictedTo(Incident incident) {
        var known = new NeedToKnow(incident);
        return with(known.named(), known.posts());
    }

    /// People by their ids and posts by their keys, which never look alike.
    private static Set<String> with(Set<String> people, Set<String> posts) {
        var all = new HashSet<>(people);
        all.addAll(posts);
        return all;
    }

    private boolean bring(String concern, Incident incident, Map<String, Set<String>> bars) {
        var told = closedTo(concern);
        var barred = told.map(Standing::barred).orElse(null);
        bars.put(concern, new HashSet<>(barred == null ? Set.of() : barred));
        if (barred != null) {
            bars.computeIfAbsent(incident.id(), _ -> new HashSet<>()).addAll(barred);
        }
        return barred != null;
    }

    /// What was entered when a concern came; absent for one of before that was entered, or one that
    /// was disposed of.
    private Optional<Standing> closedTo(String concern) {
        return ledger.about(school, concern, Intake.CLOSED_TO).stream()
                .map(Recorded::content)
                .filter(Objects::nonNull)
                .map(words -> Json.read(words, Intake.ClosedTo.class))
                .map(told -> new Standing(told.linked(), told.barred(), Set.of()))
                .findFirst();
    }

    private void compare(String id, Standing should, Set<Wrong> wrong) {
        var files =
                database.read(sql -> {
                    var cases = new CaseFiles(sql, school);
                    return new Standing(
                            cases.people(id),
                            cases.barred(id),
                            with(cases.named(id), cases.namedPosts(id)));
                });
        if (!files.linked().equals(should.linked())) {
            wrong.add(new Wrong(id, Kind.LINKED));
        }
        if (!files.named().equals(should.named())) {
            wrong.add(new Wrong(id, Kind.NAMED));
        }
        if (should.barred() != null && !should.barred().equals(files.barred())) {
            wrong.add(new Wrong(id, Kind.BARRED));
        }
    }
}
