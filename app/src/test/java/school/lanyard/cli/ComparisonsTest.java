// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.CaseExhibits;
import school.lanyard.concerns.Concern;
import school.lanyard.concerns.Concerns;
import school.lanyard.concerns.IncidentEvent;
import school.lanyard.concerns.Origin;
import school.lanyard.concerns.Outcome;
import school.lanyard.concerns.Report;
import school.lanyard.database.DataHome;
import school.lanyard.database.Database;
import school.lanyard.exhibits.FileKind;
import school.lanyard.flags.Flag;
import school.lanyard.flags.Flags;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Rebuilding;
import school.lanyard.lessons.Lesson;
import school.lanyard.lessons.Lessons;
import school.lanyard.notices.Notices;
import school.lanyard.openreporting.ClassTablet;
import school.lanyard.openreporting.ClassTablets;
import school.lanyard.openreporting.Conversations;
import school.lanyard.openreporting.Face;
import school.lanyard.openreporting.Picture;
import school.lanyard.openreporting.Taps;
import school.lanyard.people.Births;
import school.lanyard.reports.Cases;
import school.lanyard.retention.Answer;
import school.lanyard.retention.Decision;
import school.lanyard.retention.Retention;
import school.lanyard.sealing.Seals;
import school.lanyard.testing.Engine;
import school.lanyard.testing.LiveSchool;
import school.lanyard.testing.RawDatabase;
import school.lanyard.transfer.Bundles;
import school.lanyard.transfer.PastConcerns;
import school.lanyard.transfer.Received;
import school.lanyard.transfer.Transfers;

/// Somebody with the database in their hands changes one row of each table that the ledger tells.
class ComparisonsTest {

    static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    /// What is done to one row of a table, and what is said of it then.
    static final Map<String, String> ALTERED =
            Map.ofEntries(
                    Map.entry("update concern set at_risk_now = not at_risk_now", "concerns whose"),
                    Map.entry(
                            "update concern_answer set answered_at = 1", "concerns that were not"),
                    Map.entry(
                            "update concern_incident set joined_at = 1", "concerns that are part"),
                    Map.entry("update case_handover set taken_at = 1", "incidents handed over"),
                    Map.entry(
                            "update case_route set why = 'mine' where tier > 0",
                            "cases sent to other"),
                    Map.entry(
                            "update case_route set role = 'chair-of-governors' where tier = 0",
                            "cases opened to a post"),
                    Map.entry("update exhibit set bytes = 1", "files of cases that are not"),
                    Map.entry("update exhibit_part set sealed = x'00'", "files of cases whose"),
                    Map.entry("update notice set decide_by_at = 1", "notices whose kind"),
                    Map.entry("update notice set acknowledged_at = 1", "notices that were"),
                    Map.entry(
                            "update anonymous_receipt set print = 'mine'", "receipts that another"),
                    Map.entry("update anonymous_receipt set waiting_at = null", "receipts whose"),
                    Map.entry("update class_tablet set set_up_at = 1", "class tablets"),
                    Map.entry("update tablet_signal set taken_back_at = 1", "signals of children"),
                    Map.entry("update tablet_call set called_at = 1", "calls for a grown-up that"),
                    Map.entry("update tablet_call set gone_at = 1", "calls for a grown-up whose"),
                    Map.entry(
                            "update person_flag set guardian = null", "flags of children that are"),
                    Map.entry(
                            "update person_flag_end set ended_at = 1",
                            "flags of children that were not"),
                    Map.entry(
                            "delete from lesson_audience where audience = 'STAFF'",
                            "lessons that are"),
                    Map.entry("update lesson_withdrawal set withdrawn_at = 1", "lessons that were"),
                    Map.entry(
                            "update practice_change set owner = 'governor'",
                            "practice changes that are"),
                    Map.entry(
                            "update practice_change_done set done_at = 1",
                            "practice changes that were"),
                    Map.entry("update person_birth set recorded_at = 1", "dates of birth"),
                    Map.entry("delete from retention_hold", "holds on cases that are"),
                    Map.entry(
                            "update retention_hold_end set ended_at = 1",
                            "holds on cases that did"),
                    Map.entry(
                            "update retention_review set keep_until = '2199-01-01'",
                            "reviews of cases"),
                    Map.entry(
                            "update retention_review_answer set agreed = false",
                            "answers to reviews"),
                    Map.entry(
                            "update disposal set decided_by = agreed_by", "disposals that nobody"),
                    Map.entry("update transfer set due_on = null", "files to send"),
                    Map.entry("update transfer_bundle set manifest_hash = 'x'", "bundles that"),
                    Map.entry(
                            "update transfer_receipt set confirmed_on = '1999-01-01'",
                            "receipts of next schools"),
                    Map.entry("update received_file set print = 'x'", "files of children that"),
                    Map.entry("update transfer_key set public_key = 'mine'", "keys for files"));

