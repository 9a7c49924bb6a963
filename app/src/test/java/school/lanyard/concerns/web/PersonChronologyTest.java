// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import school.lanyard.browser.Browser;
import school.lanyard.concerns.Concerns;
import school.lanyard.concerns.Endings;
import school.lanyard.concerns.Report;
import school.lanyard.database.Database;
import school.lanyard.database.schema.Tables;
import school.lanyard.policy.Editions;
import school.lanyard.reports.Cases;
import school.lanyard.reports.PaperText;
import school.lanyard.testing.Engine;
import school.lanyard.testing.Guest;
import school.lanyard.testing.LiveSchool;

/// Everything about one child, over several cases, in the order in which it happened.
class PersonChronologyTest {

    static final Instant MAY = Instant.parse("2026-05-11T09:00:00Z");
    static final Instant JUNE = Instant.parse("2026-06-08T09:00:00Z");

    static final String EXPORTED = "person.chronology-exported";

    static LiveSchool school;
    static Cases cases;
    static String first;
    static String second;

    @BeforeAll
    static void open() {
        school = new LiveSchool(Engine.SQLITE);
        cases = new Cases(school);
        first = cases.incident("anything-else", "pip", "dsl", MAY);
        second = cases.incident("anything-else", "pip", "dsl", JUNE);
        var playbook =
                school.server()
                        .bean(Editions.class)
                        .running(school.school())
                        .pack()
                        .playbooks()
                        .get("incident");
        var step = playbook.step("notified");
        cases.record(
                "dsl",
                second,
                Endings.done(
                        step,
                        Instant.parse("2026-04-01T13:30:00Z"),
                        "Spoke to her before anybody wrote it down."),
                JUNE);
        report("about-headteacher", "head", "pip", "Saw the headteacher shout at Pip.");
        report("anything-else", "pip", null, "Cried over a message in March.");
    }

    private static void report(String route, String about, String too, String what) {
        var named =
                too == null
                        ? List.of(new Report.Named(school.id(about), about))
                        : List.of(
                                new Report.Named(school.id(about), about),
                                new Report.Named(school.id(too), too));
        school.server()
                .bean(Concerns.class)
                .receive(
                        cases.as("teacher"),
                        UUID.randomUUID().toString(),
                        new Report(
                                List.of(route),
                                named,
                                what,
                                "",
                                LocalDate.of(2026, 3, 2),
                                LocalTime.of(10, 15),
                                "",
                                Report.Place.ON_SITE,
                                "",
                                "",
                                false,
                                "",
                                JUNE));
    }

    @AfterAll
    static void close() {
        school.close();
    }

    @Test
    void what_happened_earlier_comes_earlier_whenever_it_was_written() {
        var page = school.guest("dsl").get(path()).body();
        assertThat(page)
                .containsSubsequence(
                        "2 March 2026",
                        "Cried over a message in March.",
                        "Recorded later",
                        "1 April 2026",
                        "Spoke to her before anybody wrote it down.",
                        "Recorded later",
                        "11 May 2026",
                        first,
                        "8 June 2026",
                        second)
                .contains("Recorded <time datetime=\"2026-06-08")
                .contains("Diana Sharpe, Designated safeguarding lead");
    }

    @Test
    void whoever_may_not_read_a_case_sees_no_sign_of_it() {
        var dsl = school.guest("dsl").get(path()).body();
        assertThat(dsl).doesNotContain("shout at Pip");
        assertThat(school.guest("chair").get(path()).body())
                .contains("shout at Pip")
                .doesNotContain(first, second, "Cried over a message");
        var head = school.guest("head");
        var about = head.get(path()).body();
        var nobody = head.get("/chronologies/" + school.id("bo")).body();
        assertThat(plain(about)).isEqualTo(plain(nobody)).contains("There is nothing to show");
        assertThat(head.get("/chronologies/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    private static String plain(String page) {
        return page.replaceAll("[0-9a-f]{64}", "HASH")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
                .replaceAll("name=\"(_csrf|_once)\" value=\"[^\"]*\"", "TOKEN")
                .replaceAll("\\d{1,2}(:\\d{2})?(am|pm)|midday|midnight", "TIME")
                .replace("Pip Underhill", "NAME")
                .replace("Bo Larkin", "NAME");
    }

    @Test
    void it_leaves_as_a_document_with_whom_it_is_for() {
        var dsl = school.guest("dsl");
        assertThat(Guest.to(dsl.get(path() + "/paper"))).isEqualTo(path());
        var refused = dsl.document(path() + "/paper", "recipient", " ");
        assertThat(new String(refused.body(), StandardCharsets.UTF_8))
                .contains("Say who the document is for, and why");
        var sent = dsl.document(path() + "/paper", "recipient", "The social worker");
        assertThat(PaperText.of(sent.body()).replaceAll("\\s+", " "))
                .contains("Chronology of Pip Underhill", "The social worker")
                .contains("Cried over a message in March.", "Later, on")
                .doesNotContain("shout at Pip");
        PaperText.pictures(sent.body(), "person-chronology");
        int left =
                school.server()
                        .bean(Database.class)
                        .read(sql ->
                                sql.fetchCount(
                                        Tables.LEDGER_ENTRY,
                                        Tables.LEDGER_ENTRY
                                                .SCHOOL
                                                .eq(school.school())
                                                .and(Tables.LEDGER_ENTRY.ACTION.eq(EXPORTED))));
        assertThat(left).isEqualTo(1);
    }

    @Test
    void it_reads_well_at_both_widths() {
        Page page = Browser.page(1280);
        school.signIn(page, "dsl");
        page.navigate(school.server().site() + path());
        Browser.looksRightOnBoth(page, "person-chronology");
        Browser.close(page);
    }

    private static String path() {
        return "/chronologies/" + school.id("pip");
    }
}
