// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import school.lanyard.concerns.Projections;
import school.lanyard.database.Database;
import school.lanyard.ledger.Actor;
import school.lanyard.people.Kinship;
import school.lanyard.people.People;
import school.lanyard.reports.Cases;
import school.lanyard.sealing.Seals;
import school.lanyard.testing.Engine;
import school.lanyard.testing.Guest;
import school.lanyard.testing.LiveSchool;

/// What stands about a child, and how an incident is followed through, over the pages.
class FollowUpTest {

    static LiveSchool school;
    static Cases cases;
    static Guest dsl;
    static Guest deputy;
    static String pip = "";
    static String mother = "";
    String reference = "";

    @BeforeAll
    static void start() {
        school = new LiveSchool(Engine.SQLITE);
        cases = new Cases(school);
        school.add("mother", "Marion Underhill", "parent", null);
        school.add("father", "Frank Underhill", "parent", null);
        pip = school.id("pip");
        mother = school.id("mother");
        relate("pip", "mother");
        relate("pip", "father");
        dsl = school.guest("dsl");
        deputy = school.guest("deputy");
    }

    @AfterAll
    static void stop() {
        school.close();
    }

    @BeforeEach
    void open() {
        reference = cases.incident("anything-else", "pip", "dsl", "learner", 4, Instant.now());
    }

    @Test
    void whoever_must_not_be_told_stands_above_every_page_before_anybody_writes() {
        var flags = "/children/" + pip;
        set(pip, "COURT_ORDER", school.id("father"), "Order of 3 May");
        assertThat(dsl.get(flags).body())
                .contains("Must not be told: Frank Underhill. A court order forbids it")
                .contains("Since 1 May 2026. Recorded by Diana Sharpe");
        for (var page :
                List.of("", "/notes/new", "/parents/new", "/steps/protect", "/chronology")) {
            assertThat(deputy.get("/incidents/" + reference + page).body())
                    .as(page)
                    .contains("Must not be told about Pip Underhill: Frank Underhill.")
                    .contains("A court order forbids it");
        }
        var refused = told(school.id("father"), "yes");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Frank Underhill must not be told. A court order");
        assertThat(Guest.to(told(school.id("father"), "no"))).isEqualTo("/incidents/" + reference);
        assertThat(Guest.to(told(mother, "yes"))).isEqualTo("/incidents/" + reference);
        assertThat(dsl.get("/incidents/" + reference).body())
                .contains("Marion Underhill told about Pip Underhill, by telephone")
                .contains("Frank Underhill not told about Pip Underhill", "A court forbids it");
        end(pip);
        assertThat(dsl.get("/incidents/" + reference).body()).doesNotContain("Must not be told");
        assertThat(dsl.get(flags).body()).contains("Flags that ended", "Ended on");
    }

    @Test
    void a_name_that_is_typed_is_held_against_the_flags_too() {
        set(pip, "UNSAFE_TO_TELL", "else", "", "other", "Uncle Ray");
        var refused = parents("else", "yes", "name", "uncle ray");
        assertThat(refused.body()).contains("must not be told. Telling them would not be safe");
        end(pip);
    }

    @Test
    void what_stands_is_shown_in_the_case_with_who_said_so_and_since_when() {
        set(pip, "PROTECTION_PLAN", "", "Category: neglect");
        assertThat(deputy.get("/incidents/" + reference).body())
                .contains(
                        "Pip Underhill: child protection plan, since 1 May 2026 (recorded by Diana"
                                + " Sharpe)");
        assertThat(deputy.get("/children").body())
                .contains("Pip Underhill", "Child protection plan");
        assertThat(deputy.post("/children", "words", "larkin").body()).contains("Bo Larkin");
        end(pip);
    }

    @Test
    void neither_family_nor_one_who_must_not_be_told_learns_what_stands() {
        var bo = school.id("bo");
        var about = cases.incident("anything-else", "bo", "dsl", "learner", 4, Instant.now());
        assertThat(deputy.get("/incidents/" + about).statusCode()).isEqualTo(200);
        set(bo, "SUSPECTED", "else", "", "other", "Devon Pell");
        assertThat(deputy.get("/incidents/" + about).statusCode())
                .as("the case is closed to them at once")
                .isEqualTo(404);
        assertThat(deputy.get("/incidents").body()).doesNotContain(about);
        assertThat(deputy.get("/children/" + bo).statusCode()).isEqualTo(404);
        assertThat(deputy.get("/children/" + bo + "/flags/new").statusCode()).isEqualTo(404);
        assertThat(deputy.get("/children").body()).doesNotContain("Bo Larkin");
        assertThat(deputy.post("/children", "words", "larkin").body()).doesNotContain("Bo Larkin");
        var end = ending(bo);
        assertThat(post(end, "reason", "It was not them").body())
                .contains("somebody else must end it");
        var head = school.guest("head");
        head.get("/children/" + bo);
        assertThat(Guest.to(head.post(end, "reason", "It was not them")))
                .isEqualTo("/children/" + bo);
        assertThat(deputy.get("/incidents/" + about).statusCode()).isEqualTo(200);
        assertThat(deputy.get("/children/" + bo).statusCode()).isEqualTo(200);
        relate("bo", "head");
        assertThat(head.get("/children/" + bo).statusCode()).isEqualTo(404);
        assertThat(head.post("/children", "words", "larkin").body()).doesNotContain("Bo Larkin");
        assertThat(school.guest("teacher").get("/children").statusCode()).isEqualTo(403);
        assertThat(dsl.get("/children/" + school.id("teacher")).statusCode())
                .as("no child")
                .isEqualTo(404);
    }

