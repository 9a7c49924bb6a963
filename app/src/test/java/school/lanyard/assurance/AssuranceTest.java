// SPDX-License-Identifier: Apache-2.0
package school.lanyard.assurance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import school.lanyard.browser.Browser;
import school.lanyard.core.assurance.State;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.database.Database;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.people.Appointments;
import school.lanyard.people.Posts;
import school.lanyard.testing.Engine;
import school.lanyard.testing.LiveSchool;

/// How the clauses of a real school's policy stand, on both databases, and the pages that say so.
class AssuranceTest {

    @TempDir static Path directory;
    static final Map<Engine, LiveSchool> SCHOOLS = new EnumMap<>(Engine.class);

    @BeforeAll
    static void open() {
        for (var engine : Engine.values()) {
            SCHOOLS.put(engine, new LiveSchool(engine, directory.resolve(engine.name())));
        }
    }

    @AfterAll
    static void close() {
        SCHOOLS.values().forEach(LiveSchool::close);
    }

    static LiveSchool school() {
        return SCHOOLS.get(Engine.SQLITE);
    }

    static Picture now(LiveSchool school) {
        return school.server()
                .bean(Assurance.class)
                .of(school.school(), Instant.now())
                .orElseThrow();
    }

    static Picture.Standing keptBy(Picture picture, String mechanism) {
        return picture.clauses().stream()
                .filter(each -> each.clause().by().equals(List.of(mechanism)))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void every_clause_has_a_state_and_what_nothing_keeps_says_so(Engine engine) {
        var school = SCHOOLS.get(engine);
        school.server().bean(Checks.class).make(school.school(), Actor.LANYARD);
        var picture = now(school);
        assertThat(picture.clauses()).hasSize(picture.asked().pack().clauses().size());
        assertThat(picture.clauses())
                .allSatisfy(each ->
                        assertThat(each.state() == State.NOT_BOUND)
                                .isEqualTo(!each.clause().bound()));
        assertThat(picture.clauses())
                .noneMatch(each -> each.assessed().why().contains("Nothing in this version"));
        assertThat(keptBy(picture, "control:policy-answers").state()).isEqualTo(State.KEPT);
        assertThat(keptBy(picture, "playbook:incident").assessed().why()).startsWith("Ready");
    }

    @ParameterizedTest
    @EnumSource
    void a_post_is_kept_while_it_is_held_and_overdue_from_the_day_it_is_not(Engine engine) {
        var school = SCHOOLS.get(engine);
        var clause = keptBy(now(school), "role:it-provider").clause().id();
        assertThat(now(school).clause(clause).orElseThrow().state()).isEqualTo(State.NOT_EVIDENCED);
        school.add("it" + engine, "Ira Torrance", "visitor", "it-provider");
        assertThat(now(school).clause(clause).orElseThrow().state()).isEqualTo(State.KEPT);
        end(school, "it" + engine);
        var yesterday = now(school).clause(clause).orElseThrow();
        assertThat(yesterday.state()).isEqualTo(State.KEPT);
        var tomorrow =
                school.server()
                        .bean(Assurance.class)
                        .of(school.school(), Instant.now().plus(Period.ofDays(1)))
                        .orElseThrow()
                        .clause(clause)
                        .orElseThrow();
        assertThat(tomorrow.state()).isEqualTo(State.OVERDUE);
        assertThat(tomorrow.assessed().why()).contains("has been vacant since");
    }

    private static void end(LiveSchool school, String who) {
        var appointment =
                school.server()
                        .bean(Appointments.class)
                        .of(school.school(), school.id(who))
                        .getFirst();
        school.server()
                .bean(Database.class)
                .change(
                        school.school(),
                        tx ->
                                school.server()
                                        .bean(Posts.class)
                                        .end(tx, Actor.LANYARD, appointment, school.today()));
    }

    @ParameterizedTest
    @EnumSource
    void before_the_first_edition_there_is_nothing_to_keep(Engine engine) {
        var school = SCHOOLS.get(engine);
        assertThat(
                        school.server()
                                .bean(Assurance.class)
                                .of(school.school(), Instant.now().minus(Period.ofDays(1))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_control_is_overdue_once_nobody_has_checked_it_for_days(Engine engine) {
        var school = SCHOOLS.get(engine);
        school.server().bean(Checks.class).make(school.school(), Actor.LANYARD);
        var picture =
                school.server()
                        .bean(Assurance.class)
                        .of(school.school(), Instant.now().plus(Period.ofDays(3)))
                        .orElseThrow();
        var answers = keptBy(picture, "control:policy-answers");
        assertThat(answers.state()).isEqualTo(State.OVERDUE);
        assertThat(answers.assessed().nextDue()).isEqualTo(school.today().plusDays(2));
    }

    @Test
    void staff_see_their_own_clauses_without_the_evidence_and_leaders_see_it() {
        var teacher = school().guest("teacher");
        assertThat(teacher.get("/assurance").statusCode()).isEqualTo(403);
        var mine = teacher.get("/assurance/mine").body();
        assertThat(mine).contains("My part of the policy", "/assurance/clauses/BL-");
        var clause = keptBy(now(school()), "control:policy-answers").clause().id();
        var forTeacher = teacher.get("/assurance/clauses/" + clause).body();
        assertThat(forTeacher).contains("Lanyard itself").doesNotContain("The evidence");
        var governor = school().guest("governor");
        school().server().bean(Checks.class).make(school().school(), Actor.LANYARD);
        assertThat(governor.get("/assurance/clauses/" + clause).body())
                .contains("The evidence", "Measured, by Lanyard");
        assertThat(governor.get("/assurance/clauses/NO-SUCH").statusCode()).isEqualTo(404);
    }

    @Test
    void what_is_taken_out_is_whole_harmless_and_in_the_ledger() throws Exception {
        var governor = school().guest("governor");
        var csv = governor.get("/assurance/assurance.csv");
        assertThat(csv.body().lines().count()).isEqualTo(now(school()).clauses().size() + 1L);
        var paper = governor.document("/assurance/assurance.pdf").body();
        Files.write(Path.of("target", "assurance.pdf"), paper);
        try (var document = Loader.loadPDF(paper)) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            var text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            assertThat(text).contains("BL-001", "BL-758");
            var ledger = school().server().bean(Ledger.class);
            assertThat(text).contains(ledger.head(school().school()).hex());
        }
        var log = school().guest("dsl").get("/access-log").body();
        assertThat(log).contains("Took out how every clause of the policy stands");
        assertThat(new String(paper, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("%PDF");
    }

    @Test
    void a_past_day_is_asked_for_in_words_and_a_day_to_come_is_refused() {
        var governor = school().guest("governor");
        var before = LocalDate.now(SchoolTime.ZONE).minusDays(1);
        assertThat(governor.get("/assurance?on=" + before).body())
                .contains("No edition of the policy was in force in Lanyard on that day");
        assertThat(governor.get("/assurance?on-day=1&on-month=1&on-year=2999").body())
                .contains("The day must be today or in the past");
        assertThat(governor.get("/assurance?on-day=31&on-month=2&on-year=2020").body())
                .contains("must be a real date");
        assertThat(governor.get("/assurance?on=rubbish").statusCode()).isEqualTo(200);
    }

    @Test
    void the_policys_leader_is_told_at_home_and_checks_the_program_from_a_browser() {
        var page = Browser.page(Browser.DESKTOP);
        school().signIn(page, "head");
        assertThat(page.content()).contains("clauses of the policy are not evidenced");
        visit(page, "/assurance/checks", "checks-before");
        page.getByText("Check everything now").click();
        assertThat(page.content()).contains("Everything was checked");
        visit(page, "/assurance/checks", "checks");
        visit(page, "/assurance", "page");
        visit(page, "/assurance?on=2020-01-01", "empty");
        visit(page, "/assurance/mine", "mine");
        visit(page, "/assurance/clauses?area=incidents", "area");
        visit(page, "/assurance/clauses?state=due-soon", "none");
        visit(page, "/assurance/clauses/BL-019", "clause");
        visit(page, "/assurance/clauses/BL-001", "unbound");
        Browser.close(page);
    }

    private static void visit(Page page, String path, String name) {
        assertThat(page.navigate(school().server().site() + path).status()).as(path).isEqualTo(200);
        Browser.axe(page);
        Browser.quiet(page);
        Browser.screenshot(page, "assurance-" + name + "-1280");
        page.setViewportSize(Browser.PHONE, 800);
        Browser.fits(page);
        Browser.screenshot(page, "assurance-" + name + "-320");
        page.setViewportSize(Browser.DESKTOP, 900);
    }
}