    static LiveSchool school;
    static Cases cases;
    static Viewer dsl;
    static Viewer deputy;

    @BeforeAll
    static void work() {
        school = new LiveSchool(Engine.SQLITE);
        cases = new Cases(school);
        dsl = cases.as("dsl");
        deputy = cases.as("deputy");
        incident();
        waysIn();
        standing();
        lessons();
        retention();
        transfers();
    }

    @AfterAll
    static void close() {
        school.close();
    }

    private static <T> T bean(Class<T> type) {
        return school.server().bean(type);
    }

    private static void incident() {
        var reference = cases.incident("anything-else", "pip", "dsl", "learner", 5, NOW);
        cases.record("dsl", reference, new IncidentEvent.OpenedToPost("headteacher", "Two."), NOW);
        cases.record(
                "dsl", reference, new IncidentEvent.HandedOver(school.id("deputy"), "Away."), NOW);
        cases.record("deputy", reference, new IncidentEvent.TakenOn(""), NOW);
        assertThat(
                        bean(CaseExhibits.class)
                                .keep(
                                        dsl,
                                        reference,
                                        new CaseExhibits.Sent(
                                                "a.txt",
                                                FileKind.TEXT.name(),
                                                null,
                                                school.today(),
                                                "Her mother",
                                                "A message"),
                                        "Words".getBytes(StandardCharsets.UTF_8),
                                        UUID.randomUUID().toString(),
                                        NOW))
                .isEqualTo(new Outcome.Recorded());
    }

    private static void waysIn() {
        var notices = bean(Notices.class);
        bean(Concerns.class).receive(cases.as("teacher"), once(), report(null, "web-content"));
        var notice = notices.waiting(dsl).getFirst();
        notices.acknowledge(dsl, notice.concern(), NOW);

        var conversations = bean(Conversations.class);
        var given =
                conversations.receive(
                        school.school(),
                        "form",
                        Map.of(),
                        report(Origin.of(Origin.Way.ANONYMOUS), null));
        var side = conversations.open(school.school(), given.code()).orElseThrow();
        conversations.say(school.school(), side.receipt(), once(), "Is anybody there?");

        var tablets = bean(ClassTablets.class);
        var shown =
                new ClassTablet.Shown(
                        "Kestrels",
                        List.of(
                                new ClassTablet.GrownUp(
                                        school.id("teacher"), "Miss", Face.GREY_HAIR)));
        var code = tablets.setUp(cases.as("teacher"), once(), shown);
        var tablet = tablets.find(tablets.bind(code).orElseThrow()).orElseThrow();
        bean(Taps.class).press(tablet, Picture.SAD, shown.grownUps().getFirst());
    }

    private static String once() {
        return UUID.randomUUID().toString();
    }

    private static Report report(Origin origin, String kind) {
        return new Report(
                List.of("anything-else"),
                List.of(),
                "It happened again.",
                "",
                school.today(),
                null,
                "",
                Report.Place.OFF_SITE,
                "",
                "",
                false,
                "",
                NOW,
                origin,
                kind);
    }

    private static void standing() {
        var flags = bean(Flags.class);
        var said = new Flag.Said(Flag.Kind.COURT_ORDER, "An order", "Her uncle");
        flags.set(
                dsl,
                new Flags.New(school.id("pip"), said, school.id("teacher"), school.today()),
                NOW);
        flags.set(dsl, new Flags.New(school.id("bo"), said, null, school.today()), NOW);
        var bo = flags.of(dsl, List.of(school.id("bo"))).getFirst();
        assertThat(flags.end(dsl, school.id("bo"), bo.id(), "Over.", NOW)).isTrue();
    }

