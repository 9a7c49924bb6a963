// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import school.lanyard.browser.Browser;
import school.lanyard.people.Known;
import school.lanyard.people.People;
import school.lanyard.people.RollOvers;
import school.lanyard.testing.Engine;
import school.lanyard.testing.Guest;
import school.lanyard.testing.LiveSchool;

/// The office brings its people in, looks at its classes, and goes over to the next year.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RosterPagesTest {

    static final String PUPILS =
            """
            UPN;Forename;Surname;DOB;Year;Reg
            A123456789012;Ada;Reed;31/08/2020;1;1 Otter
            B123456789012;Bo;Fox;1/9/2019;2;2 Heron
            C123456789012;Pip;Underhill;1/9/2020;1;1 Otter
            """;

    static LiveSchool school;
    static Guest office;

    @BeforeAll
    static void open() {
        school = new LiveSchool(Engine.SQLITE);
        school.add("office", "Ola Quinn", "staff", "administrator");
        office = school.guest("office");
    }

    @AfterAll
    static void close() {
        school.close();
    }

    private static String sent(String text) {
        var file = text.getBytes(StandardCharsets.UTF_8);
        var answer = office.upload("/roster/imports/new", "file", file);
        return Guest.to(answer);
    }

    /// The columns as they are guessed.
    private static void columns(String address, String... and) {
        var page = office.get(address + "/columns").body();
        var pairs = new ArrayList<String>(List.of("headed", "yes"));
        var select =
                Pattern.compile("<select[^>]*name=\"([^\"]+)\".*?</select>", Pattern.DOTALL)
                        .matcher(page);
        while (select.find()) {
            var chosen = Pattern.compile("value=\"([^\"]*)\" selected").matcher(select.group());
            pairs.add(select.group(1));
            pairs.add(chosen.find() ? chosen.group(1) : "");
        }
        pairs.addAll(List.of(and));
        var answer = office.send(address + "/columns", pairs);
        assertThat(Guest.to(answer)).isEqualTo(address);
    }

    private static String print(String page) {
        var found = Pattern.compile("name=\"print\" value=\"([0-9a-f]+)\"").matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    @Test
    @Order(1)
    void a_file_is_shown_asked_about_applied_and_gone() {
        var address = sent(PUPILS);
        assertThat(office.get(address + "/columns").body())
                .contains("Such as: Ada, Bo, Pip", "Unique pupil number");
        columns(address);
        var page = office.get(address).body();
        assertThat(page)
                .contains("Ada Reed", "Is Pip Underhill somebody who is here already?")
                .doesNotContain("Apply the file");
        var question = Pattern.compile("name=\"(answer-[0-9a-f]+)\"").matcher(page);
        assertThat(question.find()).isTrue();
        office.post(address + "/answers", question.group(1), "person:" + school.id("pip"));
        page = office.get(address).body();
        assertThat(page).contains("Apply the file", "Year 1, 1 Otter, born 31 August 2020");
        var applied = office.post(address + "/application", "print", print(page));
        assertThat(Guest.to(applied)).isEqualTo(address);
        assertThat(office.get(address).body())
                .contains("What the file did", "2 added, 1 changed", "Ada Reed");
        assertThat(office.post(address + "/application", "print", "x").statusCode()).isEqualTo(404);
        assertThat(office.get("/roster").body()).contains("2 added, 1 changed");
    }

    @Test
    @Order(2)
    void classes_show_the_adults_of_each_child() {
        var address =
                sent(
                        """
                        Contact name,Pupil UPN,PR,May contact
                        Mary Reed,A123456789012,yes,yes
                        John Reed,A123456789012,no,no
                        """);
        columns(address);
        office.post(address + "/application", "print", print(office.get(address).body()));
        var list = office.get("/roster/classes").body();
        var room = Pattern.compile("(/roster/classes/[^\"]+)\">1 Otter").matcher(list);
        assertThat(room.find()).isTrue();
        assertThat(office.get(room.group(1)).body())
                .contains(
                        "Ada Reed",
                        "Mary Reed, has parental responsibility",
                        "John Reed, no parental responsibility",
                        "Must not be contacted");
        assertThat(office.get("/roster/groups/learner").body()).contains("Ada Reed", "Year 1");
        assertThat(office.get("/roster/groups/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    @Order(3)
    void closing_needs_the_number_and_a_bad_row_bars() {
        var address = sent("UPN,Forename,Surname\nA123456789012,Ada,Reed\n");
        columns(address);
        office.send(address + "/answers", List.of("about-whole", "yes", "whole", "learner"));
        var page = office.get(address).body();
        assertThat(page).contains("Whose record would be closed", "Bo Fox", "This closes");
        var refused = office.post(address + "/application", "print", print(page));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Type how many records this closes");
        assertThat(Guest.to(office.post(address + "/removal"))).isEqualTo("/roster");
        var bad = sent("UPN,Forename,Surname,DOB\nA123456789012,Ada,Reed,40/1/2020\n");
        columns(bad);
        assertThat(office.get(bad).body())
                .contains("To be mended first", "It has a date of birth that cannot be right.")
                .doesNotContain("Apply the file");
        office.post(bad + "/removal");
        assertThat(
                        office.upload(
                                        "/roster/imports/new",
                                        "file",
                                        "PK\u0003\u0004x".getBytes(StandardCharsets.ISO_8859_1))
                                .body())
                .contains("This file cannot be read.");
    }

    @Test
    @Order(4)
    void the_next_year_comes_in_one_step_and_can_be_taken_back() {
        var page = office.get("/roster/roll-over").body();
        assertThat(page)
                .contains("1 Otter (Year 1, 2 children): its class in Year 2", "value=\"2 Otter\"");
        var pairs = new ArrayList<String>();
        var fields =
                Pattern.compile("name=\"((?:first|class)-[^\"]+)\"[^>]*value=\"([^\"]*)\"")
                        .matcher(page);
        var today = school.today().plusDays(1);
        while (fields.find()) {
            pairs.add(fields.group(1));
            pairs.add(
                    switch (fields.group(1)) {
                        case "first-day" -> "" + today.getDayOfMonth();
                        case "first-month" -> "" + today.getMonthValue();
                        case "first-year" -> "" + today.getYear();
                        default -> fields.group(2);
                    });
        }
        pairs.addAll(List.of("last", "year-2", "sure", "yes"));
        var rolled = office.send("/roster/roll-over", pairs);
        assertThat(Guest.to(rolled)).isEqualTo("/roster/roll-over");
        var known = known("Ada Reed");
        assertThat(known.yearGroupOn(school.today())).isEqualTo("year-1");
        assertThat(known.yearGroupOn(today)).isEqualTo("year-2");
        assertThat(known("Bo Fox").groupsOn(today)).isEmpty();
        assertThat(known("Mary Reed").groupsOn(today)).containsExactly("parent");
        assertThat(office.send("/roster/roll-over", pairs).statusCode()).isEqualTo(422);
        var id = school.server().bean(RollOvers.class).all(school.school()).getFirst().id();
        office.post("/roster/roll-overs/" + id + "/undoing");
        assertThat(known("Ada Reed").yearGroupOn(today)).isEqualTo("year-1");
        assertThat(known("Bo Fox").groupsOn(today)).containsExactly("learner");
        assertThat(office.post("/roster/roll-overs/" + id + "/undoing").statusCode())
                .isEqualTo(404);
    }

    private static Known known(String name) {
        return school.server().bean(People.class).directory(school.school()).everybody().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Order(5)
    void somebody_leaves_by_hand_and_can_get_in_no_more() {
        var teacher = school.guest("teacher");
        assertThat(teacher.get("/").statusCode()).isEqualTo(200);
        var yesterday = school.today().minusDays(1);
        var address = "/people/" + school.id("teacher") + "/leaving";
        office.get(address);
        var sent =
                office.post(
                        address,
                        "last-day",
                        "" + yesterday.getDayOfMonth(),
                        "last-month",
                        "" + yesterday.getMonthValue(),
                        "last-year",
                        "" + yesterday.getYear());
        assertThat(Guest.to(sent)).isEqualTo("/people/" + school.id("teacher"));
        assertThat(teacher.get("/").statusCode()).isEqualTo(303);
    }

    @Test
    @Order(6)
    void the_pages_look_right_at_both_widths() {
        var address = sent(PUPILS + "D123456789012;Zoë;Ash;2/2/2021;R;Puffin\n");
        columns(address);
        office.send(address + "/answers", List.of("about-whole", "yes", "whole", "learner"));
        var page = Browser.page(1280);
        school.signIn(page, "office");
        for (var each :
                List.of(
                        "/roster",
                        address,
                        address + "/columns",
                        "/roster/classes",
                        "/roster/roll-over")) {
            page.navigate(school.server().site() + each);
            var name = each.replaceAll("[0-9a-f-]{36}", "x").replace('/', '-');
            Browser.looksRightOnBoth(page, "page" + name);
        }
        page.navigate(school.server().site() + "/roster/classes");
        page.getByText("1 Otter").click();
        Browser.looksRightOnBoth(page, "page-roster-class");
    }
}
