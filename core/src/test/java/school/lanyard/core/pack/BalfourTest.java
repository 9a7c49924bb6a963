// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import school.lanyard.core.decision.Answer;
import school.lanyard.core.decision.Decision;
import school.lanyard.core.routing.About;

/// A second school's policy, which differs from the first in words, roles, rules and procedure.
class BalfourTest {

    private static final Pack PACK = Tables.sound("balfour");
    private static final String INCIDENT = "playbooks/incident.yaml";

    private static Decision ask(String group, String about) {
        return ask(group, about, Map.of());
    }

    private static Decision ask(String group, String about, Map<String, Object> given) {
        return PACK.decide().ask(group, about, given);
    }

    @ParameterizedTest
    @CsvSource({
        "staff,          internet/school-internet-for-yourself, NOT_ALLOWED, BF-067",
        "visitor,        internet/school-internet-for-yourself, NOT_ALLOWED, BF-067",
        "learner,        internet/school-internet-for-education, ALLOWED, BF-067",
        "staff,          internet/using-the-school-s-internet, ALLOWED_WHEN, BF-067",
        "learner,        internet/opening-a-website-you-know-is-unsuitable, NOT_ALLOWED, BF-124",
        "staff,          devices/carrying-a-mobile-phone-in-school, NOT_ALLOWED, BF-068",
        "learner,        devices/smart-watch, NOT_ALLOWED, BF-071",
        "visitor,        devices/bringing-a-phone-and-storing-it, ALLOWED_WHEN, BF-069",
        "staff,          devices/using-your-phone-while-pupils-are-in-the-room, NOT_ALLOWED,"
                + " BF-070",
        "staff,          software/installing-software, NOT_ALLOWED, BF-118",
        "learner,        software/downloading-a-program, NOT_ALLOWED, BF-120",
        "learner,        accounts/using-your-year-group-s-log-on, ALLOWED, BF-106",
        "governor,       accounts/using-somebody-else-s-log-on, NOT_ALLOWED, BF-106",
        "learner,        accounts/saving-work-in-a-shared-area, ALLOWED_WHEN, BF-114",
        "staff,          email/personal-email-for-school-purposes-at-home, NOT_ALLOWED, BF-135",
        "learner,        email/class-email-address, ALLOWED_WHEN, BF-131",
        "staff,          images/recording-events-or-lessons-with-a-school-camera, ALLOWED, BF-137",
        "parent,         images/streaming-a-school-event-to-a-public-page, NOT_ALLOWED, BF-140",
        "parent,         images/photos-or-video-at-a-school-event, ALLOWED_WHEN, BF-141",
        "staff,          copyright/using-something-downloaded, NOT_ALLOWED, BF-084",
        "learner,        copyright/files-that-nobody-may-use, NOT_ALLOWED, BF-150",
        "community-user, website/commercial-use-of-the-website, NOT_ALLOWED, BF-130",
        "volunteer,      safety/eating-or-drinking-at-a-computer, NOT_ALLOWED, BF-099",
        "learner,        safety/looking-into-a-projector-s-beam, NOT_ALLOWED, BF-096",
        "parent,         ai-tools/bullying-somebody-with-ai, NOT_ALLOWED, BF-074",
    })
    void answers_as_the_policy_does_and_names_the_clause(
            String group, String about, Answer answer, String clause) {
        var decision = ask(group, about);
        assertThat(decision.answer()).isEqualTo(answer);
        assertThat(decision.clauses()).contains(clause);
    }

