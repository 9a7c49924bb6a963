// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import school.lanyard.concerns.store.CaseFiles;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.ledger.Chain;
import school.lanyard.core.ledger.Ciphertext;
import school.lanyard.core.ledger.Entry;
import school.lanyard.core.ledger.Hash;
import school.lanyard.core.ledger.Link;
import school.lanyard.core.pack.Pack;
import school.lanyard.database.Tx;
import school.lanyard.ledger.store.Entries;
import school.lanyard.sealing.KeyKind;
import school.lanyard.sealing.Seals;

/// Ten years of one school's cases from a seed: the rows and the entries that the services would
/// have written, sealed and chained by the same code, and put into the database many at a time.
final class TenYears {

    /// Words of the language, many of them often and a few seldom, as people write.
    private static final int WORDS = 3_000;

    private static final int NOTES = 8;
    private static final int OPEN_IN = 25;

    /// Who is there.
    record Cast(
            String school,
            String edition,
            Pack pack,
            String dsl,
            String teacher,
            List<String> children) {}

    private final Seals seals;
    private final Cast cast;
    private final RandomGenerator random;
    private final String category;
    private Hash last = Chain.START;
    private long sequence;

    TenYears(Seals seals, Cast cast, long seed) {
        this.seals = seals;
        this.cast = cast;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.category = cast.pack().categoriesFor("learner").getFirst().key();
    }

    /// Puts so many incidents into the school, each with its concern; returns their references.
    List<String> fill(Tx tx, int incidents) {
        var head = new Entries(tx.sql(), tx.school()).head();
        sequence = head.sequence();
        var references = new ArrayList<String>();
        tx.sql()
                .connection(connection -> {
                    try (var rows = new Rows(connection)) {
                        var keys = seals.newKeys(cast.school(), KeyKind.CASE, 2 * incidents);
                        last = head.hash();
                        var begin = Instant.now().minus(Duration.ofDays(3_650));
                        for (int i = 0; i < incidents; i++) {
                            var at =
                                    begin.plus(
                                            Duration.ofMinutes(3_649L * 24 * 60 * i / incidents));
                            references.add(
                                    incident(rows, at, keys.get(2 * i), keys.get(2 * i + 1), i));
                        }
                        rows.head(cast.school(), sequence, last.hex());
                    }
                });
        return references;
    }

    private String incident(Rows rows, Instant at, String concernKey, String key, int number)
            throws SQLException {
        var concern = UUID.randomUUID().toString();
        var incident = UUID.randomUUID().toString();
        var child = cast.children().get(random.nextInt(cast.children().size()));
        var other = cast.children().get(random.nextInt(cast.children().size()));
        rows.file(cast.school(), concern, "concern", concernKey, cast.edition(), at);
        rows.concern(cast.school(), concern, cast.teacher(), at);
        enter(rows, at, cast.teacher(), Concern.RECEIVED, concern, concernKey, report(child, at));
        enter(
                rows,
                at,
                cast.teacher(),
                Intake.CLOSED_TO,
                concern,
                concernKey,
                new Intake.ClosedTo(
                        Map.of(child, "affected"),
                        Set.of(),
                        List.of(
                                new CaseFiles.Routed(1, "dsl", "anything-else"),
                                new CaseFiles.Routed(1, "deputy-dsl", "anything-else"))));
        var reference = rows.file(cast.school(), incident, "incident", key, cast.edition(), at);
        rows.joined(cast.school(), concern, incident, at);
        var open = number % OPEN_IN == 0;
        var events = events(concern, child, other, at, open);
        for (var event : events) {
            enter(rows, at, cast.dsl(), IncidentEvents.action(event), incident, key, event);
        }
        rows.incident(cast.school(), incident, events.size(), category, open, at);
        for (var id : List.of(concern, incident)) {
            rows.linked(cast.school(), id, child, "affected");
            if (!other.equals(child)) {
                rows.linked(cast.school(), id, other, "witness");
            }
            rows.routed(cast.school(), id, "dsl");
            rows.routed(cast.school(), id, "deputy-dsl");
        }
        return reference;
    }

    private List<IncidentEvent> events(
            String concern, String child, String other, Instant at, boolean open) {
        var events = new ArrayList<IncidentEvent>();
        events.add(new IncidentEvent.Opened(concern, "incident"));
        events.add(new IncidentEvent.PersonLinked(child, Part.AFFECTED));
        if (!other.equals(child)) {
            events.add(new IncidentEvent.PersonLinked(other, Part.WITNESS));
        }
        events.add(
                new IncidentEvent.Classified("learner", category, List.of("contact"), "contact"));
        events.add(new IncidentEvent.StepDone("notified", at, false, Map.of(), text(20)));
        events.add(new IncidentEvent.StepDone("protect", at, false, Map.of(), text(20)));
        for (int i = 0; i < NOTES; i++) {
            events.add(new IncidentEvent.NoteAdded(text(40)));
        }
        if (!open) {
            events.add(new IncidentEvent.Closed(ClosingOutcome.SUPPORT.key(), text(30)));
        }
        return events;
    }

    private Report report(String child, Instant at) {
        return new Report(
                List.of("anything-else"),
                List.of(new Report.Named(child, "Somebody")),
                text(60),
                text(15),
                LocalDate.ofInstant(at, SchoolTime.ZONE),
                null,
                "",
                Report.Place.OFF_SITE,
                text(3),
                "A tablet",
                false,
                "",
                at);
    }

