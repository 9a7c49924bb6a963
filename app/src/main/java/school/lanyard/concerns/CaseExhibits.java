// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.store.CaseFile;
import school.lanyard.concerns.store.CaseFiles;
import school.lanyard.core.digest.Sha256;
import school.lanyard.database.Database;
import school.lanyard.exhibits.Exhibits;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;

/// The files of incidents: added after triage by those who handle the case, and opened with a
/// reason that the ledger keeps before anything is shown.
@Service
public final class CaseExhibits {

    /// The ledger's word for a file that was looked at or taken out.
    public static final String READ = "incident.exhibit-read";

    /// How a file was opened.
    public enum How {
        SMALL,
        CLEAN_COPY,
        ORIGINAL
    }

    /// That somebody opened a file, as the ledger keeps it.
    public record Look(String exhibit, How how, String reason) {}

    /// A look, with who it was and when.
    public record Looked(Instant at, String by, Look look) {}

    /// What came of asking to open a file.
    public sealed interface Opening {

        /// It may be opened, and the look is on disk.
        record Granted(Exhibit exhibit, Exhibits.OfCase of) implements Opening {}

        record Refused(String why) implements Opening {}

        /// There is no such file for this person.
        record NotFound() implements Opening {}
    }

    /// A file as its sender describes it.
    ///
    /// @param dated when what it shows was made or sent, where that is known
    public record Sent(
            String name,
            String kind,
            java.time.@Nullable LocalDate dated,
            java.time.LocalDate received,
            String from,
            String shows) {}

    private final Database database;
    private final Ledger ledger;
    private final Incidents incidents;
    private final Exhibits exhibits;

    CaseExhibits(Database database, Ledger ledger, Incidents incidents, Exhibits exhibits) {
        this.database = database;
        this.ledger = ledger;
        this.incidents = incidents;
        this.exhibits = exhibits;
    }

    /// Adds a file to an incident, if the law and the policy allow it now.
    ///
    /// @param token of the form it was sent with; the same form sent again changes nothing
    public Outcome keep(
            Viewer viewer, String reference, Sent sent, byte[] content, String token, Instant at) {
        var hash = Sha256.hex(content);
        var id = UUID.nameUUIDFromBytes((token + hash).getBytes(StandardCharsets.UTF_8)).toString();
        var kept =
                new IncidentEvent.ExhibitKept(
                        id,
                        sent.name(),
                        sent.kind(),
                        content.length,
                        hash,
                        sent.dated(),
                        sent.received(),
                        sent.from(),
                        sent.shows());
        return incidents.change(viewer, at, change -> change.keep(reference, kept, content, token));
    }

    /// Enters that somebody is about to open a file, if they may. Whether they may is decided in
    /// the transaction of the entry: what is frozen meanwhile is not opened.
    public Opening open(Viewer viewer, String reference, Look look, Instant at) {
        var file =
                database.read(sql ->
                        new CaseFiles(sql, viewer.school()).find("incident", reference, viewer));
        return file.<Opening>map(found -> open(viewer, found, look, at))
                .orElseGet(Opening.NotFound::new);
    }

    private Opening open(Viewer viewer, CaseFile file, Look look, Instant at) {
        return incidents.change(
                viewer,
                at,
                change -> {
                    var standing = change.standing(file);
                    var exhibit = Exhibit.of(standing.incident(), look.exhibit());
                    if (exhibit.isEmpty() || !change.stillOpen(file)) {
                        return new Opening.NotFound();
                    }
                    var frozen = ExhibitRules.frozen(standing);
                    if (frozen.isPresent()) {
                        return new Opening.Refused(frozen.get());
                    }
                    if (exhibit.get().disposed() != null) {
                        return new Opening.Refused("This file was disposed of.");
                    }
                    change.enter(
                            Note.of(at, Actor.person(viewer.person()), READ, file.id())
                                    .with(file.keyId(), Json.write(look)));
                    return new Opening.Granted(
                            exhibit.get(), new Exhibits.OfCase(file.id(), file.keyId()));
                });
    }

    /// The whole of a file that was granted; absent where it was disposed of.
    public Optional<byte[]> content(Viewer viewer, Opening.Granted granted) {
        return exhibits.read(viewer.school(), granted.of(), granted.exhibit().id());
    }

    /// Whether a file that was granted can still be opened.
    public boolean isKept(Viewer viewer, Opening.Granted granted) {
        return exhibits.isKept(viewer.school(), granted.of(), granted.exhibit().id());
    }

    /// Writes a file that was granted, piece after piece.
    public void write(Viewer viewer, Opening.Granted granted, OutputStream out) {
        if (!exhibits.write(viewer.school(), granted.of(), granted.exhibit().id(), out)) {
            throw new IllegalStateException("a file was disposed of while it was read");
        }
    }

    /// Who opened a file of an incident that was opened, and why, oldest first.
    public List<Looked> looks(Viewer viewer, Incidents.Opened opened, String exhibit) {
        return ledger.about(viewer.school(), opened.file().id(), READ).stream()
                .map(entry ->
                        new Looked(
                                entry.at(),
                                entry.actor().id(),
                                Json.read(entry.opened(), Look.class)))
                .filter(each -> each.look().exhibit().equals(exhibit))
                .toList();
    }
}
