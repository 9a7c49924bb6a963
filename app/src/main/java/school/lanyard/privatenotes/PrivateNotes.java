// SPDX-License-Identifier: Apache-2.0
package school.lanyard.privatenotes;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.ChronologyAnnex;
import school.lanyard.concerns.Handling;
import school.lanyard.database.Database;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.ledger.Recorded;

/// The private notes of every incident, each an entry in the ledger sealed under the incident's
/// key, so that they are disposed of with it. They are no events of the incident, and so in nothing
/// that is made of its events.
@Service
public final class PrivateNotes implements ChronologyAnnex {

    private static final String ADDED = "private-note.added";
    private static final String READ = "private-note.read";

    private final Database database;
    private final Ledger ledger;
    private final Handling handling;

    PrivateNotes(Database database, Ledger ledger, Handling handling) {
        this.database = database;
        this.ledger = ledger;
        this.handling = handling;
    }

    /// The notes of an incident and whom it is about.
    ///
    /// @param notes newest first
    public record Shown(List<String> about, List<PrivateNote> notes) {}

    /// The notes of an incident, the read entered first; absent for whoever does not handle it.
    public Optional<Shown> shown(Viewer viewer, String reference, Instant at) {
        var handled = handling.of(viewer, reference);
        handled.ifPresent(incident ->
                ledger.enterRead(
                        viewer.school(),
                        at,
                        Actor.person(viewer.person()),
                        READ,
                        List.of(incident.id())));
        return handled.map(incident ->
                new Shown(incident.about(), notes(viewer.school(), incident.id()).reversed()));
    }

    /// Adds a note. The same words sent again by the same person change nothing.
    ///
    /// @return whether the viewer handles the incident
    public boolean add(Viewer viewer, String reference, String text, Instant at) {
        var handled = handling.of(viewer, reference);
        handled.ifPresent(incident ->
                database.change(
                        viewer.school(),
                        tx -> {
                            var last = ledger.about(tx, incident.id(), ADDED);
                            if (last.isEmpty() || !says(last.getLast(), viewer, text)) {
                                ledger.enter(
                                        tx,
                                        Note.of(
                                                        at,
                                                        Actor.person(viewer.person()),
                                                        ADDED,
                                                        incident.id())
                                                .with(incident.keyId(), text));
                            }
                        }));
        return handled.isPresent();
    }

    private static boolean says(Recorded entry, Viewer viewer, String text) {
        return entry.actor().id().equals(viewer.person()) && text.equals(entry.content());
    }

    @Override
    public boolean offeredTo(Viewer viewer, String reference) {
        return handling.of(viewer, reference).isPresent();
    }

    @Override
    public List<Entry> of(Viewer viewer, String reference, Instant at) {
        return shown(viewer, reference, at).stream()
                .flatMap(shown -> shown.notes().reversed().stream())
                .map(note -> new Entry(note.at(), note.by(), note.text()))
                .toList();
    }

    /// What was disposed of is not there any more.
    private List<PrivateNote> notes(String school, String incident) {
        return ledger.about(school, incident, ADDED).stream()
                .filter(entry -> entry.content() != null)
                .map(entry ->
                        new PrivateNote(
                                entry.at(),
                                entry.actor().id(),
                                Objects.requireNonNull(entry.content())))
                .toList();
    }
}