    @ParameterizedTest
    @CsvSource({
        "staff,   devices/smart-watch",
        "staff,   devices/using-your-phone-with-no-pupils-in-the-room",
        "learner, devices/bringing-a-phone-and-storing-it",
        "parent,  devices/carrying-a-mobile-phone-in-school",
        "staff,   devices/your-own-device-on-the-school-s-network",
        "staff,   internet/opening-a-website-you-know-is-unsuitable",
        "staff,   internet/social-media-in-your-own-time-at-home",
        "staff,   email/school-email-for-personal-messages",
        "visitor, email/personal-email-for-school-purposes-in-school",
        "staff,   accounts/opening-somebody-else-s-work",
        "staff,   images/recording-events-or-lessons-with-your-own-camera",
        "staff,   images/video-call-or-live-stream-with-pupils",
        "visitor, website/copying-from-the-website-for-another-reason",
        "staff,   ai-tools/using-an-ai-tool",
    })
    void says_not_stated_where_the_policy_is_silent_and_whom_to_ask(String group, String about) {
        var decision = ask(group, about);
        assertThat(decision.answer()).isEqualTo(Answer.NOT_STATED);
        assertThat(PACK.roles()).containsKey(decision.ask());
    }

    @Test
    void lets_a_blank_cell_be_neither_a_yes_nor_a_no_for_anybody() {
        var answers =
                PACK.decide().subjects().stream()
                        .filter(subject -> subject.key().startsWith("images/video-call"))
                        .flatMap(subject ->
                                PACK.vocabulary().groups().keySet().stream()
                                        .map(group -> ask(group, subject.key()).answer()))
                        .toList();
        assertThat(answers).isNotEmpty().containsOnly(Answer.NOT_STATED);
    }

    @Test
    void cites_in_every_answer_that_it_gives() {
        assertThat(PACK.decide().subjects())
                .allSatisfy(subject ->
                        assertThat(PACK.vocabulary().groups().keySet())
                                .allSatisfy(group -> {
                                    var decision = ask(group, subject.key());
                                    assertThat(
                                                    decision.answer() == Answer.NOT_STATED
                                                            || !decision.clauses().isEmpty())
                                            .as(group + " " + subject.key())
                                            .isTrue();
                                }));
    }

    @Nested
    class A_condition {

        @Test
        void leaves_software_to_network_administrators_with_no_way_round() {
            var about = "software/installing-software";
            assertThat(ask("staff", about).when()).contains("network administrators only");
            assertThat(ask("staff", about, Map.of("network_administrator", true)).answer())
                    .isEqualTo(Answer.ALLOWED);
            assertThat(ask("staff", about, Map.of("staff_permission", true)).answer())
                    .isEqualTo(Answer.NOT_ALLOWED);
            assertThat(ask("learner", about, Map.of("network_administrator", true)).answer())
                    .isEqualTo(Answer.NOT_ALLOWED);
        }

        @Test
        void keeps_the_class_address_to_year_2_and_inside_the_school() {
            var about = "email/class-email-address";
            var both = Map.<String, Object>of("year_2_class", true, "to_class_or_staff", true);
            var outside = Map.<String, Object>of("year_2_class", true, "to_class_or_staff", false);
            var younger = Map.<String, Object>of("year_2_class", false, "to_class_or_staff", true);
            assertThat(ask("learner", about, both).answer()).isEqualTo(Answer.ALLOWED);
            assertThat(ask("learner", about, outside).answer()).isEqualTo(Answer.NOT_ALLOWED);
            assertThat(ask("learner", about, younger).answer()).isEqualTo(Answer.NOT_ALLOWED);
            assertThat(ask("learner", about, Map.of("year_2_class", true)).answer())
                    .isEqualTo(Answer.ALLOWED_WHEN);
        }

        @Test
        void hands_ai_to_the_policy_that_governs_it() {
            var about = "ai-tools/using-an-ai-tool";
            assertThat(ask("staff", about).missing()).containsExactly("ai_policy_allows");
            assertThat(ask("staff", about, Map.of("ai_policy_allows", true)).answer())
                    .isEqualTo(Answer.ALLOWED);
            assertThat(ask("staff", about, Map.of("ai_policy_allows", false)).answer())
                    .isEqualTo(Answer.NOT_ALLOWED);
        }

