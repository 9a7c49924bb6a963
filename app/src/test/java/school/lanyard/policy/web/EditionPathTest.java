// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import school.lanyard.browser.Browser;
import school.lanyard.core.pack.Loaded;
import school.lanyard.core.pack.PackFiles;
import school.lanyard.database.Database;
import school.lanyard.ledger.Actor;
import school.lanyard.policy.Draft.Saved;
import school.lanyard.policy.Drafts;
import school.lanyard.policy.Editions;
import school.lanyard.policy.ShippedPacks;
import school.lanyard.testing.Engine;
import school.lanyard.testing.LiveSchool;

/// A school whose policy still builds on the law of the year before takes it to its next edition,
/// in a real browser, with everybody who has a part in it.
class EditionPathTest {

    private static final String CLAUSES = "clauses/technology.yaml";

    LiveSchool school;
    final Map<String, Page> pages = new HashMap<>();

    @Test
    void from_a_change_of_the_law_to_an_edition_in_force() {
        try (var live = new LiveSchool(Engine.SQLITE)) {
            school = live;
            onOlderLaw();
            theLawChanged();
            theDraftIsCommentedOn();
            theGoverningBodyApproves();
            theChairSigns();
            itIsPublished();
        } finally {
            pages.values().forEach(Browser::close);
        }
    }

    private void theLawChanged() {
        var lead = at("dsl", "/");
        assertThat(lead.locator("main").textContent()).contains("national guidance has changed");
        lead.getByText("The law or national guidance has changed").click();
        assertThat(lead.locator("main").textContent()).contains("Agreements to be signed again");
        Browser.looksRight(lead, "policy-law");
        at("dsl", "/policy/reviews");
        Browser.looksRight(lead, "policy-reviews");
        lead.getByLabel("An incident").check();
        lead.locator("textarea").fill("What happened on Tuesday");
        send(lead);
        assertThat(lead.locator(".govuk-error-summary").textContent())
                .contains("Leave this empty for an incident");
        at("dsl", "/policy/law");
        send(lead);
        assertThat(lead.locator("main").textContent())
                .contains("What led to it", "A change of the law");
    }

    private void theDraftIsCommentedOn() {
        var lead = pages.get("dsl");
        edit("label: [", "");
        at("dsl", "/policy/draft");
        assertThat(lead.locator("main").textContent()).contains("to mend", "technology.yaml, line");
        Browser.looksRight(lead, "policy-draft-faults");
        at("teacher", "/policy/draft");
        assertThat(pages.get("teacher").locator("main").textContent())
                .contains("still mending it")
                .doesNotContain("technology.yaml");
        edit("", "label: [");
        edit("decide what filtering", "agree what filtering");
        at("dsl", "/policy/draft");
        lead.getByText("Ask staff and governors for comments").click();

        var teacher = at("teacher", "/");
        teacher.getByText("open for your comments").click();
        teacher.getByText("read the whole draft").click();
        Browser.looksRight(teacher, "policy-draft-text");
        teacher.locator("a[href$='about=clause:BL-568']").click();
        Browser.looksRight(teacher, "policy-comment-new");
        teacher.locator("textarea").first().fill("Does this cover the tablets that go home?");
        send(teacher);
        assertThat(teacher.locator(".ly-comment").textContent()).contains("tablets", "Tess Marlow");
        assertThat(at("teacher", "/").locator("main").textContent())
                .doesNotContain("open for your comments");

        at("dsl", "/policy/draft/comments");
        lead.getByText("Answer the comment on BL-568").click();
        lead.getByLabel("Your answer").fill("Yes, on any network.");
        Browser.looksRight(lead, "policy-comments");
        lead.getByText("Send answer").click();
        assertThat(lead.locator(".ly-comment__answer").textContent()).contains("any network");
        at("dsl", "/policy/draft");
        lead.getByText("changes from the policy in force").click();
        assertThat(lead.locator("main").textContent()).contains("decide what filtering", "Is now");
        Browser.looksRight(lead, "policy-comparison-draft");
        at("dsl", "/policy/draft/proposal");
        Browser.looksRight(lead, "policy-proposal");
        send(lead);
        Browser.looksRight(lead, "policy-draft");
    }

