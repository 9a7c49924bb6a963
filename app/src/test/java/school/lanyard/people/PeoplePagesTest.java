// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import school.lanyard.browser.Browser;
import school.lanyard.testing.Engine;
import school.lanyard.testing.Guest;
import school.lanyard.testing.LiveSchool;

/// The pages of those who fill posts, and of one's own account.
class PeoplePagesTest {

    private static final Pattern CANDIDATE =
            Pattern.compile("href=\"(/people/[0-9a-f-]{36}/appointments/new\\?role=[a-z-]+)\"");

    private static LiveSchool school;
    private static Guest head;

    @BeforeAll
    static void open() {
        school = new LiveSchool(Engine.SQLITE);
        for (int i = 0; i < 60; i++) {
            school.add("adult" + i, "Adult %02d Surname".formatted(i), "staff", null);
        }
        head = school.guest("head");
    }

    @AfterAll
    static void close() {
        school.close();
    }

    @Test
    void a_vacant_post_leads_to_a_person_and_on_to_their_appointment() {
        var posts = head.get("/posts").body();
        assertThat(posts).contains("/posts/online-safety-governor/holders/new\">Fill this post");
        var choose = head.get("/posts/online-safety-governor/holders/new").body();
        assertThat(choose).contains("Gwen Ashby", "Colin Hale").doesNotContain("Diana Sharpe");
        var found = CANDIDATE.matcher(choose);
        assertThat(found.find()).isTrue();
        var form = head.get(found.group(1)).body();
        assertThat(form).containsPattern("value=\"online-safety-governor\" checked");
        assertThat(choose).doesNotContain("second person");
    }

    @Test
    void a_post_of_readers_says_that_a_second_person_has_to_agree() {
        assertThat(head.get("/posts/online-safety-lead/holders/new").body())
                .contains("a second person has to agree");
    }

    @Test
    void a_post_for_one_that_is_held_is_not_offered_and_one_for_many_is() {
        var posts = head.get("/posts").body();
        assertThat(posts)
                .doesNotContain("/posts/headteacher/holders/new")
                .contains("/posts/deputy-dsl/holders/new\">Appoint another");
        assertThat(head.get("/posts/deputy-dsl/holders/new").body()).doesNotContain("Devon Pell");
        assertThat(head.get("/posts/no-such-post/holders/new").statusCode()).isEqualTo(404);
    }

    @Test
    void the_safeguarding_lead_arranges_their_own_cover_and_others_agree() {
        var dsl = school.guest("dsl");
        assertThat(dsl.get("/posts").body()).contains("/posts/dsl/cover\">Arrange cover");
        var form = dsl.get("/posts/dsl/cover").body();
        assertThat(form).contains("a second person has to agree", "Devon Pell");
        var held = Pattern.compile("name=\"absent\"[^>]*value=\"([^\"]+)\"").matcher(form);
        assertThat(held.find()).isTrue();
        assertThat(cover(dsl, held.group(1), "2999", "2998").body())
                .contains("last day is before the first");
        assertThat(Guest.to(cover(dsl, held.group(1), "2998", "2999"))).isEqualTo("/posts");
        assertThat(head.get("/access-requests").body())
                .contains("Cover for the absent Designated safeguarding lead");
    }

    private static HttpResponse<String> cover(Guest by, String absent, String first, String last) {
        return by.post(
                "/posts/dsl/cover",
                "absent",
                absent,
                "person",
                school.id("deputy"),
                "from-day",
                "1",
                "from-month",
                "12",
                "from-year",
                first,
                "to-day",
                "1",
                "to-month",
                "12",
                "to-year",
                last);
    }

    @Test
    void whoever_may_only_approve_sees_posts_and_fills_none() {
        var dsl = school.guest("dsl");
        assertThat(dsl.get("/posts").body()).doesNotContain("Fill this post");
        assertThat(dsl.get("/posts/online-safety-governor/holders/new").statusCode())
                .isEqualTo(403);
    }

    @Test
    void many_people_stand_on_several_pages() {
        var first = head.get("/people").body();
        assertThat(first).contains("Adult 00 Surname", "page=2");
        var second = head.get("/people?page=2").body();
        assertThat(second).doesNotContain("Adult 00 Surname").contains("Tess Marlow");
        assertThat(head.get("/posts/deputy-dsl/holders/new").body()).contains("page=2");
    }

    @Test
    void they_are_found_by_role_with_an_address_and_by_name_without_one() {
        assertThat(head.get("/people?role=dsl").body())
                .contains("Diana Sharpe", "1 person.")
                .doesNotContain("Adult 00 Surname");
        assertThat(Guest.to(head.post("/people", "words", " ", "role", "dsl")))
                .isEqualTo("/people?role=dsl");
        var found = head.post("/people", "words", "marlow", "role", "");
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.body()).contains("Tess Marlow").doesNotContain("Diana Sharpe");
        assertThat(head.post("/people", "words", "marlow", "role", "dsl").body())
                .contains("Nobody is found.");
        assertThat(head.post("/people", "words", "surname", "role", "").body())
                .contains("The first 50 are shown");
        assertThat(head.get("/people?role=no-such-role").statusCode()).isEqualTo(404);
    }

    @Test
    void a_page_that_is_not_for_somebody_says_for_whom_it_is() {
        var teacher = school.guest("teacher");
        assertThat(teacher.get("/people").body())
                .contains("You may not see this page")
                .contains("those who run the system, or appoint people to posts")
                .doesNotContain("What you typed");
        var sent = teacher.post("/people", "words", "Pip");
        assertThat(sent.statusCode()).isEqualTo(403);
        assertThat(sent.body())
                .contains("You cannot do this", "What you typed was not saved")
                .doesNotContain("You may not see");
    }

    @Test
    void the_last_two_recovery_codes_are_warned_of_at_home_and_on_the_account() {
        var deputy = school.guest("deputy");
        assertThat(deputy.get("/").body()).doesNotContain("recovery code");
        keepCodes("deputy", 3);
        assertThat(deputy.get("/").body()).doesNotContain("recovery code");
        keepCodes("deputy", 2);
        assertThat(deputy.get("/").body())
                .contains("You have 2 recovery codes left", "/account/recovery-codes");
        assertThat(deputy.get("/account").body()).contains("You have only 2 recovery codes left");
        keepCodes("deputy", 0);
        assertThat(deputy.get("/").body()).contains("You have no recovery code left");
        assertThat(deputy.get("/account").body()).contains("Without your phone you cannot sign in");
        assertThat(deputy.post("/account/recovery-codes", "code", "000000").statusCode())
                .as("new ones take the second factor again")
                .isEqualTo(422);
    }

    @Test
    void fit_a_telephone_and_can_be_read_by_everybody() {
        var page = Browser.page(Browser.DESKTOP);
        school.signIn(page, "chair");
        for (var path :
                List.of(
                        "/posts",
                        "/posts/online-safety-governor/holders/new",
                        "/people",
                        "/access-log",
                        "/account")) {
            page.navigate(school.server().site() + path);
            Browser.looksRightOnBoth(page, "people" + path.replace('/', '-'));
            Browser.fits(page);
        }
        Browser.close(page);
    }

    /// Uses codes up until so many are left.
    private static void keepCodes(String key, int left) {
        var accounts = school.server().bean(Accounts.class);
        var person = school.id(key);
        var codes = accounts.newRecoveryCodes(school.school(), person);
        codes.stream()
                .skip(left)
                .forEach(code ->
                        assertThat(accounts.useCode(school.school(), person, code)).isTrue());
    }
}
