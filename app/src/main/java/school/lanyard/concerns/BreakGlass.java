// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.store.CaseFile;
import school.lanyard.concerns.store.CaseFiles;
import school.lanyard.concerns.store.Glass;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Capability;
import school.lanyard.core.pack.Interval;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.pack.Role;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Note;
import school.lanyard.policy.Editions;

/// Opens one case in an emergency for somebody whom it is not sent to, for as long as the policy
/// gives. It goes through the same door, so a case that is about them stays as if it were not
/// there; whoever reads the case is told at once.
@Service
public final class BreakGlass {

    /// The key, in every pack, of how long somebody reads a case that they opened in an emergency.
    static final String INTERVAL = "emergency-access";

    /// What was opened.
    ///
    /// @param kind `concern` or `incident`
    public record Broken(String kind, String reference) {}

    private final Database database;
    private final Incidents incidents;
    private final Editions editions;

    BreakGlass(Database database, Incidents incidents, Editions editions) {
        this.database = database;
        this.incidents = incidents;
        this.editions = editions;
    }

    /// The last day on which a case that is opened at a moment can be read; absent where the policy
    /// gives no time, and then none can be opened.
    public static Optional<LocalDate> until(Pack pack, Instant at) {
        return Optional.ofNullable(pack.intervals().get(INTERVAL))
                .map(Interval::length)
                .map(length -> SchoolTime.day(SchoolTime.after(at, length)));
    }

    /// Opens a case by its reference.
    ///
    /// @return empty where there is none, or none that may be opened by them; the two look the same
    public Optional<Broken> open(Viewer viewer, String reference, String reason, Instant at) {
        return database.write(viewer.school(), tx -> open(tx, viewer, reference, reason, at));
    }

    private Optional<Broken> open(
            Tx tx, Viewer viewer, String reference, String reason, Instant at) {
        var pack = editions.running(tx).pack();
        var until = until(pack, at);
        var role = role(tx, pack, viewer);
        var glass = new Glass(tx.sql(), tx.school());
        var found = role.flatMap(held -> glass.breakable(reference, viewer, held.key()));
        if (until.isEmpty() || found.isEmpty()) {
            incidents
                    .means()
                    .ledger()
                    .enter(tx, Note.of(at, Actor.person(viewer.person()), "glass.refused"));
            return Optional.empty();
        }
        var file = found.get();
        if (!glass.reads(file, viewer)) {
            open(tx, viewer, file, new Reason(role.orElseThrow().key(), until.get(), reason), at);
        }
        return Optional.of(new Broken(file.kind(), file.reference()));
    }

    /// Why and for how long, as the ledger keeps it of a concern that is in no incident.
    record Reason(String role, LocalDate until, String reason) {}

    private void open(Tx tx, Viewer viewer, CaseFile file, Reason why, Instant at) {
        var means = incidents.means();
        if (file.kind().equals("incident")) {
            new IncidentChange(means, tx, viewer, at)
                    .breakGlass(file, why.role(), why.until(), why.reason());
            return;
        }
        var files = new CaseFiles(tx.sql(), tx.school());
        var readers = files.readers(file.id(), viewer.today());
        new Glass(tx.sql(), tx.school())
                .open(file.id(), viewer.person(), why.role(), at, why.until());
        means.ledger()
                .enter(
                        tx,
                        Note.of(
                                        at,
                                        Actor.person(viewer.person()),
                                        "concern.glass-broken",
                                        file.id())
                                .with(file.keyId(), Json.write(why)));
        new Sending(means, tx, viewer, files).warn(readers);
    }

    private static Optional<Role> role(Tx tx, Pack pack, Viewer viewer) {
        return new CaseFiles(tx.sql(), tx.school())
                .about(viewer.person(), viewer.today()).roles().stream()
                        .flatMap(key -> Optional.ofNullable(pack.roles().get(key)).stream())
                        .filter(role -> role.can(Capability.BREAK_GLASS))
                        .findFirst();
    }
}