    private String text(int words) {
        var text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            var number = (int) (WORDS * Math.pow(random.nextDouble(), 3));
            text.append(i == 0 ? "" : " ").append(word(number));
        }
        return text.toString();
    }

    /// The word with a number: the same everywhere.
    static String word(int number) {
        var word = new StringBuilder("w");
        for (int rest = number + 26; rest > 0; rest /= 26) {
            word.append((char) ('a' + rest % 26));
        }
        return word.toString();
    }

    private void enter(
            Rows rows,
            Instant at,
            String actor,
            String action,
            String subject,
            String key,
            Object content)
            throws SQLException {
        var id = UUID.randomUUID().toString();
        var plain = Json.write(content).getBytes(StandardCharsets.UTF_8);
        var entry =
                new Entry(
                        cast.school(),
                        ++sequence,
                        id,
                        at.toEpochMilli(),
                        actor,
                        action,
                        List.of(subject),
                        key,
                        Ciphertext.of(seals.seal(cast.school(), key, plain, "ledger:" + id)));
        var link = Link.after(last, entry);
        rows.entry(link);
        last = link.hash();
    }

    /// Statements that are sent many at a time.
    private static final class Rows implements AutoCloseable {

        private static final int MANY = 500;

        private final List<PreparedStatement> all = new ArrayList<>();
        private final PreparedStatement file;
        private final PreparedStatement concern;
        private final PreparedStatement joined;
        private final PreparedStatement incident;
        private final PreparedStatement linked;
        private final PreparedStatement routed;
        private final PreparedStatement entry;
        private final PreparedStatement subject;
        private final PreparedStatement head;
        private int waiting;

        Rows(Connection to) throws SQLException {
            file =
                    prepared(
                            to,
                            "case_file (id, school, kind, reference, key_id, edition, opened_at)",
                            7);
            concern =
                    prepared(
                            to,
                            "concern (case_id, school, draft, reporter, received_at, at_risk_now,"
                                    + " leader, sent_to, outside)",
                            9);
            joined = prepared(to, "concern_incident (concern, incident, school, joined_at)", 4);
            incident =
                    prepared(
                            to,
                            "incident (case_id, school, version, state, track, category, main_c,"
                                    + " outcome, leader, next_due_at, first_action_at, closed_at)",
                            12);
            linked = prepared(to, "case_person (school, case_id, person, part)", 4);
            routed = prepared(to, "case_route (school, case_id, tier, role, why)", 5);
            entry =
                    prepared(
                            to,
                            "ledger_entry (school, seq, id, entered_at, actor, action, key_id,"
                                    + " sealed, previous, hash)",
                            10);
            subject = prepared(to, "ledger_subject (school, subject, seq)", 3);
            head =
                    kept(
                            to.prepareStatement(
                                    "update ledger_head set seq = ?, hash = ? where school = ?"));
        }

        private PreparedStatement prepared(Connection to, String into, int values)
                throws SQLException {
            return kept(
                    to.prepareStatement(
                            "insert into " + into + " values (?" + ", ?".repeat(values - 1) + ")"));
        }

        private PreparedStatement kept(PreparedStatement statement) {
            all.add(statement);
            return statement;
        }

        private void add(PreparedStatement to, Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                to.setObject(i + 1, values[i]);
            }
            to.addBatch();
            if (++waiting >= MANY) {
                send();
            }
        }

        private void send() throws SQLException {
            for (var each : all) {
                each.executeBatch();
            }
            waiting = 0;
        }

        String file(String school, String id, String kind, String key, String edition, Instant at)
                throws SQLException {
            var reference = Reference.random();
            add(file, id, school, kind, reference, key, edition, at.toEpochMilli());
            return reference;
        }

        void concern(String school, String id, String reporter, Instant at) throws SQLException {
            add(concern, id, school, id, reporter, at.toEpochMilli(), false, false, "dsl", false);
        }

        void joined(String school, String concern, String incident, Instant at)
                throws SQLException {
            add(joined, concern, incident, school, at.toEpochMilli());
        }

        void incident(
                String school, String id, int version, String category, boolean open, Instant at)
                throws SQLException {
            add(
                    incident,
                    id,
                    school,
                    version,
                    open ? "open" : "closed",
                    "none",
                    category,
                    "contact",
                    open ? null : ClosingOutcome.SUPPORT.key(),
                    false,
                    open ? at.plus(Duration.ofDays(1)).toEpochMilli() : null,
                    at.toEpochMilli(),
                    open ? null : at.toEpochMilli());
        }

        void linked(String school, String id, String person, String part) throws SQLException {
            add(linked, school, id, person, part);
        }

        void routed(String school, String id, String role) throws SQLException {
            add(routed, school, id, 1, role, "anything-else");
        }

        void entry(Link link) throws SQLException {
            var each = link.entry();
            var ciphertext = each.ciphertext();
            add(
                    entry,
                    each.school(),
                    each.sequence(),
                    each.id(),
                    each.at(),
                    each.actor(),
                    each.action(),
                    each.keyId(),
                    ciphertext == null ? null : ciphertext.bytes(),
                    link.previous().hex(),
                    link.hash().hex());
            add(subject, each.school(), each.subjects().getFirst(), each.sequence());
        }

        void head(String school, long sequence, String hash) throws SQLException {
            add(head, sequence, hash, school);
        }

        @Override
        public void close() throws SQLException {
            send();
            for (var each : all) {
                each.close();
            }
        }
    }
}
