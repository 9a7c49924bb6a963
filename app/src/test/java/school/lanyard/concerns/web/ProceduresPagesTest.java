// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import school.lanyard.browser.Browser;
import school.lanyard.concerns.IncidentEvent.ActionDone;
import school.lanyard.concerns.IncidentEvent.ActionsChosen;
import school.lanyard.concerns.IncidentEvent.PersonLinked;
import school.lanyard.concerns.Part;
import school.lanyard.reports.Cases;
import school.lanyard.reports.PaperText;
import school.lanyard.testing.Engine;
import school.lanyard.testing.Guest;
import school.lanyard.testing.LiveSchool;

/// What a procedure asks beside its steps: calls outside, a check on paper, repeats, proportion.
class ProceduresPagesTest {

    static final String ONCE = "abcdefghijklmnopqrst";
    static final List<String> DONE =
            List.of("done-day", "2", "done-month", "11", "done-year", "2026", "done-time", "2pm");

    LiveSchool school;
    Cases cases;
    Guest dsl;
    String base = "";
    int sent;

    @AfterEach
    void close() {
        school.close();
    }

    @Test
    void a_check_of_a_device_is_printed_and_a_call_waits_for_its_reply() {
        open("boughton-leigh");
        step("notified");
        step("protect", "need-actions", "Nothing was needed.");
        step("classify", "answer", "unsuitable", "need-reason", "A game.");
        step("judge-seriousness", "answer", "no", "need-reason", "Nobody was harmed.");
        checkedDevice();
        referred();
        var page = Browser.page(Browser.DESKTOP);
        school.signIn(page, "dsl");
        page.navigate(school.server().site() + base + "/referrals");
        Browser.looksRightOnBoth(page, "referrals");
        page.navigate(school.server().site() + base + "/steps/record-site");
        Browser.looksRightOnBoth(page, "record-site");
        page.navigate(school.server().site() + base);
        Browser.looksRight(page, "incident-waiting-for-reply");
        page.getByText("Wait for a reply").first().click();
        Browser.looksRight(page, "referral-reply");
        Browser.close(page);
    }

    private void registered() {
        dsl.get("/check-devices");
        var added =
                dsl.send(
                        "/check-devices",
                        form(
                                List.of(
                                        "name",
                                        "Laptop 7",
                                        "kept",
                                        "the safe",
                                        "holder",
                                        school.id("head"),
                                        "since-day",
                                        "1",
                                        "since-month",
                                        "9",
                                        "since-year",
                                        "2026",
                                        "promises",
                                        "no-learner")));
        assertThat(added.body()).contains("Only register a device for which both are true");
        added =
                dsl.send(
                        "/check-devices",
                        form(
                                List.of(
                                        "name",
                                        "Laptop 7",
                                        "kept",
                                        "the safe",
                                        "holder",
                                        school.id("head"),
                                        "since-day",
                                        "1",
                                        "since-month",
                                        "9",
                                        "since-year",
                                        "2026",
                                        "promises",
                                        "no-learner",
                                        "promises",
                                        "can-be-taken")));
        assertThat(Guest.to(added)).isEqualTo("/check-devices");
        assertThat(dsl.get("/check-devices").body())
                .contains("Laptop 7", "the safe", "Harriet Stone, since 1 September 2026");
    }

    private String chosen(String need, String label) {
        var radio =
                Pattern.compile(
                        "name=\"need-%s\"[^>]*value=\"([^\"]+)\"[^>]*>\\s*<label[^>]*>\\s*%s"
                                .formatted(need, label));
        var found = radio.matcher(dsl.get(base + "/steps/begin-device-check").body());
        assertThat(found.find()).as(need).isTrue();
        return found.group(1);
    }

    private void checkedDevice() {
        assertThat(dsl.get(base + "/steps/begin-device-check").body())
                .contains("there is no device in the register");
        registered();
        var answers =
                List.of(
                        "need-senior",
                        chosen("senior", "Harriet Stone"),
                        "need-others",
                        "Nobody",
                        "need-device",
                        chosen("device", "Laptop 7"),
                        "need-access",
                        "None was needed.");
        var refused = new ArrayList<>(answers);
        refused.addAll(DONE);
        refused.addAll(
                List.of(
                        "need-nothing-illegal",
                        "Yes",
                        "need-not-for-learners",
                        "No",
                        "need-can-be-taken",
                        "Yes"));
        assertThat(dsl.send(base + "/steps/begin-device-check", form(refused)).body())
                .contains("Use another device, one that no learner uses");
        var fine = new ArrayList<>(answers);
        fine.addAll(
                List.of(
                        "need-nothing-illegal",
                        "Yes",
                        "need-not-for-learners",
                        "Yes",
                        "need-can-be-taken",
                        "Yes"));
        var invented = new ArrayList<>(fine);
        invented.set(invented.indexOf("need-device") + 1, "my own phone");
        invented.addAll(DONE);
        assertThat(dsl.send(base + "/steps/begin-device-check", form(invented)).body())
                .contains("Choose: the device of the register");
        step("begin-device-check", fine.toArray(String[]::new));
        site("http://chat.example.org/one");
        site("http://chat.example.org/two");
        assertThat(dsl.get(base).body()).contains("You can record these once more");
        var paper =
                PaperText.of(dsl.document(base + "/steps/record-site/paper.pdf", "_x", "").body());
        assertThat(paper)
                .contains("Record of a device check", "Laptop 7", "chat.example.org/one")
                .contains("chat.example.org/two", "End the device check", "Signature");
        assertThat(dsl.get("/access-log").body()).contains("Printed a form of an incident");
        assertThat(dsl.get(base + "/steps/investigate/paper.pdf").statusCode()).isNotEqualTo(200);
    }

