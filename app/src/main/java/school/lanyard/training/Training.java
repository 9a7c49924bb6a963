// SPDX-License-Identifier: Apache-2.0
package school.lanyard.training;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Course;
import school.lanyard.database.Database;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.policy.Editions;
import school.lanyard.sealing.KeyKind;
import school.lanyard.sealing.Seals;
import school.lanyard.training.store.SessionRows;
import tools.jackson.databind.json.JsonMapper;

/// The training of every school: sessions with who was there and what they covered. When somebody
/// is due follows from them, the policy and the day; it is stored nowhere.
@Service
public final class Training {

    static final String RECORDED = "training.session-recorded";
    static final String WITHDRAWN = "training.session-withdrawn";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Database database;
    private final Seals seals;
    private final Ledger ledger;
    private final Editions editions;
    private final Trainees trainees;
    private final InstantSource clock;

    Training(
            Database database,
            Seals seals,
            Ledger ledger,
            Editions editions,
            Trainees trainees,
            InstantSource clock) {
        this.database = database;
        this.seals = seals;
        this.ledger = ledger;
        this.editions = editions;
        this.trainees = trainees;
        this.clock = clock;
    }

    /// Somebody and where they stand with a course.
    public record Line(Trainees.Needs needs, Trained trained) {}

    /// A course and everybody who needs it.
    public record Sheet(Course course, List<Line> lines) {

        public List<Line> overdue() {
            return lines.stream().filter(line -> line.trained().overdue()).toList();
        }

        public long current() {
            return lines.stream().filter(line -> line.trained().current()).count();
        }
    }

    /// A session that is to be recorded.
    ///
    /// @param form tells the same form sent again from another one
    public record Held(
            String form,
            String course,
            Session.Provider provider,
            LocalDate on,
            Set<String> items,
            Set<String> people,
            Session.Details details) {}

    /// Every course of the policy in force, as of now.
    public List<Sheet> sheets(String school) {
        var now = clock.instant();
        var pack = editions.running(school).pack();
        var book = new Book(pack, SchoolTime.day(now), counting(school, now));
        var here = trainees.on(school, SchoolTime.day(now));
        return pack.training().values().stream().map(course -> sheet(book, here, course)).toList();
    }

    static Sheet sheet(Book book, Trainees.On here, Course course) {
        return new Sheet(
                course,
                here.needing(course).stream()
                        .map(each ->
                                new Line(each, book.of(course, each.person().id(), each.since())))
                        .toList());
    }

    /// What one person needs.
    public record Own(Course course, Trained trained) {}

    public List<Own> of(String school, String person) {
        var own = new ArrayList<Own>();
        for (var sheet : sheets(school)) {
            sheet.lines().stream()
                    .filter(line -> line.needs().person().id().equals(person))
                    .forEach(line -> own.add(new Own(sheet.course(), line.trained())));
        }
        return List.copyOf(own);
    }

    /// The sessions that count, the newest first.
    public List<Session> sessions(String school) {
        return counting(school, clock.instant());
    }

    List<Session> counting(String school, Instant at) {
        return database.read(sql -> new SessionRows(sql, school).counting(at));
    }

    /// Records a session with all who were there. The same form sent again records it once.
    public String record(String school, String by, Held held) {
        var at = clock.instant();
        var id =
                UUID.nameUUIDFromBytes(
                                (school + held.form() + held.course() + held.on())
                                        .getBytes(StandardCharsets.UTF_8))
                        .toString();
        var session =
                new Session(
                        id,
                        held.course(),
                        held.provider(),
                        held.on(),
                        held.items(),
                        held.people(),
                        by,
                        at);
        var key = seals.newKey(school, KeyKind.REPORT);
        var sealed = seals.seal(school, key, JSON.writeValueAsBytes(held.details()), context(id));
        database.change(
                school,
                tx -> {
                    var rows = new SessionRows(tx.sql(), school);
                    if (rows.insert(
                            session,
                            editions.running(tx).id(),
                            new SessionRows.Sealed(key, sealed))) {
                        var about = new ArrayList<String>();
                        about.add(id);
                        held.people().stream().sorted().forEach(about::add);
                        ledger.enter(tx, new Note(at, Actor.person(by), RECORDED, about, null));
                    }
                });
        return id;
    }

    /// What of a session is sealed.
    public Optional<Session.Details> details(String school, String session) {
        return database.read(sql -> new SessionRows(sql, school).sealed(session))
                .map(row ->
                        JSON.readValue(
                                seals.open(school, row.keyId(), row.sealed(), context(session)),
                                Session.Details.class));
    }

    /// Makes a session that was recorded by mistake count for nothing.
    ///
    /// @return false if there is none that counts
    public boolean withdraw(String school, String by, String session, String why) {
        var at = clock.instant();
        return database.write(
                school,
                tx -> {
                    var rows = new SessionRows(tx.sql(), school);
                    var key = rows.sealed(session).map(SessionRows.Sealed::keyId);
                    if (key.isEmpty()) {
                        return false;
                    }
                    var sealed =
                            seals.seal(
                                    school,
                                    key.get(),
                                    why.getBytes(StandardCharsets.UTF_8),
                                    context(session) + ":withdrawn");
                    if (!rows.withdraw(
                            session, new SessionRows.Sealed(key.get(), sealed), by, at)) {
                        return false;
                    }
                    ledger.enter(tx, Note.of(at, Actor.person(by), WITHDRAWN, session));
                    return true;
                });
    }

    private static String context(String session) {
        return "training:" + session;
    }
}
