// SPDX-License-Identifier: Apache-2.0
package school.lanyard.attestations.web;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.browser.Browser.looksRight;
import static school.lanyard.browser.Browser.looksRightOnBoth;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import school.lanyard.browser.Browser;
import school.lanyard.database.Database;
import school.lanyard.ledger.Actor;
import school.lanyard.people.Kinship;
import school.lanyard.people.Membership;
import school.lanyard.people.NewPerson;
import school.lanyard.people.People;
import school.lanyard.testing.Engine;
import school.lanyard.testing.LiveSchool;

/// Signing, walked in a browser: a new teacher, the office, a parent on a phone without scripts,
/// and a visitor at the door.
class SigningPathTest {

    @Test
    void a_teacher_the_office_a_parent_and_a_visitor() {
        try (var school = new LiveSchool(Engine.SQLITE)) {
            family(school);
            var site = school.server().site();
            var staff = Browser.page(Browser.DESKTOP);
            teacher(staff, school, site);
            Browser.close(staff);
            var head = Browser.page(Browser.DESKTOP);
            var link = office(head, school, site);
            parent(link);
            visitor(site, school.school());
            head.navigate(site + "/visitors");
            looksRight(head, "visitors");
            Browser.close(head);
        }
    }

    private static void family(LiveSchool school) {
        var people = school.server().bean(People.class);
        school.server()
                .bean(Database.class)
                .change(
                        school.school(),
                        tx -> {
                            var since = school.today().minusDays(30);
                            var ids =
                                    people.add(
                                            tx,
                                            Actor.LANYARD,
                                            List.of(
                                                    new NewPerson(
                                                            "Wren Castellan",
                                                            "Kestrels",
                                                            List.of(
                                                                    new Membership(
                                                                            "learner", "1", since,
                                                                            null))),
                                                    NewPerson.named(
                                                            "Rosalind Castellan",
                                                            Membership.since(since, "parent"))));
                            people.relate(
                                    tx,
                                    Actor.LANYARD,
                                    List.of(
                                            new Kinship(
                                                    ids.getFirst(),
                                                    ids.getLast(),
                                                    Kinship.Kind.GUARDIAN)));
                        });
    }

    private static void teacher(Page page, LiveSchool school, String site) {
        school.signIn(page, "teacher");
        page.getByText("agreements need your signature").click();
        looksRight(page, "to-sign");
        page.getByText("Acceptable use agreement for staff").click();
        looksRightOnBoth(page, "sign");
        button(page, "Sign");
        assertThat(page.locator("main").textContent()).contains("Signed. This is the next one.");
        page.navigate(site + "/to-sign");
        looksRight(page, "signed-some");
        page.navigate(site + "/class-agreements");
        looksRight(page, "class-agreements");
        page.getByText("Kestrels").click();
        looksRightOnBoth(page, "class-agreement");
        button(page, "Record");
        assertThat(page.locator("main").textContent()).contains("1 of 1 children have agreed");
    }

    private static String office(Page page, LiveSchool school, String site) {
        school.signIn(page, "head");
        page.navigate(site + "/attestations");
        looksRight(page, "attestations");
        page.getByText("Acceptable use agreement for staff").click();
        page.locator("summary").getByText("Begin a campaign").click();
        looksRightOnBoth(page, "attestation");
        var due = school.today().plusDays(10);
        page.getByLabel("Day", new Page.GetByLabelOptions().setExact(true))
                .fill("" + due.getDayOfMonth());
        page.getByLabel("Month", new Page.GetByLabelOptions().setExact(true))
                .fill("" + due.getMonthValue());
        page.getByLabel("Year", new Page.GetByLabelOptions().setExact(true))
                .fill("" + due.getYear());
        page.getByLabel("How many days between two reminders?").fill("7");
        button(page, "Begin");
        looksRight(page, "attestation-campaign");
        page.getByText("Record copies signed on paper").click();
        looksRight(page, "attestation-paper");
        page.navigate(site + "/attestations/parents/links");
        page.getByLabel("For whom?").selectOption("everybody");
        button(page, "Make links");
        looksRight(page, "attestation-links-made");
        var link = page.locator("code").first().textContent();
        page.navigate(site + "/attestations/parents/links");
        looksRight(page, "attestation-links");
        return link;
    }

    /// On a phone that runs no scripts.
    private static void parent(String link) {
        var phone = Browser.pageWithoutScripts(Browser.PHONE);
        phone.navigate(link);
        phone.getByLabel("Your full name").fill("Rosalind Castellan");
        button(phone, "Sign");
        assertThat(phone.locator("main").textContent()).contains("For Wren Castellan");
        button(phone, "Sign");
        assertThat(phone.title()).startsWith("Error: ");
        phone.getByLabel("Your full name").fill("Rosalind Castellan");
        button(phone, "Sign");
        assertThat(phone.locator("main").textContent()).contains("Thank you");
        Browser.screenshot(phone, "signed-by-link-320");
        Browser.close(phone);
        var again = Browser.page(Browser.PHONE);
        again.navigate(link);
        assertThat(again.locator("main").textContent()).contains("This link has been used");
        looksRight(again, "link-used");
        Browser.close(again);
    }

    private static void visitor(String site, String school) {
        var phone = Browser.page(Browser.PHONE);
        phone.navigate(site + "/door/" + school);
        button(phone, "Show my badge");
        assertThat(phone.title()).startsWith("Error: ");
        looksRightOnBoth(phone, "door");
        phone.getByLabel("Your name").fill("Leopold Vance");
        phone.getByLabel("Where you come from").fill("Vance and Daughters, roofs");
        phone.getByLabel("Who have you come to see?").fill("The site manager");
        phone.getByLabel("I have read this").check();
        button(phone, "Show my badge");
        looksRightOnBoth(phone, "badge");
        assertThat(phone.locator("main").textContent()).contains("Leopold Vance");
        Browser.close(phone);
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