    private void site(String address) {
        step(
                "record-site",
                "need-visited-day",
                "2",
                "need-visited-month",
                "11",
                "need-visited-year",
                "2026",
                "need-visited-time",
                "2:30pm",
                "need-visitor",
                "Diana Sharpe",
                "need-witness",
                "Harriet Stone",
                "need-address",
                address,
                "need-nature",
                "Strangers ask for names.",
                "need-screenshots",
                "None");
    }

    private void referred() {
        var asked =
                dsl.send(
                        base + "/referrals",
                        form(
                                List.of(
                                        "contact",
                                        "ceop",
                                        "at-day",
                                        "2",
                                        "at-month",
                                        "11",
                                        "at-year",
                                        "2026",
                                        "at-time",
                                        "3pm",
                                        "spoke-to",
                                        "The web form",
                                        "their-reference",
                                        "CE-44",
                                        "told",
                                        "Sent what the child said.")));
        assertThat(Guest.to(asked)).isEqualTo(base);
        assertThat(dsl.get(base).body())
                .contains("Wait for a reply: CEOP", "Referred to: CEOP", "CE-44");
        assertThat(dsl.get(base + "/closure").body()).contains("record the reply, or why none");
        assertThat(dsl.get("/").body()).contains("something overdue");
    }

    @Test
    void what_happened_before_is_shown_to_whoever_reads_both() {
        open("boughton-leigh");
        var before = Instant.now().minusSeconds(86_400);
        var earlier = cases.incident("anything-else", "bo", "dsl", "learner", 1, before);
        cases.record("dsl", earlier, new PersonLinked(school.id("bo"), Part.ALLEGED), before);
        var warning = List.of("issue_warning");
        cases.record("dsl", earlier, new ActionsChosen(List.of(), warning, "Enough"), before);
        cases.record("dsl", earlier, new ActionDone("issue_warning", before, "Told"), before);
        var later = cases.incident("anything-else", "bo", "dsl", "learner", 1, Instant.now());
        cases.record("dsl", later, new PersonLinked(school.id("bo"), Part.ALLEGED), Instant.now());
        assertThat(dsl.get("/incidents/" + later).body())
                .contains("It happened before", earlier, "Issue a warning")
                .contains("Repeat infringements after warnings or sanctions");
        assertThat(dsl.get("/access-log").body()).contains("Was shown earlier incidents");
        var page = Browser.page(Browser.DESKTOP);
        school.signIn(page, "dsl");
        page.navigate(school.server().site() + "/incidents/" + later);
        Browser.looksRightOnBoth(page, "incident-repeat");
        Browser.close(page);
    }

    @Test
    void without_a_grid_proportion_is_asked_for() {
        open("balfour");
        step("log");
        step("protect", "need-actions", "Nothing was needed.");
        step("classify", "answer", "unsuitable", "need-reason", "A game.");
        step("judge-seriousness", "answer", "no", "need-reason", "Nobody was harmed.");
        step(
                "investigate",
                "need-accounts",
                "All.",
                "need-finding",
                "A mistake.",
                "need-knowingly",
                "No");
        assertThat(dsl.get(base).body())
                .as("while the playbook may still ask")
                .doesNotContain("Decide what is in proportion");
        step("ask-who", "answer", "staff", "need-connected", "Yes", "need-reason", "A colleague.");
        assertThat(dsl.get(base).body()).contains("Decide what is in proportion");
        assertThat(dsl.post(base + "/proportion", "_once", once()).body())
                .contains("Say why that is in proportion");
        var saved =
                dsl.send(
                        base + "/proportion",
                        form(
                                List.of(
                                        "circumstances",
                                        "At break.",
                                        "seriousness",
                                        "Not very.",
                                        "response",
                                        "A talk.",
                                        "why",
                                        "A first time.")));
        assertThat(Guest.to(saved)).isEqualTo(base);
        assertThat(dsl.get(base).body())
                .contains("Response decided, without a table of responses", "A first time.")
                .doesNotContain("Decide what is in proportion");
    }

    private void open(String policy) {
        school = new LiveSchool(Engine.SQLITE, policy);
        cases = new Cases(school);
        dsl = school.guest("dsl");
        base =
                "/incidents/"
                        + cases.incident(
                                "anything-else", "pip", "dsl", "learner", 1, Instant.now());
    }

    private void step(String key, String... fields) {
        var all = new ArrayList<>(List.of("note", "Done."));
        all.addAll(DONE);
        all.addAll(List.of(fields));
        var answer = dsl.send(base + "/steps/" + key, form(all));
        assertThat(Guest.to(answer)).as(key).isEqualTo(base);
    }

    private List<String> form(List<String> fields) {
        var all = new ArrayList<>(List.of("_once", once()));
        all.addAll(fields);
        return all;
    }

    private String once() {
        return ONCE + "%02d".formatted(sent++);
    }
}