        @Test
        void lets_images_go_only_to_a_listed_partner_for_a_named_project() {
            var about = "images/sharing-images-with-a-partner-school-or-organisation";
            assertThat(ask("staff", about, Map.of("registered_partner", true)).answer())
                    .isEqualTo(Answer.ALLOWED_WHEN);
            assertThat(
                            ask(
                                            "staff",
                                            about,
                                            Map.of(
                                                    "registered_partner",
                                                    true,
                                                    "named_project",
                                                    false))
                                    .answer())
                    .isEqualTo(Answer.NOT_ALLOWED);
        }
    }

    @Test
    void reads_camera_phones_so_that_staff_do_not_use_their_own_and_never_says_nothing() {
        assertThat(ask("staff", "images/recording-events-or-lessons-with-your-own-phone").answer())
                .isEqualTo(Answer.NOT_ALLOWED);
        assertThat(ask("staff", "images/recording-events-or-lessons-with-a-school-phone").answer())
                .isEqualTo(Answer.ALLOWED);
    }

    @Test
    void uses_this_school_s_words() {
        assertThat(PACK.vocabulary().many("learner")).isEqualTo("pupils");
        assertThat(PACK.vocabulary().one("parent")).isEqualTo("parent");
    }

    @Nested
    class Roles {

        @Test
        void have_no_online_safety_lead_and_no_governor_for_it() {
            assertThat(PACK.roles())
                    .doesNotContainKeys("online-safety-lead", "online-safety-governor")
                    .containsKeys("ict-support", "network-administrator", "computing-subject-lead");
        }

        @Test
        void give_deputies_every_power_that_the_lead_has() {
            assertThat(PACK.role("deputy-dsl").capabilities())
                    .isEqualTo(PACK.role("dsl").capabilities());
            assertThat(PACK.clauses().get("BF-007").by())
                    .containsExactlyInAnyOrder("role:dsl", "role:deputy-dsl");
        }

        @Test
        void keep_network_administrators_from_every_case() {
            assertThat(PACK.role("network-administrator").capabilities())
                    .containsExactly(Capability.REPORT_CONCERNS);
        }
    }

    @Nested
    class A_concern {

        @Test
        void about_staff_takes_the_base_s_route_as_the_policy_names_nobody() {
            var route =
                    PACK.routing()
                            .routeFor(List.of(new About(Set.of("class-teacher"), Set.of("staff"))));
            assertThat(route.tiers())
                    .isEqualTo(
                            Tables.sound("england-2026")
                                    .routing()
                                    .routeFor(List.of(new About(Set.of(), Set.of("staff"))))
                                    .tiers());
            assertThat(route.clauses()).containsExactly("BF-080");
        }

        @Test
        void about_a_pupil_goes_to_the_lead_and_the_deputies_together() {
            var route = PACK.routing().routeFor(List.of(new About(Set.of(), Set.of("learner"))));
            assertThat(route.tiers().getFirst()).containsExactly("dsl", "deputy-dsl");
        }
    }

    @Nested
    class Without_a_grid {

        @Test
        void a_note_on_proportion_stands_in_its_place() {
            assertThat(PACK.responses()).isEmpty();
            assertThat(PACK.proportionality())
                    .contains("behaviour", "acceptable use", "disciplinary", "proportion")
                    .isNotEqualTo(Tables.sound("england-2026").proportionality());
        }

        @Test
        void kinds_of_incident_still_have_areas_of_risk_and_count_deepfakes_apart() {
            assertThat(PACK.categoriesFor("learner"))
                    .extracting(Category::key)
                    .contains(
                            "cyber-bullying",
                            "deepfake-image",
                            "deepfake-audio",
                            "deepfake-video",
                            "deepfake-pornography",
                            "something-else");
            assertThat(PACK.category("learner", "deepfake-pornography").orElseThrow().illegal())
                    .isTrue();
        }

