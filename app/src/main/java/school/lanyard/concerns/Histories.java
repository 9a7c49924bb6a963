// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.store.CaseFile;
import school.lanyard.concerns.store.CaseFiles;
import school.lanyard.concerns.store.PersonCases;
import school.lanyard.database.Database;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.people.People;

/// Several cases at once, each opened only for whom the door lets in; what it does not is not
/// there.
@Service
public final class Histories {

    /// Cases that were opened together, the oldest first.
    ///
    /// @param incidents with the concerns that they were made of
    /// @param concerns that are in no incident
    public record Opened(List<Incidents.Opened> incidents, List<Concerns.Opened> concerns) {

        public Opened {
            incidents = List.copyOf(incidents);
            concerns = List.copyOf(concerns);
        }

        public boolean isEmpty() {
            return incidents.isEmpty() && concerns.isEmpty();
        }
    }

    private final Database database;
    private final Ledger ledger;
    private final Incidents incidents;
    private final Concerns concerns;
    private final People people;

    Histories(
            Database database,
            Ledger ledger,
            Incidents incidents,
            Concerns concerns,
            People people) {
        this.database = database;
        this.ledger = ledger;
        this.incidents = incidents;
        this.concerns = concerns;
        this.people = people;
    }

    /// The ids of the cases that somebody has a part in and that the viewer may read: incidents,
    /// and concerns that are in none.
    public List<String> idsAbout(Viewer viewer, String person) {
        return database.read(sql -> new PersonCases(sql, viewer.school()).of(person, viewer));
    }

    /// Opens cases for somebody, entering first which of them they are shown.
    ///
    /// @param action the ledger's word for it
    public Opened open(Viewer viewer, Collection<String> ids, String action, Instant at) {
        var files = files(viewer, ids);
        if (!files.isEmpty()) {
            ledger.enterRead(
                    viewer.school(),
                    at,
                    Actor.person(viewer.person()),
                    action,
                    files.stream().map(CaseFile::id).toList());
        }
        return opened(viewer, files, at);
    }

    /// Opens cases to be given to somebody outside, entering first that they leave, and why. The
    /// reason is sealed under the key of the person whose cases they are.
    public Opened export(
            Viewer viewer,
            Collection<String> ids,
            String person,
            String action,
            String reason,
            Instant at) {
        var files = files(viewer, ids);
        database.change(
                viewer.school(),
                tx ->
                        ledger.enter(
                                tx,
                                new Note(
                                                at,
                                                Actor.person(viewer.person()),
                                                action,
                                                files.stream().map(CaseFile::id).toList(),
                                                null)
                                        .with(
                                                people.keyOf(tx, person),
                                                Json.write(
                                                        new Incidents.Exported(reason, false)))));
        return opened(viewer, files, at);
    }

    private List<CaseFile> files(Viewer viewer, Collection<String> ids) {
        return database.read(sql -> new CaseFiles(sql, viewer.school()).all(ids, viewer));
    }

    private Opened opened(Viewer viewer, List<CaseFile> files, Instant at) {
        return new Opened(
                incidents.opened(viewer, files.stream().filter(Histories::isIncident).toList(), at),
                concerns.openAll(
                        viewer,
                        files.stream()
                                .filter(file -> !isIncident(file))
                                .map(CaseFile::id)
                                .toList()));
    }

    private static boolean isIncident(CaseFile file) {
        return file.kind().equals("incident");
    }
}
