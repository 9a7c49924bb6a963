// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.pack.Packs;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.database.UntilChanged;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.policy.store.DraftRows;
import school.lanyard.policy.store.EditionRequestRows;
import school.lanyard.policy.store.EditionRows;
import school.lanyard.policy.store.PublicationRows;
import school.lanyard.policy.store.SourceRows;

/// The published editions of each school's policy.
@Service
public final class Editions {

    private final Database database;
    private final Ledger ledger;
    private final InstantSource clock;
    private final Map<Known, Edition> opened = new ConcurrentHashMap<>();
    private final UntilChanged<Map<String, Instant>> moments = new UntilChanged<>();
    private final UntilChanged<Running> running = new UntilChanged<>();

    private record Known(String school, String id) {}

    /// The edition in force on a day.
    private record Running(LocalDate day, Edition edition) {}

    public Editions(Database database, Ledger ledger, InstantSource clock) {
        this.database = database;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// Editions for whoever looks back at what is published, where there is no clock.
    public static Editions lookingBack(Database database, Ledger ledger) {
        return new Editions(
                database,
                ledger,
                () -> {
                    throw new IllegalStateException("looking back needs no clock");
                });
    }

    /// Publishes a resolved pack as the school's edition from a day on. If another edition is in
    /// force then and the two differ in who reads cases, it waits for a second person (ADR 31); a
    /// school's first edition makes no reader, for nobody holds a post yet.
    public Published publish(Tx tx, Actor by, Pack pack, LocalDate inForceOn) {
        return publish(tx, by, pack, Map.of(), inForceOn);
    }

    /// As {@link #publish(Tx, Actor, Pack, LocalDate)}, keeping the files that the pack was made
    /// from, so that the next edition can be begun from them.
    ///
    /// @param sources texts by path inside the pack; those of one that waits are kept by whoever
    ///   asked
    public Published publish(
            Tx tx, Actor by, Pack pack, Map<String, String> sources, LocalDate inForceOn) {
        var id = UUID.randomUUID().toString();
        var from = inForceOn.isBefore(today()) ? today() : inForceOn;
        var rows = new EditionRows(tx.sql(), tx.school());
        if (rows.none()) {
            return new Published.Done(insert(tx, by, id, pack, sources, inForceOn), List.of());
        }
        var losses = losses(rows, pack);
        if (rows.runningOn(from)
                .map(before -> open(rows, before).pack())
                .filter(before -> WhoReads.under(before).equals(WhoReads.under(pack)))
                .isPresent()) {
            return new Published.Done(insert(tx, by, id, pack, sources, from), losses);
        }
        new EditionRequestRows(tx.sql(), tx.school())
                .ask(id, pack, Packs.FORMAT, from, by.id(), clock.instant());
        ledger.enter(tx, Note.of(clock.instant(), by, "policy.asked", id));
        return new Published.Waits(id, losses);
    }

    /// What a second person said. {@link EditionRequests} asks first whether they may.
    void decide(Tx tx, String by, EditionRequestRows.Row asked, boolean granted) {
        var actor = Actor.person(by);
        new EditionRequestRows(tx.sql(), tx.school())
                .decide(asked.id(), granted, by, clock.instant());
        ledger.enter(
                tx,
                Note.of(
                        clock.instant(),
                        actor,
                        granted ? "policy.granted" : "policy.refused",
                        asked.id()));
        if (granted) {
            var pack = Packs.fromCanonical(asked.resolved());
            if (!pack.hash().equals(asked.hash())) {
                throw new IllegalStateException("the edition " + asked.id() + " was changed");
            }
            var from = asked.inForceOn().isBefore(today()) ? today() : asked.inForceOn();
            insert(tx, actor, asked.id(), pack, finished(tx, by, asked.id()), from);
        }
    }

    /// The draft that was asked to be an edition has become it.
    ///
    /// @return its files
    private Map<String, String> finished(Tx tx, String by, String asked) {
        var drafts = new DraftRows(tx.sql(), tx.school());
        return new PublicationRows(tx.sql(), tx.school())
                .draftOf(asked)
                .map(draft -> {
                    drafts.end(draft, true, by, clock.instant());
                    return drafts.files(draft).stream()
                            .collect(Collectors.toMap(Draft.File::path, Draft.File::text));
                })
                .orElse(Map.of());
    }

    private Edition insert(
            Tx tx,
            Actor by,
            String id,
            Pack pack,
            Map<String, String> sources,
            LocalDate inForceOn) {
        new EditionRows(tx.sql(), tx.school())
                .insert(id, pack, Packs.FORMAT, inForceOn, clock.instant());
        new SourceRows(tx.sql(), tx.school()).insert(id, sources);
        ledger.enter(tx, Note.of(clock.instant(), by, "policy.published", id));
        running.forgetAfter(tx);
        moments.forgetAfter(tx);
        return new Edition(id, pack);
    }

    private List<Published.Loss> losses(EditionRows rows, Pack newest) {
        return rows.all().stream()
                .map(row -> open(rows, row.id()))
                .flatMap(earlier -> losses(earlier, newest))
                .distinct()
                .toList();
    }

    /// Each earlier edition is compared, whether or not a case is open on it: a list that named
    /// only those with open cases would tell whoever reads it that there is one.
    private static Stream<Published.Loss> losses(Edition earlier, Pack newest) {
        return earlier.pack().playbooks().values().stream()
                .flatMap(playbook -> {
                    var successor = newest.playbooks().get(playbook.key());
                    return successor == null
                            ? Stream.of(Published.Loss.whole(playbook))
                            : successor.losses(playbook).stream()
                                    .map(problem -> new Published.Loss(playbook.key(), problem));
                });
    }

    /// What an edition would take away of what earlier ones say that every school keeps.
    List<Published.Loss> losses(String school, Pack pack) {
        return database.read(sql -> losses(new EditionRows(sql, school), pack));
    }

    /// Everything that was ever published, the newest first.
    public List<Publication> history(String school) {
        return database.read(sql -> {
            var rows = new EditionRows(sql, school);
            var all = rows.all();
            return History.of(
                    all, id -> open(rows, id), new PublicationRows(sql, school).all(), today());
        });
    }

    /// The names that editions have.
    Set<String> names(Tx tx) {
        var rows = new EditionRows(tx.sql(), tx.school());
        return rows.all().stream()
                .map(row -> open(rows, row.id()).pack().edition())
                .collect(Collectors.toSet());
    }

    /// The editions that came into force after one moment and up to another, oldest first.
    public List<CameIntoForce> since(String school, Instant after, Instant upTo) {
        return moments(school).entrySet().stream()
                .filter(each -> each.getValue().isAfter(after))
                .filter(each -> !each.getValue().isAfter(upTo))
                .map(each -> came(school, each))
                .toList();
    }

    /// The edition that was in force at a moment, and since when; none where no edition ran yet.
    public Optional<CameIntoForce> inForceAt(String school, Instant at) {
        return moments(school).entrySet().stream()
                .filter(each -> !each.getValue().isAfter(at))
                .reduce((_, later) -> later)
                .map(each -> came(school, each));
    }

    private Map<String, Instant> moments(String school) {
        return moments.of(
                school,
                () ->
                        database.read(
                                sql -> CameIntoForce.moments(new EditionRows(sql, school).all())));
    }

    private CameIntoForce came(String school, Map.Entry<String, Instant> moment) {
        return new CameIntoForce(find(school, moment.getKey()).orElseThrow(), moment.getValue());
    }

    /// The edition in force today.
    ///
    /// @throws IllegalStateException if the school has published none
    public Edition running(String school) {
        var today = today();
        return running.of(
                        school,
                        known -> known.day().equals(today),
                        () -> new Running(today, database.read(sql -> running(sql, school, today))))
                .edition();
    }

    /// The edition in force at a school today; none where nothing has come into force yet.
    public Optional<Edition> inForce(String school) {
        return database.read(sql -> inForce(new EditionRows(sql, school), today()));
    }

    /// The schools that have published an edition.
    public Set<String> publishing() {
        return database.read(EditionRows::schools);
    }

    /// As {@link #running(String)}, as a change being made sees it.
    public Edition running(Tx tx) {
        return running(tx.sql(), tx.school(), today());
    }

    /// An edition of the school by its id, such as the one that an open case stays on.
    public Optional<Edition> find(String school, String id) {
        var known = opened.get(new Known(school, id));
        if (known != null) {
            return Optional.of(known);
        }
        return database.read(sql -> {
            var rows = new EditionRows(sql, school);
            return rows.has(id) ? Optional.of(open(rows, id)) : Optional.empty();
        });
    }

    private Edition running(DSLContext sql, String school, LocalDate today) {
        return inForce(new EditionRows(sql, school), today)
                .orElseThrow(() -> new IllegalStateException("the school has no policy in force"));
    }

    private LocalDate today() {
        return SchoolTime.day(clock.instant());
    }

    private Optional<Edition> inForce(EditionRows rows, LocalDate today) {
        return rows.runningOn(today).map(id -> open(rows, id));
    }

    /// Reading a pack takes long and an edition never changes, so each is read once.
    private Edition open(EditionRows rows, String id) {
        var key = new Known(rows.school(), id);
        var known = opened.get(key);
        if (known != null) {
            return known;
        }
        var row = rows.find(id).orElseThrow();
        var pack = Packs.fromCanonical(row.resolved());
        if (!pack.hash().equals(row.hash())) {
            throw new IllegalStateException("the stored edition " + id + " was changed");
        }
        var edition = new Edition(id, pack);
        opened.put(key, edition);
        return edition;
    }
}
