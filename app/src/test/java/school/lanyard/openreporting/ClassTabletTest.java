// SPDX-License-Identifier: Apache-2.0
package school.lanyard.openreporting;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.database.schema.Tables.CASE_FILE;
import static school.lanyard.database.schema.Tables.CLASS_TABLET;
import static school.lanyard.database.schema.Tables.CONCERN;
import static school.lanyard.database.schema.Tables.LEDGER_ENTRY;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import school.lanyard.core.ledger.Verdict;
import school.lanyard.database.Database;
import school.lanyard.ledger.Ledger;
import school.lanyard.testing.Engine;
import school.lanyard.testing.Guest;
import school.lanyard.testing.LiveSchool;

/// A tablet in a classroom, set up by a teacher, over HTTP.
class ClassTabletTest {

    static final Pattern CODE =
            Pattern.compile("<strong class=\"ly-code\">([A-Z0-9-]{9})</strong>");
    static final Pattern CALL = Pattern.compile("action=\"(/tablets/calls/[0-9a-f-]{36})\"");

    static LiveSchool school;
    static Guest dsl;
    static Guest teacher;
    Guest tablet;
    String code;

    @BeforeAll
    static void open() {
        school = new LiveSchool(Engine.SQLITE);
        dsl = school.guest("dsl");
        teacher = school.guest("teacher");
    }

    @AfterAll
    static void close() {
        school.close();
    }

    @BeforeEach
    void bind() {
        code = code(setUp("Kestrels", UUID.randomUUID().toString()));
        tablet = new Guest(school.server().site());
        assertThat(Guest.to(press("/tablet/code", "code", code))).isEqualTo("/tablet");
    }

    @Test
    void shows_its_class_its_pictures_and_the_faces_it_was_given_and_no_way_elsewhere() {
        var page = tablet.get("/tablet");
        assertThat(page.body())
                .contains("Kestrels", "I feel scared", "Tell a grown-up", "Miss Marlow")
                .doesNotContain("<a ", "Tess", "/concerns");
        assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(page.headers().firstValue("Refresh")).hasValue("180; url=/tablet");
    }

    @Test
    void a_press_reaches_the_safeguarding_lead_as_a_concern_with_class_and_time() {
        var before = concerns();
        var pressed = press("/tablet", "picture", "scared", "to", "");
        assertThat(Guest.to(pressed)).isEqualTo("/tablet/told");
        assertThat(tablet.get("/tablet/told").body())
                .contains("A grown-up knows now")
                .doesNotContain("scared")
                .doesNotContain("Kestrels");
        assertThat(concerns()).isEqualTo(before + 1);
        assertThat(dsl.get("/incidents").body()).contains(latest());
        assertThat(dsl.get("/concerns/" + latest()).body())
                .contains("“I feel scared” on the class tablet of Kestrels")
                .contains("A child, on the class tablet", "/concerns/" + latest() + "/taps");
        assertThat(teacher.get("/").body()).doesNotContain("A child asked for you");
    }

    @Test
    void somebody_else_hears_of_it_only_if_the_child_presses_their_face() {
        press("/tablet", "picture", "sad", "to", "0");
        assertThat(teacher.get("/").body()).contains("A child asked for you on a class tablet");
        var calls = teacher.get("/tablets/calls").body();
        assertThat(calls).contains("A child in Kestrels").doesNotContain("sad");
        assertThat(teacher.get("/concerns/" + latest()).statusCode()).isEqualTo(403);
        var call = CALL.matcher(calls);
        assertThat(call.find()).isTrue();
        assertThat(dsl.post(call.group(1)).statusCode()).isEqualTo(404);
        assertThat(Guest.to(teacher.post(call.group(1)))).isEqualTo("/");
        assertThat(teacher.get("/tablets/calls").body()).contains("No child waits for you");
        assertThat(dsl.get("/concerns/" + latest() + "/taps").body())
                .contains(
                        "asked for Miss Marlow", "Said that they went to the child", "Tess Marlow");
    }

    @Test
    void presses_one_after_the_other_are_one_signal_and_another_picture_is_another() {
        var before = concerns();
        for (int times = 0; times < 5; times++) {
            press("/tablet", "picture", "unkind", "to", "");
        }
        assertThat(concerns()).isEqualTo(before + 1);
        assertThat(
                        dsl.get("/concerns/" + latest() + "/taps")
                                .body()
                                .split("Somebody was unkind", -1))
                .hasSize(6);
        press("/tablet", "picture", "screen", "to", "");
        assertThat(concerns()).isEqualTo(before + 2);
    }