        @Test
        void the_four_risks_mean_what_this_policy_says() {
            assertThat(PACK.risks().keySet())
                    .containsExactly("content", "contact", "conduct", "commerce");
            assertThat(PACK.risks().get("contact").means())
                    .contains("pressure from other children");
        }
    }

    @Nested
    class Clauses {

        @Test
        void are_all_there_each_under_a_heading_with_who_and_how_often() {
            var ids =
                    Stream.concat(
                                    IntStream.rangeClosed(1, 164).boxed(),
                                    IntStream.rangeClosed(201, 207).boxed())
                            .map("BF-%03d"::formatted);
            var own =
                    PACK.clauses().values().stream()
                            .filter(clause -> clause.id().startsWith("BF-"))
                            .toList();
            assertThat(own)
                    .extracting(Clause::id)
                    .containsExactlyInAnyOrderElementsOf(ids.toList());
            assertThat(own)
                    .allSatisfy(clause -> {
                        assertThat(clause.section()).isNotEmpty();
                        assertThat(clause.kind()).isNotNull();
                        assertThat(clause.who()).isNotEmpty();
                    });
        }

        @Test
        void leave_no_heading_empty() {
            assertThat(PACK.clauses().values().stream().map(Clause::section))
                    .containsAll(PACK.headings().keySet());
        }

        @Test
        void that_are_regular_have_a_number_that_the_school_chose() {
            var regular =
                    PACK.clauses().values().stream()
                            .filter(clause -> clause.cadence() == Cadence.REGULAR)
                            .toList();
            assertThat(regular).hasSizeGreaterThan(6);
            assertThat(regular)
                    .allSatisfy(clause -> {
                        var interval = PACK.intervals().get(clause.interval());
                        assertThat(interval.chosenBy()).isEqualTo(Interval.ChosenBy.SCHOOL);
                        assertThat(interval.note()).isNotBlank();
                    });
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"BF-001", "BF-026", "BF-052", "BF-053", "BF-104", "BF-142", "BF-160"})
        void that_nothing_keeps_yet_are_shown_unbound(String id) {
            assertThat(PACK.clauses().get(id).bound()).isFalse();
            assertThat(PACK.clauses().get(id).evidence()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "BF-004", "BF-011", "BF-012", "BF-013", "BF-015", "BF-038", "BF-039", "BF-060",
                    "BF-062", "BF-074", "BF-078", "BF-079", "BF-080", "BF-081", "BF-201"
                })
        void of_the_procedure_are_kept_by_the_playbook(String id) {
            assertThat(PACK.clauses().get(id).by())
                    .anyMatch(by -> by.startsWith("playbook:incident"));
        }
    }

    @ParameterizedTest
    @MethodSource("readings")
    void can_be_closed_whichever_reading_the_school_takes(String choice, String option)
            throws IOException {
        var faults = new Faults();
        var files = PackFiles.read(Tables.PACKS.resolve("balfour"), faults);
        var texts = new TreeMap<>(files.texts());
        texts.compute(
                INCIDENT,
                (_, text) ->
                        String.valueOf(text)
                                .replaceFirst(
                                        "(?s)(\n  " + choice + ":\n.*?    chosen: )[a-z-]+",
                                        "$1" + option));
        var loaded = Packs.in(Tables.PACKS).load(new PackFiles("balfour", texts));
        assertThat(loaded)
                .isInstanceOfSatisfying(
                        Loaded.Sound.class,
                        sound ->
                                assertThat(sound.pack().playbooks().get("incident").choices())
                                        .anySatisfy(each -> {
                                            assertThat(each.key()).isEqualTo(choice);
                                            assertThat(each.chosen()).isEqualTo(option);
                                        }));
    }

    static Stream<Arguments> readings() {
        return PACK.playbooks().get("incident").choices().stream()
                .flatMap(choice ->
                        choice.options().keySet().stream()
                                .map(option -> Arguments.of(choice.key(), option)));
    }
}
