// SPDX-License-Identifier: Apache-2.0
package school.lanyard.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import school.lanyard.concerns.IncidentEvent;
import school.lanyard.concerns.Part;
import school.lanyard.concerns.Queue;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.database.Database;
import school.lanyard.ledger.Actor;
import school.lanyard.people.Kinship;
import school.lanyard.people.People;
import school.lanyard.reports.Cases;
import school.lanyard.testing.Engine;
import school.lanyard.testing.LiveSchool;

@ParameterizedClass
@EnumSource(Engine.class)
class AccessLogTest {

    @Parameter Engine engine;
    LiveSchool school;
    Cases cases;
    Instant now;

    @BeforeEach
    void open() {
        school = new LiveSchool(engine);
        school.add("dpo", "Dorian Pike", "visitor", "dpo");
        cases = new Cases(school);
        now = Instant.now();
    }

    @AfterEach
    void close() {
        school.close();
    }

    @Test
    void a_case_that_the_viewer_could_open_has_its_reference() {
        var reference = incidentAboutPip();
        read("dsl", reference);
        assertThat(lines("dsl"))
                .containsExactly(
                        new AccessLog.Line(
                                at(), school.id("dsl"), Looked.AT_INCIDENT, List.of(reference)));
    }

    @Test
    void a_case_that_cannot_be_about_the_viewer_stands_in_general_terms() {
        read("dsl", incidentAboutPip());
        assertThat(lines("dpo"))
                .containsExactly(
                        new AccessLog.Line(at(), school.id("dsl"), Looked.AT_INCIDENT, List.of()));
    }

    @Test
    void a_case_about_the_viewer_is_not_there() {
        var reference = incidentAboutPip();
        read("dsl", reference);
        link(reference, "dpo", Part.ALLEGED);
        assertThat(lines("dpo")).isEmpty();
        assertThat(log("dpo").all()).isOne();
    }

    @Test
    void a_case_in_which_the_viewers_family_has_any_part_is_not_there() {
        var reference = incidentAboutPip();
        read("dsl", reference);
        school.server()
                .bean(Database.class)
                .change(
                        school.school(),
                        tx ->
                                school.server()
                                        .bean(People.class)
                                        .relate(
                                                tx,
                                                Actor.LANYARD,
                                                List.of(
                                                        new Kinship(
                                                                school.id("bo"),
                                                                school.id("dpo"),
                                                                Kinship.Kind.RELATIVE))));
        assertThat(lines("dpo")).hasSize(1);
        link(reference, "bo", Part.WITNESS);
        assertThat(lines("dpo")).isEmpty();
    }

    /// Nobody is named, so nothing bars the headteacher: it is the route that tells.
    @Test
    void a_case_that_may_be_about_the_viewer_is_not_there() {
        var head = cases.incident("about-headteacher", "pip", "chair", "staff", 0, now);
        read("chair", head);
        assertThat(lines("head")).isEmpty();
        assertThat(lines("dpo")).as("nor is any leader's for those who cannot open it").isEmpty();
        assertThat(lines("chair")).hasSize(1);
        var staff = cases.incident("about-staff", "pip", "head", "staff", 0, now);
        read("head", staff);
        assertThat(lines("dpo")).as("the data protection officer works here too").isEmpty();
        assertThat(lines("head")).hasSize(1);
    }

    @Test
    void a_list_shows_only_what_the_viewer_may_know_was_in_it() {
        var leader = cases.incident("about-safeguarding-leads", "dsl", "head", "staff", 0, now);
        var queue = school.server().bean(Queue.class);
        queue.of(cases.as("head"), now);
        assertThat(lines("head"))
                .extracting(AccessLog.Line::references)
                .containsExactly(List.of(leader));
        assertThat(lines("dsl")).isEmpty();
    }

    @Test
    void pages_count_only_what_is_there() {
        var shown = incidentAboutPip();
        var hidden = cases.incident("about-headteacher", "head", "chair", "staff", 0, now);
        for (int i = 0; i < AccessLog.PAGE + 1; i++) {
            read("dsl", shown);
            read("chair", hidden);
        }
        var first = log("head");
        assertThat(first.all()).isEqualTo(AccessLog.PAGE + 1);
        assertThat(first.lines()).hasSize(AccessLog.PAGE);
        assertThat(log("head", 2).lines()).hasSize(2);
        assertThat(log("head", 9).page()).isEqualTo(2);
    }

    @Test
    void can_be_narrowed_to_one_reader_and_to_one_week() {
        var reference = incidentAboutPip();
        read("dsl", reference);
        read("deputy", reference);
        var week = monday();
        assertThat(asked("dsl", school.id("deputy"), null))
                .extracting(AccessLog.Line::who)
                .containsExactly(school.id("deputy"));
        assertThat(asked("dsl", null, week)).hasSize(2);
        assertThat(asked("dsl", null, week.minusWeeks(1))).isEmpty();
        assertThat(asked("dsl", school.id("head"), week)).isEmpty();
    }

    @Test
    void offers_to_narrow_it_to_nobody_whose_looks_are_not_in_it() {
        read("chair", cases.incident("about-headteacher", "pip", "chair", "staff", 0, now));
        assertThat(range("head").readers()).doesNotContain(school.id("chair"));
        assertThat(range("chair").readers()).contains(school.id("chair"));
    }

    @Test
    void a_part_of_it_is_entered_like_a_whole_page() {
        read("dsl", incidentAboutPip());
        asked("dsl", school.id("deputy"), null);
        assertThat(asked("dsl", school.id("dsl"), null)).isNotEmpty();
        var looks =
                log("dsl").lines().stream().filter(line -> line.what() == Looked.AT_LOG).toList();
        assertThat(looks).hasSize(2);
    }

    private java.time.LocalDate monday() {
        return SchoolTime.day(now)
                .with(
                        java.time.temporal.TemporalAdjusters.previousOrSame(
                                java.time.DayOfWeek.MONDAY));
    }

    private AccessLog.Range range(String viewer) {
        return school.server().bean(AccessLog.class).range(cases.as(viewer));
    }

    private List<AccessLog.Line> asked(String viewer, String who, java.time.LocalDate week) {
        return school
                .server()
                .bean(AccessLog.class)
                .page(cases.as(viewer), new AccessLog.Asked(who, week, 1), now)
                .lines()
                .stream()
                .filter(line -> line.what() != Looked.AT_LOG)
                .toList();
    }

    private String incidentAboutPip() {
        return cases.incident("anything-else", "pip", "dsl", now);
    }

    private void link(String reference, String person, Part part) {
        cases.record(
                "dsl", reference, new IncidentEvent.PersonLinked(school.id(person), part), now);
    }

    private void read(String viewer, String reference) {
        assertThat(cases.incidents().open(cases.as(viewer), reference, "incident.read", at()))
                .isPresent();
    }

    private Instant at() {
        return now.truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
    }

    /// What a viewer sees of cases.
    private List<AccessLog.Line> lines(String viewer) {
        return log(viewer).lines().stream().filter(line -> line.what() != Looked.AT_LOG).toList();
    }

    private AccessLog.Lines log(String viewer) {
        return log(viewer, 1);
    }

    private AccessLog.Lines log(String viewer, int page) {
        return school.server()
                .bean(AccessLog.class)
                .page(cases.as(viewer), AccessLog.Asked.page(page), now);
    }
}