    @Test
    void a_mistake_is_taken_back_and_stays_to_be_seen_by_who_handles_it() {
        press("/tablet", "picture", "secret", "to", "");
        var mistake = press("/tablet/mistake");
        assertThat(mistake.body()).contains("That is all right");
        assertThat(dsl.get("/incidents").body()).contains(latest());
        assertThat(dsl.get("/concerns/" + latest() + "/taps").body())
                .contains("It was a mistake", "told to press it");
        var before = concerns();
        press("/tablet", "picture", "secret", "to", "");
        assertThat(concerns()).as("pressed again after that").isEqualTo(before + 1);
    }

    @Test
    void what_may_be_danger_comes_first_in_the_queue() {
        press("/tablet", "picture", "hurt", "to", "");
        assertThat(dsl.get("/concerns/" + latest()).body()).contains("at risk now");
    }

    @Test
    void a_code_works_once_and_an_ended_tablet_shows_nothing_more() {
        var other = new Guest(school.server().site());
        other.get("/tablet");
        assertThat(other.send("/tablet/code", List.of("code", code)).statusCode()).isEqualTo(409);
        var id = tablets().getLast();
        assertThat(Guest.to(teacher.post("/tablets/" + id + "/end"))).isEqualTo("/tablets");
        assertThat(tablet.get("/tablet").body())
                .contains("does not know its class")
                .doesNotContain("Kestrels");
        assertThat(press("/tablet", "picture", "sad", "to", "").statusCode()).isEqualTo(409);
    }

    @Test
    void the_same_form_sent_again_gives_the_same_code() {
        var once = UUID.randomUUID().toString();
        assertThat(code(setUp("Owls", once))).isEqualTo(code(setUp("Owls", once)));
    }

    @Test
    void a_cookie_that_we_did_not_give_binds_nothing() {
        var forged = tablet.get("/tablet");
        assertThat(forged.body()).contains("Kestrels");
        var stranger = new Guest(school.server().site());
        assertThat(stranger.get("/tablet").body()).doesNotContain("Kestrels");
        assertThat(stranger.get("/tablet/told").statusCode()).isEqualTo(303);
    }

    @Test
    void the_ledger_knows_the_tablet_and_proves_whole() {
        press("/tablet", "picture", "sad", "to", "");
        var actors =
                school.server()
                        .bean(Database.class)
                        .read(sql ->
                                sql.select(LEDGER_ENTRY.ACTOR)
                                        .from(LEDGER_ENTRY)
                                        .where(LEDGER_ENTRY.ACTION.eq("tablet.tapped"))
                                        .fetchSet(LEDGER_ENTRY.ACTOR));
        assertThat(tablets()).containsAll(actors);
        assertThat(school.server().bean(Ledger.class).verify(school.school()))
                .isInstanceOf(Verdict.Whole.class);
    }

    private HttpResponse<String> press(String path, String... pairs) {
        return tablet.send(path, List.of(pairs));
    }

    private static HttpResponse<String> setUp(String name, String once) {
        return teacher.post(
                "/tablets",
                "_once",
                once,
                "class",
                name,
                "adult-1",
                school.id("teacher"),
                "name-1",
                "Miss Marlow",
                "face-1",
                "long-hair");
    }

    private static String code(HttpResponse<String> page) {
        var found = CODE.matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return found.group(1);
    }

    private static List<String> tablets() {
        return school.server()
                .bean(Database.class)
                .read(sql ->
                        sql.select(CLASS_TABLET.ID)
                                .from(CLASS_TABLET)
                                .where(CLASS_TABLET.SCHOOL.eq(school.school()))
                                .orderBy(CLASS_TABLET.SET_UP_AT)
                                .fetch(CLASS_TABLET.ID));
    }

    private static int concerns() {
        return school.server()
                .bean(Database.class)
                .read(sql -> sql.fetchCount(CONCERN, CONCERN.SCHOOL.eq(school.school())));
    }

    private static String latest() {
        return school.server()
                .bean(Database.class)
                .read(sql ->
                        sql.select(CASE_FILE.REFERENCE)
                                .from(CASE_FILE)
                                .join(CONCERN)
                                .on(CONCERN.CASE_ID.eq(CASE_FILE.ID))
                                .where(CONCERN.SCHOOL.eq(school.school()))
                                .orderBy(CONCERN.RECEIVED_AT.desc())
                                .limit(1)
                                .fetchSingle()
                                .value1());
    }
}
