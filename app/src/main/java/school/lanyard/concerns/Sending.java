// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import school.lanyard.access.Reader;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.store.CaseFile;
import school.lanyard.concerns.store.CaseFiles;
import school.lanyard.concerns.store.ConcernRows;
import school.lanyard.concerns.store.IncidentRows;
import school.lanyard.core.routing.About;
import school.lanyard.core.routing.Route;
import school.lanyard.database.Tx;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Note;
import school.lanyard.mail.MailKind;
import school.lanyard.policy.Edition;

/// Where an incident belongs after a change, and who is told of it.
record Sending(IncidentChange.Means means, Tx tx, Viewer viewer, CaseFiles files) {

    /// The ledger's word for a case that goes to other posts than before.
    static final String ROUTED = "case.routed";

    /// The content of that entry.
    record Routes(List<CaseFiles.Routed> routes) {}

    /// Sends the case where it now belongs, tells whoever newly may read it, and brings the rows up
    /// to date.
    void settle(CaseFile file, Edition edition, Incident incident) {
        var before = readers(file);
        var route = route(edition, incident);
        eachCase(file).forEach(id -> send(id, route, file, incident));
        var after = readers(file);
        after.removeAll(before);
        after.remove(viewer.person());
        tell(after);
        new IncidentRows(tx.sql(), tx.school())
                .save(
                        file.id(),
                        means.standings().project(tx.school(), edition, incident, route.leader()));
    }

    /// Where a case goes decides who reads it, so a change of it is an entry.
    private void send(String id, Route route, CaseFile file, Incident incident) {
        var before = files.routes(id);
        files.route(id, route);
        var after = files.routes(id);
        if (!after.equals(before)) {
            var last = incident.history().getLast();
            means.ledger()
                    .enter(
                            tx,
                            Note.of(last.at(), Actor.person(viewer.person()), ROUTED, id)
                                    .with(file.keyId(), Json.write(new Routes(after))));
        }
    }

    private Route route(Edition edition, Incident incident) {
        var about = new ArrayList<About>();
        var routing = edition.pack().routing();
        for (var report : reports(incident)) {
            Meant.ticked(report, routing)
                    .forEach(
                            route -> about.add(new About(route.aboutRoles(), route.aboutGroups())));
        }
        incident.people()
                .forEach((person, part) -> {
                    if (part.isAbout()) {
                        about.add(files.about(person, viewer.today()));
                    }
                });
        return edition.pack().routeFor(about, kinds(edition, incident));
    }

    /// The posts of a kind take an incident while every report in it is of a kind that has some: a
    /// loss of data that joins a child's case does not take it from safeguarding, nor show it to
    /// them.
    private List<String> kinds(Edition edition, Incident incident) {
        var each = reports(incident).stream().map(Subjects::kinds).toList();
        return each.stream()
                        .allMatch(kinds -> kinds.stream().anyMatch(key -> isRouted(edition, key)))
                ? each.stream().flatMap(List::stream).toList()
                : List.of();
    }

    private static boolean isRouted(Edition edition, String key) {
        var kind = edition.pack().kinds().get(key);
        return kind != null && kind.ownRoute().isPresent();
    }

    List<Report> reports(Incident incident) {
        return incident.concerns().stream()
                .map(concern -> means.concerns().report(tx, concern))
                .toList();
    }

    private Set<String> readers(CaseFile file) {
        return files.readers(file.id(), viewer.today()).stream()
                .map(Reader::person)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /// Mails them that something needs them.
    void tell(Collection<String> people) {
        people.forEach(person -> means.outbox().queue(tx, person, MailKind.NEEDS_YOU, "/sign-in"));
    }

    /// Mails whoever reads a case that somebody opened it in an emergency.
    void warn(List<Reader> readers) {
        readers.stream()
                .map(Reader::person)
                .filter(person -> !person.equals(viewer.person()))
                .distinct()
                .forEach(person ->
                        means.outbox().queue(tx, person, MailKind.EMERGENCY_ACCESS, "/sign-in"));
    }

    /// An incident and the concerns it is made of: they are open to the same people.
    List<String> eachCase(CaseFile file) {
        var ids = new ArrayList<>(new ConcernRows(tx.sql(), tx.school()).of(file.id()));
        ids.add(file.id());
        return ids;
    }
}
