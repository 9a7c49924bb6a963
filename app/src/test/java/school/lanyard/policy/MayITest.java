// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import school.lanyard.browser.Browser;
import school.lanyard.testing.Engine;
import school.lanyard.testing.Guest;
import school.lanyard.testing.LiveSchool;
import school.lanyard.testing.Running;
import tools.jackson.databind.json.JsonMapper;

/// "May I?", asked of the policy in force by those who sign in and by those who do not.
class MayITest {

    private static final String SOCIAL_MEDIA = "/policy/may-i/activities/social-media";
    private static final String HEART = "Online gaming";

    @TempDir static Path empty;
    private static LiveSchool school;
    private static Guest teacher;
    private static Guest governor;
    private static Guest nobody;

    @BeforeAll
    static void open() {
        school = new LiveSchool(Engine.SQLITE);
        teacher = school.guest("teacher");
        governor = school.guest("governor");
        nobody = new Guest(school.server().site());
    }

    @AfterAll
    static void close() {
        school.close();
    }

    private static String text(Guest guest, String path) {
        var answer = guest.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    @Nested
    class The_list {

        @Test
        void holds_everything_that_can_be_asked_under_its_table() {
            var page = text(teacher, "/policy/may-i");
            assertThat(page).contains("Activities", HEART, "Mobile devices", "Illegal content");
            assertThat(page).contains("edition 2025-09");
        }

        @Test
        void answers_for_the_group_of_whoever_asks_unless_they_choose_another() {
            assertThat(text(teacher, "/policy/may-i?q=online+gaming"))
                    .contains("You, as one of the staff")
                    .contains(HEART + " Allowed ");
            assertThat(text(teacher, "/policy/may-i?q=online+gaming&who=learner"))
                    .contains(HEART + " Allowed when … with a member of staff's permission");
            assertThat(text(governor, SOCIAL_MEDIA)).contains("For governors");
        }

        @Test
        void is_found_by_plain_words_and_says_that_what_is_not_found_is_not_allowed_for_that() {
            assertThat(text(teacher, "/policy/may-i?q=Can+I+watch+netflix%3F"))
                    .contains("Entertainment streaming")
                    .doesNotContain("Terrorism");
            assertThat(text(teacher, "/policy/may-i?q=submarine"))
                    .contains("That does not mean that it is allowed")
                    .doesNotContain(HEART);
        }

        @Test
        void shows_what_was_typed_as_text_and_nothing_else() {
            assertThat(teacher.get("/policy/may-i?q=%3Cscript%3Ealert(1)%3C/script%3E").body())
                    .doesNotContain("<script>alert")
                    .contains("&lt;script");
        }
    }

    @Nested
    class A_subject {

        @Test
        void asks_what_its_condition_needs_and_changes_with_the_answer() {
            assertThat(text(teacher, SOCIAL_MEDIA))
                    .contains("Allowed when …", "at the times that the school has set")
                    .contains("Is it part of teaching or learning?");
            assertThat(text(teacher, SOCIAL_MEDIA + "?allowed_time=yes")).contains(" Allowed ");
            assertThat(text(teacher, SOCIAL_MEDIA + "?allowed_time=no")).contains("Not allowed");
            assertThat(text(teacher, SOCIAL_MEDIA + "?educational_use=yes"))
                    .contains("Not stated", "Ask: Online safety lead");
        }

        @Test
        void refuses_an_answer_that_is_none_and_keeps_the_question() {
            var answer = teacher.get(SOCIAL_MEDIA + "?allowed_time=perhaps");
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("There is a problem", "Give yes or no.");
        }

        @Test
        void names_its_clause_in_our_words_with_its_number() {
            var page = text(teacher, "/policy/may-i/devices/visitor-owned/allowed-in-school");
            assertThat(page).contains("Not allowed", "BL-638");
        }

        @Test
        void that_the_policy_does_not_have_is_not_found() {
            assertThat(teacher.get("/policy/may-i/activities/flying").statusCode()).isEqualTo(404);
            assertThat(teacher.get("/policy/may-i/no/such/thing").statusCode()).isEqualTo(404);
            assertThat(teacher.get("/policy/may-i/activities/flying.json").statusCode())
                    .isEqualTo(404);
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class Whom_to_ask {

        @Test
        void is_named_to_colleagues_and_to_nobody_else_and_a_vacancy_is_said() {
            assertThat(text(teacher, SOCIAL_MEDIA))
                    .contains("Online safety lead Nobody holds this post.");
            school.add("lead", "Orla Finch", "staff", "online-safety-lead");
            assertThat(text(teacher, SOCIAL_MEDIA)).contains("Online safety lead Orla Finch");
            assertThat(text(governor, SOCIAL_MEDIA))
                    .contains("Online safety lead")
                    .doesNotContain("Orla Finch");
        }
    }

    @Nested
    class Programs {

        @Test
        void get_the_answer_in_the_shape_of_the_command_line() {
            var answer = teacher.get("/policy/may-i/activities/online-gaming.json");
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .startsWith("application/json");
            assertThat(answer.body())
                    .isEqualTo("{\"answer\":\"allowed\",\"when\":\"\",\"clauses\":[\"BL-168\"]}");
        }

        @Test
        void may_give_facts_and_another_group() {
            var path = "/policy/may-i/activities/online-gaming.json?who=learner";
            assertThat(json(path).get("answer").asString()).isEqualTo("allowed-when");
            assertThat(json(path).get("missing").get(0).asString()).isEqualTo("staff_permission");
            assertThat(json(path + "&staff_permission=yes").get("answer").asString())
                    .isEqualTo("allowed");
            assertThat(teacher.get(path + "&staff_permission=perhaps").statusCode()).isEqualTo(422);
        }

        @Test
        void get_every_key_that_can_be_asked() {
            var subjects = json("/policy/may-i.json");
            assertThat(subjects.size()).isGreaterThan(60);
            assertThat(subjects.valueStream().map(each -> each.get("key").asString()))
                    .contains("devices/visitor-owned/full-network-access");
        }

        private tools.jackson.databind.JsonNode json(String path) {
            return JsonMapper.shared().readTree(teacher.get(path).body());
        }
    }

    @Nested
    class Without_signing_in {

        @Test
        void families_read_what_they_and_their_children_may_do_with_the_clause() {
            var page = text(nobody, "/policy/may-i/parents");
            assertThat(page).contains("Your child", "You", "BL-690", "Willow Bank Test School");
        }

        @Test
        void families_find_what_they_look_for_by_their_own_words() {
            assertThat(text(nobody, "/policy/may-i/parents?q=photos"))
                    .contains("All answers by subject", "photo")
                    .doesNotContain("gambling");
            assertThat(text(nobody, "/policy/may-i/parents?q=qqq"))
                    .contains("The policy says nothing by these words", "Try other words");
        }

        @Test
        void visitors_read_what_their_own_devices_may_do() {
            assertThat(text(nobody, "/policy/may-i/visitors"))
                    .contains("Device owned by a visitor", "Not allowed", "BL-638")
                    .doesNotContain("your child", "Device owned by a learner");
        }

        @Test
        void children_see_few_words_and_three_answers() {
            var page = text(nobody, "/policy/may-i/learners");
            assertThat(page)
                    .contains("Play games", "Ask first", "Bring my phone", " No ")
                    .contains("Worried? Tell a grown-up.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"parents", "visitors", "learners"})
        void nobody_reads_a_name_or_of_the_worst_that_the_tables_bar(String who) {
            assertThat(text(nobody, "/policy/may-i/" + who).toLowerCase(java.util.Locale.UK))
                    .doesNotContain("sexual", "terroris", "suicide", "orla", "diana");
        }

        @Test
        void nobody_gets_further() {
            assertThat(nobody.get("/policy/may-i").statusCode()).isEqualTo(303);
            assertThat(nobody.get("/policy/may-i.json").statusCode()).isEqualTo(303);
        }

        @Test
        void an_installation_with_no_policy_in_force_says_so() {
            try (var server = Running.on(empty)) {
                assertThat(text(new Guest(server.site()), "/policy/may-i/parents"))
                        .contains("No policy has been published here yet");
            }
        }
    }

    @Test
    void Every_picture_that_a_pack_may_name_is_drawn() throws IOException {
        var schema =
                JsonMapper.shared()
                        .readTree(Path.of("..", "packs", "schema", "decision.schema.json"));
        var pictures =
                schema.at("/properties/rows/items/properties/picture/enum")
                        .valueStream()
                        .map(each -> each.asString())
                        .toList();
        var drawn = Files.readString(Path.of("src", "main", "jte", "policy", "picture.jte"));
        assertThat(pictures)
                .hasSizeGreaterThan(10)
                .allSatisfy(key -> assertThat(drawn).contains("key.equals(\"" + key + "\")"));
    }

    @Nested
    class In_a_browser {

        @Test
        void staff_search_read_and_answer_without_scripts() {
            var page = Browser.pageWithoutScripts(Browser.DESKTOP);
            school.signIn(page, "teacher");
            page.locator("main a", new Page.LocatorOptions().setHasText("May I?")).click();
            page.getByLabel("What would you like to do?").fill("social media");
            page.locator("main button").first().click();
            page.locator("main .ly-asked a").first().click();
            assertThat(page.locator(".ly-verdict").innerText()).contains("Allowed when");
            page.locator("main fieldset").first().getByText("Yes").click();
            page.locator("main button").last().click();
            assertThat(page.locator(".ly-verdict").innerText()).contains("Allowed");
            assertThat(page.url()).contains("allowed_time=yes");
            Browser.close(page);
        }

        @Test
        void every_page_is_accessible_and_fits_a_phone() {
            var page = Browser.page(Browser.DESKTOP);
            for (var path : List.of("parents", "visitors", "learners")) {
                looksRight(page, "/policy/may-i/" + path, "may-i-" + path);
            }
            school.signIn(page, "teacher");
            looksRight(page, "/policy/may-i", "may-i");
            looksRight(page, "/policy/may-i?q=photo", "may-i-search");
            looksRight(page, "/policy/may-i?q=submarine", "may-i-nothing");
            looksRight(page, SOCIAL_MEDIA, "may-i-subject");
            looksRight(page, SOCIAL_MEDIA + "?allowed_time=perhaps", "may-i-refused");
            looksRight(
                    page,
                    "/policy/may-i/activities/online-shopping-commerce?who=learner",
                    "may-i-silent");
            looksRight(page, "/", "may-i-home");
            Browser.close(page);
        }

        @Test
        void a_child_reaches_every_card_by_keyboard_and_opens_it() {
            var page = Browser.page(Browser.PHONE);
            page.navigate(school.server().site() + "/policy/may-i/learners");
            var cards = page.locator(".ly-child__card");
            assertThat(Browser.tabStops(page).stream().filter(each -> each.startsWith("summary")))
                    .hasSize(cards.count())
                    .noneMatch(each -> each.endsWith("UNSEEN"));
            var box = cards.first().locator("summary").boundingBox();
            assertThat(Math.min(box.width, box.height)).isGreaterThan(120);
            cards.first().locator("summary").click();
            assertThat(cards.first().locator("p").isVisible()).isTrue();
            Browser.axe(page);
            Browser.screenshot(page, "may-i-child-open-320");
            Browser.close(page);
        }

        private void looksRight(Page page, String path, String name) {
            page.navigate(school.server().site() + path);
            Browser.looksRightOnBoth(page, name);
        }
    }
}
