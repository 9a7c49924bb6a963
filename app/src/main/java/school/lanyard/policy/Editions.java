// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.pack.Packs;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.policy.store.EditionRows;

/// The published editions of each school's policy.
@Service
public final class Editions {

    private final Database database;
    private final Ledger ledger;
    private final InstantSource clock;
    private final Map<String, Edition> opened = new ConcurrentHashMap<>();

    public Editions(Database database, Ledger ledger, InstantSource clock) {
        this.database = database;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// Publishes a resolved pack as the school's edition from a day on, and lists what cases that
    /// stay on an earlier edition would lose under it.
    public Publication publish(Tx tx, Actor by, Pack pack, LocalDate inForceOn) {
        var id = UUID.randomUUID().toString();
        var rows = new EditionRows(tx.sql(), tx.school());
        var losses =
                rows.all().stream()
                        .map(row -> open(rows, row.id()))
                        .flatMap(earlier -> losses(earlier, pack))
                        .distinct()
                        .toList();
        rows.insert(id, pack, Packs.FORMAT, inForceOn, clock.instant());
        ledger.enter(tx, Note.of(clock.instant(), by, "policy.published", id));
        return new Publication(new Edition(id, pack), losses);
    }

    /// Each earlier edition is compared, whether or not a case is open on it: a list that named
    /// only those with open cases would tell whoever reads it that there is one.
    private static Stream<Publication.Loss> losses(Edition earlier, Pack newest) {
        return earlier.pack().playbooks().values().stream()
                .flatMap(playbook -> {
                    var successor = newest.playbooks().get(playbook.key());
                    return successor == null
                            ? Stream.of(Publication.Loss.whole(playbook))
                            : successor.losses(playbook).stream()
                                    .map(problem -> new Publication.Loss(playbook.key(), problem));
                });
    }

    /// The editions that came into force after one moment and up to another, oldest first.
    public List<CameIntoForce> since(String school, Instant after, Instant upTo) {
        return database.read(sql -> {
            var rows = new EditionRows(sql, school);
            return CameIntoForce.moments(rows.all()).entrySet().stream()
                    .filter(each -> each.getValue().isAfter(after))
                    .filter(each -> !each.getValue().isAfter(upTo))
                    .map(each -> new CameIntoForce(open(rows, each.getKey()), each.getValue()))
                    .toList();
        });
    }

    /// The edition in force today.
    ///
    /// @throws IllegalStateException if the school has published none
    public Edition running(String school) {
        var today = SchoolTime.day(clock.instant());
        return database.read(sql -> running(sql, school, today));
    }

    /// The edition in force today, of the only school that has published any; none where no school
    /// has, or more than one.
    public Optional<Edition> onlyOne() {
        var today = SchoolTime.day(clock.instant());
        return database.read(sql -> {
            var schools = EditionRows.schools(sql);
            return schools.size() == 1
                    ? inForce(new EditionRows(sql, schools.getFirst()), today)
                    : Optional.empty();
        });
    }

    /// As {@link #running(String)}, as a change being made sees it.
    public Edition running(Tx tx) {
        return running(tx.sql(), tx.school(), SchoolTime.day(clock.instant()));
    }

    /// An edition of the school by its id, such as the one that an open case stays on.
    public Optional<Edition> find(String school, String id) {
        return database.read(sql -> {
            var rows = new EditionRows(sql, school);
            return rows.has(id) ? Optional.of(open(rows, id)) : Optional.empty();
        });
    }

    private Edition running(DSLContext sql, String school, LocalDate today) {
        return inForce(new EditionRows(sql, school), today)
                .orElseThrow(() -> new IllegalStateException("the school has no policy in force"));
    }

    private Optional<Edition> inForce(EditionRows rows, LocalDate today) {
        return rows.runningOn(today).map(id -> open(rows, id));
    }

    /// Reading a pack takes long and an edition never changes, so each is read once.
    private Edition open(EditionRows rows, String id) {
        var known = opened.get(id);
        if (known != null) {
            return known;
        }
        var row = rows.find(id).orElseThrow();
        var pack = Packs.fromCanonical(row.resolved());
        if (!pack.hash().equals(row.hash())) {
            throw new IllegalStateException("the stored edition " + id + " was changed");
        }
        var edition = new Edition(id, pack);
        opened.put(id, edition);
        return edition;
    }
}