    private void theGoverningBodyApproves() {
        var chair = at("chair", "/");
        chair.getByText("waits for the governing body’s approval").click();
        chair.getByText("Record the governing body’s approval").click();
        send(chair);
        assertThat(chair.locator(".govuk-error-summary").textContent()).contains("minute");
        chair.getByLabel("Which body approved it?").fill("full governing body");
        chair.getByLabel("Minute").fill("FGB 31");
        date(chair, "met", -3);
        Browser.looksRight(chair, "policy-approval");
        edit("settle what filtering", "decide what filtering");
        send(chair);
        assertThat(chair.locator(".govuk-error-summary").textContent())
                .as("the draft changed under the chair's eyes")
                .contains("changed after you opened this page");
        edit("decide what filtering", "settle what filtering");
        at("chair", "/policy/draft/approval");
        chair.getByLabel("Which body approved it?").fill("full governing body");
        chair.getByLabel("Minute").fill("FGB 31");
        date(chair, "met", -3);
        send(chair);
        edit("settle what filtering", "decide what filtering");
        assertThat(at("dsl", "/policy/draft").locator(".govuk-warning-text").textContent())
                .contains("that approval no longer counts");
        Browser.looksRight(pages.get("dsl"), "policy-draft-lost");
        edit("decide what filtering", "settle what filtering");
    }

    private void theChairSigns() {
        var chair = at("chair", "/");
        chair.getByText("waits for your signature").click();
        chair.getByText("Sign it").click();
        send(chair);
        assertThat(chair.locator(".govuk-error-summary").textContent()).contains("Confirm");
        Browser.looksRight(chair, "policy-signature");
        chair.getByLabel("I sign this edition").check();
        send(chair);
    }

    private void itIsPublished() {
        var lead = at("dsl", "/policy/draft/publication");
        Browser.looksRight(lead, "policy-publication");
        send(lead);
        assertThat(lead.locator("main").textContent()).contains("In force", "Superseded");
        Browser.looksRight(lead, "policy-editions");
        lead.locator("tbody a").first().click();
        assertThat(lead.locator("main").textContent())
                .contains(
                        "A change of the law",
                        "full governing body",
                        "FGB 31",
                        "Colin Hale, Chair of governors");
        Browser.looksRight(lead, "policy-edition");
        lead.getByText("What changed from the edition before it").click();
        assertThat(lead.locator("main").textContent()).contains("BL-568", "decide what filtering");
        Browser.looksRight(lead, "policy-comparison");
        Browser.looksRight(at("dsl", "/policy/draft"), "policy-no-draft");
        Browser.looksRight(at("chair", "/policy/requests"), "policy-requests-none");
    }

    private Page at(String who, String path) {
        var page =
                pages.computeIfAbsent(
                        who,
                        _ -> {
                            var opened = Browser.page(Browser.DESKTOP);
                            school.signIn(opened, who);
                            return opened;
                        });
        page.navigate(school.server().site() + path);
        return page;
    }

    private void onOlderLaw() {
        var packs = school.server().bean(ShippedPacks.class).packs();
        var texts = new TreeMap<>(packs.files("boughton-leigh").texts());
        texts.computeIfPresent(
                "pack.yaml",
                (_, text) ->
                        text.replace("extends: england-2026", "extends: england-2025")
                                .replaceFirst("edition: \"[^\"]*\"", "edition: \"2026-01\""));
        var pack = ((Loaded.Sound) packs.load(new PackFiles("boughton-leigh", texts))).pack();
        school.server()
                .bean(Database.class)
                .change(
                        school.school(),
                        tx ->
                                school.server()
                                        .bean(Editions.class)
                                        .publish(tx, Actor.LANYARD, pack, texts, school.today()));
    }

    /// Changes the draft as the editor of files would.
    private void edit(String to, String from) {
        var drafts = school.server().bean(Drafts.class);
        var draft = drafts.open(school.school()).orElseThrow().id();
        var file = drafts.file(school.school(), draft, CLAUSES).orElseThrow();
        var text =
                from.isEmpty()
                        ? file.text() + to
                        : file.text().replaceFirst(java.util.regex.Pattern.quote(from), to);
        assertThat(
                        drafts.save(
                                school.school(),
                                draft,
                                CLAUSES,
                                text,
                                file.version(),
                                school.id("dsl")))
                .isInstanceOf(Saved.Done.class);
    }

    private void date(Page page, String name, int days) {
        var day = school.today().plusDays(days);
        page.locator("#" + name + "-day").fill(String.valueOf(day.getDayOfMonth()));
        page.locator("#" + name + "-month").fill(String.valueOf(day.getMonthValue()));
        page.locator("#" + name + "-year").fill(String.valueOf(day.getYear()));
    }

    private static void send(Page page) {
        page.locator("main form[method=post] button[type=submit]").first().click();
    }
}
