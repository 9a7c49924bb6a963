// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import school.lanyard.browser.Browser;
import school.lanyard.testing.Engine;
import school.lanyard.testing.Guest;
import school.lanyard.testing.LiveSchool;

/// What a school learned goes to whom it is for, and names nobody.
class LessonsTest {

    static LiveSchool school;
    static Guest dsl;
    static int sent;

    @BeforeAll
    static void start() {
        school = new LiveSchool(Engine.SQLITE);
        dsl = school.guest("dsl");
    }

    @AfterAll
    static void stop() {
        school.close();
    }

    @Test
    void goes_to_its_audience_and_to_nobody_else() {
        assertThat(Guest.to(share("For families only", "Talk about chats.", "PARENTS")))
                .isEqualTo("/lessons");
        assertThat(Guest.to(share("For the staff", "Ask who is in a chat.", "STAFF", "AUTHORITY")))
                .isEqualTo("/lessons");
        var anybody = new Guest(school.server().site());
        assertThat(anybody.get("/lessons/parents").body())
                .contains("For families only", "Talk about chats.")
                .doesNotContain("For the staff");
        assertThat(anybody.get("/lessons/learners").body()).contains("Nothing has been shared yet");
        var teacher = school.guest("teacher");
        assertThat(teacher.get("/lessons").body())
                .contains("For the staff")
                .doesNotContain("For families only", "Withdraw");
        assertThat(teacher.get("/").body()).contains("What we learned: For the staff");
        assertThat(school.guest("governor").get("/lessons").body()).doesNotContain("For the staff");
        assertThat(teacher.get("/lessons/new").statusCode()).isEqualTo(403);
        assertThat(PaperText.of(dsl.document(link("/lessons/[0-9a-f-]{36}/lesson.pdf")).body()))
                .contains("For the staff", "Willow Bank Test School");
        var withdrawal = link("/lessons/[0-9a-f-]{36}/withdrawal");
        assertThat(Guest.to(dsl.post(withdrawal))).isEqualTo("/lessons");
        assertThat(teacher.get("/lessons").body()).doesNotContain("For the staff");
        assertThat(dsl.get("/lessons").body()).contains("For the staff", "Withdrawn");
    }

    @Test
    void names_nobody_of_the_register() {
        assertThat(share("A chat", "Pip Underhill started it.", "PARENTS").body())
                .contains("It must not name anybody. Take out: Pip Underhill");
        assertThat(share("Underhill and the chat", "Talk.", "PARENTS").body())
                .contains("Take out: Underhill");
        assertThat(share("A chat", "Talk.").body()).contains("Choose whom it is for");
        assertThat(new Guest(school.server().site()).get("/lessons/parents").body())
                .doesNotContain("Underhill");
    }

    @Test
    void a_change_is_followed_until_its_post_says_it_is_done() {
        var today = school.today();
        assertThat(Guest.to(change("Check the tablets each Friday", "class-teacher", today)))
                .isEqualTo("/practice-changes");
        assertThat(change("Ask Bo Larkin", "class-teacher", today).body()).contains("Take out: Bo");
        assertThat(change("x", "class-teacher", today.minusDays(1)).body())
                .contains("It must be due today or later");
        var teacher = school.guest("teacher");
        assertThat(teacher.get("/").body()).contains("is yours to see to");
        var page = teacher.get("/practice-changes").body();
        assertThat(page).contains("Check the tablets each Friday", "Record that it is done");
        var governor = school.guest("governor");
        assertThat(governor.get("/practice-changes").body())
                .contains("Check the tablets each Friday")
                .doesNotContain("Record that it is done");
        var done = Pattern.compile("href=\"(/practice-changes/[^\"]+/completion)\"").matcher(page);
        assertThat(done.find()).isTrue();
        assertThat(governor.get(done.group(1)).statusCode()).isEqualTo(404);
        assertThat(teacher.post(done.group(1), "how", "").body()).contains("Say what was done");
        assertThat(Guest.to(teacher.post(done.group(1), "how", "It is on the rota")))
                .isEqualTo("/practice-changes");
        assertThat(governor.get("/practice-changes").body())
                .contains("Tess Marlow. It is on the rota");
        assertThat(teacher.get("/").body()).doesNotContain("is yours to see to");
    }

    @Test
    void the_pages_look_right() {
        share("Group chats out of school", "Ask your child who is in their chats.", "GOVERNORS");
        change("Ask about chats at every parents’ evening", "dsl", school.today().plusDays(20));
        var page = Browser.page(Browser.DESKTOP);
        school.signIn(page, "dsl");
        for (var path :
                List.of("/lessons", "/lessons/new", "/practice-changes", "/practice-changes/new")) {
            page.navigate(school.server().site() + path);
            Browser.looksRight(page, "lessons" + path.replace('/', '-'));
        }
        Browser.close(page);
    }

    private static String link(String pattern) {
        var found =
                Pattern.compile("href=\"(" + pattern + ")\"").matcher(dsl.get("/lessons").body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static HttpResponse<String> share(String title, String learned, String... audiences) {
        var pairs = new ArrayList<>(List.of("title", title, "learned", learned, "changes", ""));
        for (var audience : audiences) {
            pairs.addAll(List.of("audience", audience));
        }
        pairs.addAll(List.of("_once", "%022d".formatted(sent++)));
        dsl.get("/lessons/new");
        return dsl.send("/lessons", pairs);
    }

    private static HttpResponse<String> change(String what, String owner, java.time.LocalDate due) {
        dsl.get("/practice-changes/new");
        return dsl.post(
                "/practice-changes",
                "what",
                what,
                "owner",
                owner,
                "due-day",
                String.valueOf(due.getDayOfMonth()),
                "due-month",
                String.valueOf(due.getMonthValue()),
                "due-year",
                String.valueOf(due.getYear()));
    }
}
