// SPDX-License-Identifier: Apache-2.0
package school.lanyard.assurance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import school.lanyard.browser.Browser;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.ledger.Hash;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.testing.Engine;
import school.lanyard.testing.LiveSchool;

/// How the clauses of a real school's policy stand, on both databases, and the pages that say so.
class AssuranceTest {

    static LiveSchool school;

    @BeforeAll
    static void open() {
        school = new LiveSchool(Engine.POSTGRES);
    }

    @AfterAll
    static void close() {
        school.close();
    }

    @Test
    void every_clause_has_a_state_and_what_nothing_keeps_says_so() {
        Standings.every_clause_has_a_state(school);
    }

    @Test
    void a_post_is_kept_while_it_is_held_and_overdue_from_the_day_it_is_not() {
        Standings.a_post_is_kept_while_it_is_held(school);
    }

    @Test
    void before_the_first_edition_there_is_nothing_to_keep() {
        Standings.before_the_first_edition(school);
    }

    @Test
    void a_control_is_overdue_once_nobody_has_checked_it_for_days() {
        Standings.a_control_that_is_not_checked(school);
    }

    @Test
    void staff_see_their_own_clauses_without_the_evidence_and_leaders_see_it() {
        var teacher = school.guest("teacher");
        assertThat(teacher.get("/assurance").statusCode()).isEqualTo(403);
        var mine = teacher.get("/assurance/mine").body();
        assertThat(mine).contains("My part of the policy", "/assurance/clauses/BL-");
        var clause =
                Standings.keptBy(Standings.now(school), "control:policy-answers").clause().id();
        var forTeacher = teacher.get("/assurance/clauses/" + clause).body();
        assertThat(forTeacher).contains("Lanyard itself").doesNotContain("The evidence");
        var governor = school.guest("governor");
        school.server().bean(Checks.class).make(school.school(), Actor.LANYARD);
        assertThat(governor.get("/assurance/clauses/" + clause).body())
                .contains("The evidence", "Measured, by Lanyard");
        assertThat(governor.get("/assurance/clauses/NO-SUCH").statusCode()).isEqualTo(404);
    }

    @Test
    void what_is_taken_out_is_whole_harmless_and_in_the_ledger() throws Exception {
        var governor = school.guest("governor");
        var csv = governor.get("/assurance/assurance.csv");
        assertThat(csv.body().lines().count())
                .isEqualTo(Standings.now(school).clauses().size() + 1L);
        var paper = governor.document("/assurance/assurance.pdf").body();
        Files.write(Path.of("target", "assurance.pdf"), paper);
        try (var document = Loader.loadPDF(paper)) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            var text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            assertThat(text).contains("BL-001", "BL-758");
            var printed = Pattern.compile("[0-9a-f]{64}").matcher(text);
            assertThat(printed.find()).isTrue();
            assertThat(
                            school.server()
                                    .bean(Ledger.class)
                                    .contains(school.school(), new Hash(printed.group())))
                    .isTrue();
        }
        var log = school.guest("dsl").get("/access-log").body();
        assertThat(log).contains("Took out how every clause of the policy stands");
        assertThat(new String(paper, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("%PDF");
    }

    @Test
    void a_past_day_is_asked_for_in_words_and_a_day_to_come_is_refused() {
        var governor = school.guest("governor");
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
        school.signIn(page, "head");
        assertThat(page.content()).contains("clauses of the policy are not evidenced");
        page.navigate(school.server().site() + "/assurance/checks");
        page.getByText("Check everything now").click();
        assertThat(page.content()).contains("Everything was checked");
        Browser.looksRight(page, "assurance-checks");
        visit(page, "/assurance", "page");
        visit(page, "/assurance/clauses?area=governance", "area");
        visit(page, "/assurance/clauses/BL-019", "clause");
        Browser.close(page);
    }

    private static void visit(Page page, String path, String name) {
        assertThat(page.navigate(school.server().site() + path).status()).as(path).isEqualTo(200);
        Browser.looksRight(page, "assurance-" + name);
    }
}
