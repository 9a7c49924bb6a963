// SPDX-License-Identifier: Apache-2.0
package school.lanyard.lessons;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.lessons.store.LessonRows;
import school.lanyard.reports.GovernorReports;
import school.lanyard.reports.names.Finding;
import school.lanyard.sealing.KeyKind;
import school.lanyard.sealing.Seals;
import tools.jackson.databind.json.JsonMapper;

/// The lessons of every school and the changes that follow. Nothing goes out that names anybody on
/// the school's register.
@Service
public final class Lessons {

    static final String PUBLISHED = "lesson.published";
    private static final String WITHDRAWN = "lesson.withdrawn";
    private static final String CHANGE_SET = "practice-change.set";
    private static final String CHANGE_DONE = "practice-change.done";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// Something written that was held against the register.
    public sealed interface Writing {

        record Done() implements Writing {}

        /// It names somebody, or may do so.
        record Named(Finding finding) implements Writing {}
    }

    /// Who writes, and when.
    public record Writer(String school, String person, Instant at) {}

    private final Database database;
    private final Seals seals;
    private final Ledger ledger;
    private final GovernorReports reports;

    Lessons(Database database, Seals seals, Ledger ledger, GovernorReports reports) {
        this.database = database;
        this.seals = seals;
        this.ledger = ledger;
        this.reports = reports;
    }

    /// Publishes a lesson to those whom it is for.
    ///
    /// @param confirmed words that the writer says are not names there
    /// @param token of the form it was sent with; the same form sent again publishes nothing more
    public Writing publish(
            Writer writer,
            Lesson.Words words,
            Set<Lesson.Audience> audiences,
            Set<String> confirmed,
            String token) {
        var text = String.join("\n", words.title(), words.learned(), words.changes());
        var finding = reports.check(writer.school(), text, confirmed);
        if (!(finding instanceof Finding.Clear)) {
            return new Writing.Named(finding);
        }
        var id = id(token + text);
        var key = seals.newKey(writer.school(), KeyKind.REPORT);
        database.change(
                writer.school(),
                tx -> {
                    var rows = new LessonRows(tx.sql(), tx.school());
                    if (rows.all().stream().anyMatch(row -> row.id().equals(id))) {
                        return;
                    }
                    rows.add(
                            new LessonRows.Row(
                                    id,
                                    key,
                                    seal(tx.school(), key, id, JSON.writeValueAsString(words)),
                                    writer.person(),
                                    writer.at(),
                                    null),
                            audiences.stream().map(Enum::name).sorted().toList());
                    enter(tx, writer, PUBLISHED, id);
                });
        return new Writing.Done();
    }

    /// Takes a lesson off every page. That it was there stays.
    public void withdraw(Writer writer, String lesson) {
        database.change(
                writer.school(),
                tx -> {
                    new LessonRows(tx.sql(), tx.school())
                            .withdraw(lesson, writer.person(), writer.at());
                    enter(tx, writer, WITHDRAWN, lesson);
                });
    }

    /// Every lesson of a school, the newest first.
    public List<Lesson> all(String school) {
        return database.read(sql -> {
            var rows = new LessonRows(sql, school);
            var audiences = rows.audiences();
            return rows.all().stream()
                    .map(row ->
                            new Lesson(
                                    row.id(),
                                    JSON.readValue(
                                            open(school, row.keyId(), row.id(), row.sealed()),
                                            Lesson.Words.class),
                                    audiences.getOrDefault(row.id(), List.of()).stream()
                                            .map(Lesson.Audience::valueOf)
                                            .collect(
                                                    Collectors.toCollection(() ->
                                                            EnumSet.noneOf(Lesson.Audience.class))),
                                    row.publishedBy(),
                                    row.publishedAt(),
                                    row.withdrawnAt() != null))
                    .toList();
        });
    }

    /// What stands published for people of these groups of the policy.
    public List<Lesson> forGroups(String school, Set<String> groups) {
        return all(school).stream()
                .filter(lesson -> !lesson.withdrawn())
                .filter(lesson ->
                        lesson.audiences().stream().anyMatch(audience -> audience.has(groups)))
                .toList();
    }

    public Optional<Lesson> find(String school, String id) {
        return all(school).stream().filter(lesson -> lesson.id().equals(id)).findFirst();
    }

    /// Sets a change to how the school works.
    ///
    /// @param owner key of the role that sees to it
    public Writing change(
            Writer writer, String what, String owner, LocalDate due, Set<String> confirmed) {
        var finding = reports.check(writer.school(), what, confirmed);
        if (!(finding instanceof Finding.Clear)) {
            return new Writing.Named(finding);
        }
        var id = UUID.randomUUID().toString();
        var key = seals.newKey(writer.school(), KeyKind.REPORT);
        database.change(
                writer.school(),
                tx -> {
                    new LessonRows(tx.sql(), tx.school())
                            .add(
                                    new LessonRows.Change(
                                            id,
                                            owner,
                                            due,
                                            key,
                                            seal(tx.school(), key, id, what),
                                            writer.person(),
                                            writer.at(),
                                            null,
                                            null,
                                            null));
                    enter(tx, writer, CHANGE_SET, id);
                });
        return new Writing.Done();
    }

    /// Records that a change was made, and how.
    public Writing done(Writer writer, PracticeChange change, String how, Set<String> confirmed) {
        var finding = reports.check(writer.school(), how, confirmed);
        if (!(finding instanceof Finding.Clear)) {
            return new Writing.Named(finding);
        }
        database.change(
                writer.school(),
                tx -> {
                    var rows = new LessonRows(tx.sql(), tx.school());
                    var key =
                            rows.changes().stream()
                                    .filter(row -> row.id().equals(change.id()))
                                    .map(LessonRows.Change::keyId)
                                    .findFirst()
                                    .orElseThrow();
                    var sealed = seal(tx.school(), key, change.id() + ":done", how);
                    if (rows.done(change.id(), key, sealed, writer.person(), writer.at())) {
                        enter(tx, writer, CHANGE_DONE, change.id());
                    }
                });
        return new Writing.Done();
    }

    /// Every practice change of a school, what is due first in front.
    public List<PracticeChange> changes(String school) {
        return database.read(sql -> new LessonRows(sql, school).changes()).stream()
                .map(row -> opened(school, row))
                .toList();
    }

    private PracticeChange opened(String school, LessonRows.Change row) {
        var done = row.doneSealed();
        return new PracticeChange(
                row.id(),
                open(school, row.keyId(), row.id(), row.sealed()),
                row.owner(),
                row.due(),
                row.setBy(),
                row.setAt(),
                done == null
                        ? null
                        : new PracticeChange.Done(
                                open(school, row.keyId(), row.id() + ":done", done),
                                Objects.requireNonNull(row.doneBy()),
                                Objects.requireNonNull(row.doneAt())));
    }

    private void enter(Tx tx, Writer writer, String action, String subject) {
        ledger.enter(tx, Note.of(writer.at(), Actor.person(writer.person()), action, subject));
    }

    private byte[] seal(String school, String key, String context, String text) {
        return seals.seal(school, key, text.getBytes(StandardCharsets.UTF_8), "lesson:" + context);
    }

    private String open(String school, String key, String context, byte[] sealed) {
        return new String(
                seals.open(school, key, sealed, "lesson:" + context), StandardCharsets.UTF_8);
    }

    private static String id(String words) {
        return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