    @Test
    void support_feedback_and_decisions_are_recorded_with_their_reasons() {
        var base = "/incidents/" + reference;
        assertThat(dsl.get(base + "/support/new?person=" + pip).body()).contains("Pip Underhill");
        var support =
                post(
                        base + "/support",
                        "person",
                        pip,
                        "what",
                        "A quiet place at lunch",
                        "by",
                        "The class teacher",
                        "since-day",
                        "2",
                        "since-month",
                        "11",
                        "since-year",
                        "2026",
                        "again-day",
                        "30",
                        "again-month",
                        "11",
                        "again-year",
                        "2026");
        assertThat(Guest.to(support)).isEqualTo(base);
        assertThat(post(base + "/support", "person", school.id("bo"), "what", "x").body())
                .contains("Choose who it is for");
        post(base + "/feedback", "person", pip, "told", "yes", "words", "That it has stopped");
        var lado =
                post(
                        base + "/decisions",
                        "way",
                        "NOT_REFER",
                        "contact",
                        "lado",
                        "reason",
                        "No adult who works with children is concerned");
        assertThat(Guest.to(lado)).isEqualTo(base);
        assertThat(post(base + "/decisions", "way", "NOT_REFER", "reason", "x").body())
                .contains("Choose whom it is about");
        assertThat(post(base + "/decisions", "way", "OTHER", "reason", " ").body())
                .contains("Say what was decided", "Say why you decided so");
        assertThat(dsl.get(base).body())
                .contains("A quiet place at lunch", "Somebody looks again on 30 November 2026")
                .contains("Told: That it has stopped")
                .contains("Decided not to refer to:", "No adult who works with children");
    }

    @Test
    void a_safety_plan_comes_back_on_its_day_also_after_the_case() {
        var base = "/incidents/" + reference;
        var yesterday = school.today().minusDays(1);
        assertThat(plan(yesterday).body()).contains("The review must be today or later");
        assertThat(Guest.to(plan(school.today()))).isEqualTo(base);
        assertThat(deputy.get("/").body())
                .contains("Review a safety plan in incident " + reference);
        assertThat(deputy.get(base).body())
                .contains("Review the safety plan for Pip Underhill")
                .containsPattern("Due in|Overdue by");
        assertThat(school.guest("teacher").get("/").body()).doesNotContain("safety plan");
        assertThat(
                        Projections.differing(
                                school.server().bean(Database.class),
                                school.server().bean(Seals.class),
                                school.school()))
                .as("the rows say what the ledger says")
                .isEmpty();
        var review = base + "/safety-plans/" + pip + "/review";
        assertThat(post(review, "found", "It works", "then", "on").body())
                .contains("When it is reviewed next");
        assertThat(Guest.to(post(review, "found", "It works", "then", "end"))).isEqualTo(base);
        assertThat(deputy.get("/").body()).doesNotContain(reference);
        assertThat(deputy.get(review).statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> plan(LocalDate day) {
        return post(
                "/incidents/" + reference + "/safety-plans",
                "person",
                pip,
                "plan",
                "Never alone on the way home",
                "review-day",
                String.valueOf(day.getDayOfMonth()),
                "review-month",
                String.valueOf(day.getMonthValue()),
                "review-year",
                String.valueOf(day.getYear()));
    }

    private HttpResponse<String> told(String guardian, String told) {
        return parents(guardian, told);
    }

    private HttpResponse<String> parents(String guardian, String told, String... more) {
        var pairs =
                new ArrayList<>(
                        List.of(
                                "who",
                                pip + " " + guardian,
                                "told",
                                told,
                                "at-day",
                                "2",
                                "at-month",
                                "11",
                                "at-year",
                                "2026",
                                "at-time",
                                "15:30",
                                "how",
                                "By telephone",
                                "said",
                                "What happened, and what we do",
                                "reason",
                                "A court forbids it"));
        pairs.addAll(List.of(more));
        return post("/incidents/" + reference + "/parents", pairs.toArray(String[]::new));
    }

    private static void set(
            String child, String kind, String guardian, String detail, String... more) {
        var pairs =
                new ArrayList<>(
                        List.of(
                                "kind",
                                kind,
                                "guardian",
                                guardian,
                                "detail",
                                detail,
                                "since-day",
                                "1",
                                "since-month",
                                "5",
                                "since-year",
                                "2026"));
        pairs.addAll(List.of(more));
        assertThat(Guest.to(post("/children/" + child + "/flags", pairs.toArray(String[]::new))))
                .isEqualTo("/children/" + child);
    }

    private static void end(String child) {
        var link = ending(child);
        assertThat(post(link, "reason", "").body()).contains("Say why this no longer holds");
        assertThat(Guest.to(post(link, "reason", "It was lifted"))).isEqualTo("/children/" + child);
    }

    private static String ending(String child) {
        var link =
                java.util.regex.Pattern.compile("href=\"([^\"]+/end)\"")
                        .matcher(dsl.get("/children/" + child).body());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static HttpResponse<String> post(String path, String... pairs) {
        var all = new ArrayList<>(List.of(pairs));
        all.addAll(
                List.of("_once", UUID.randomUUID().toString().replace("-", "").substring(0, 22)));
        dsl.get("/sign-in");
        return dsl.send(path, all);
    }

    private static void relate(String child, String relative) {
        school.server()
                .bean(Database.class)
                .change(
                        school.school(),
                        tx ->
                                school.server()
                                        .bean(People.class)
                                        .relate(
                                                tx,
                                                Actor.LANYARD,
                                                List.of(
                                                        new Kinship(
                                                                school.id(child),
                                                                school.id(relative),
                                                                Kinship.Kind.GUARDIAN))));
    }
}