    private static void lessons() {
        var lessons = bean(Lessons.class);
        var head = new Lessons.Writer(school.school(), school.id("head"), NOW);
        var words = new Lesson.Words("Games", "Games have chats.", "");
        var audiences = Set.of(Lesson.Audience.STAFF, Lesson.Audience.GOVERNORS);
        assertThat(lessons.publish(head, words, audiences, Set.of(), "a"))
                .isInstanceOf(Lessons.Writing.Done.class);
        lessons.publish(head, words, audiences, Set.of(), "b");
        lessons.withdraw(head, lessons.all(school.school()).getFirst().id());
        lessons.change(head, "We tell families.", "dsl", school.today(), Set.of());
        var change = lessons.changes(school.school()).getFirst();
        lessons.done(head, change, "In the letter home.", Set.of());
    }

    private static void retention() {
        var retention = bean(Retention.class);
        born("bo", LocalDate.of(1990, 1, 1));
        var held = ended();
        retention.hold(dsl, held, "A court asks.", NOW);
        var released = ended();
        retention.hold(dsl, released, "A court asks.", NOW);
        retention.release(dsl, released, "It is over.", NOW);
        var later = new Decision.Keep(school.today().plusYears(1));
        retention.review(dsl, ended(), later, "Asked for.", NOW);
        var refused = ended();
        retention.review(dsl, refused, new Decision.Dispose(), "Old.", NOW);
        retention.answer(deputy, refused, false, NOW);
        var gone = ended();
        retention.review(dsl, gone, new Decision.Dispose(), "Old.", NOW);
        assertThat(retention.answer(deputy, gone, true, NOW)).isEqualTo(new Answer.Disposed());
    }

    private static void born(String key, LocalDate day) {
        bean(Database.class)
                .change(
                        school.school(),
                        tx ->
                                bean(Births.class)
                                        .record(tx, Actor.LANYARD, school.id(key), day, NOW));
    }

    /// A concern about somebody who is grown up, answered.
    private static String ended() {
        var reference = cases.concern("anything-else", "bo", NOW);
        bean(Concerns.class)
                .answer(
                        dsl,
                        reference,
                        new Concern.Answer("Nothing in it.", "Nobody.", true, "That."),
                        once(),
                        NOW);
        return reference;
    }

    private static void transfers() {
        var transfers = bean(Transfers.class);
        var id =
                transfers
                        .begin(dsl, school.id("pip"), "Oak Street School", school.today(), NOW)
                        .orElseThrow();
        var leaving = transfers.find(dsl, id).orElseThrow();
        var lock = new Bundles.Lock.Words("seven quiet herons".toCharArray());
        bean(Bundles.class)
                .make(
                        dsl,
                        leaving,
                        new Bundles.What(Set.of(), true, true, true),
                        lock,
                        "She moves.",
                        NOW);
        transfers.confirm(dsl, leaving, school.today(), "By telephone.", NOW);
        bean(Received.class).newPair(dsl, NOW);
        var past = bean(PastConcerns.class);
        var looked =
                past.look(
                        school.school(),
                        "date,child,concern\n2024-03-27,Pip Underhill,Came in tired\n",
                        NOW);
        past.take(dsl, looked, "The old system", NOW);
    }

    private static Map<String, Long> differing() {
        return Comparisons.differing(
                new Rebuilding(bean(Database.class), bean(Seals.class), school.school()));
    }

    @Test
    void is_found_in_every_one_of_them_and_in_none_before() {
        assertThat(differing()).isEmpty();
        RawDatabase.withoutForeignKeys(
                bean(DataHome.class).database(), List.copyOf(ALTERED.keySet()));
        var found = differing();
        assertThat(ALTERED.values())
                .allSatisfy(words ->
                        assertThat(found.keySet()).anyMatch(each -> each.startsWith(words)));
    }
}
