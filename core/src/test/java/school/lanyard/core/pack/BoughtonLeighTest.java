// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import school.lanyard.core.decision.Answer;
import school.lanyard.core.decision.Decision;
import school.lanyard.core.response.Action;
import school.lanyard.core.routing.About;
import school.lanyard.core.routing.Destination;

/// Every mark of the five printed tables, asked of the pack.
class BoughtonLeighTest {

    private static final Pack PACK = Tables.boughtonLeigh();
    private static final Set<String> PRINTED = Set.of("activities", "user-actions", "devices");

    static Stream<Map<String, String>> activities() {
        return Tables.rows("activities").stream();
    }

    static Stream<Map<String, String>> userActions() {
        return Tables.rows("user_actions").stream();
    }

    static Stream<Map<String, String>> devices() {
        return Tables.rows("mobile_matrix").stream();
    }

    static Stream<Map<String, String>> learnerResponses() {
        return Tables.rows("learner_responses").stream();
    }

    static Stream<Map<String, String>> staffResponses() {
        return Tables.rows("staff_responses").stream();
    }

    private static Decision ask(String group, String about) {
        return PACK.decide().ask(group, about, Map.of());
    }

    private static Decision ask(String group, String about, String fact, Object value) {
        return PACK.decide().ask(group, about, Map.of(fact, value));
    }

    @ParameterizedTest
    @MethodSource("activities")
    void answers_every_activity_as_printed(Map<String, String> row) {
        var about = "activities/" + Slug.of(row.get("activity"));
        var staff = ask("staff", about);
        var learner = ask("learner", about);
        assertThat(staff.answer()).isEqualTo(expected(row.get("staff"), row.get("note")));
        assertThat(learner.answer()).isEqualTo(expected(row.get("learners"), ""));
        assertThat(staff.clauses()).hasSize(1).isEqualTo(learner.clauses());
        assertThat(ask("visitor", about)).isEqualTo(staff);
    }

    private static Answer expected(String mark, String note) {
        if (note.startsWith("condition in the label") && mark.equals("allowed")) {
            return Answer.ALLOWED_WHEN;
        }
        return switch (mark) {
            case "allowed" -> Answer.ALLOWED;
            case "not_allowed" -> Answer.NOT_ALLOWED;
            case "unspecified" -> Answer.NOT_STATED;
            case "allowed_at_certain_times", "allowed_with_staff_permission" -> Answer.ALLOWED_WHEN;
            default -> throw new AssertionError(mark);
        };
    }

    @ParameterizedTest
    @MethodSource("userActions")
    void answers_every_user_action_as_printed_for_everybody(Map<String, String> row) {
        var about = "user-actions/" + Slug.of(row.get("action"));
        for (var group : PACK.vocabulary().groups().keySet()) {
            var decision = ask(group, about);
            if (!row.get("unacceptable_and_illegal").isEmpty()) {
                assertThat(decision.answer()).isEqualTo(Answer.ILLEGAL);
            } else if (!row.get("acceptable_for_nominated_users").isEmpty()) {
                assertThat(decision.answer()).isEqualTo(Answer.ALLOWED_WHEN);
                assertThat(decision.when()).isEqualTo("for nominated users only");
            } else {
                assertThat(decision.answer()).isEqualTo(Answer.NOT_ALLOWED);
            }
            assertThat(decision.clauses()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("devices")
    void answers_every_cell_of_the_device_matrix_as_printed(Map<String, String> row) {
        var capability = Slug.of(row.get("capability"));
        row.forEach((column, mark) -> {
            if (column.equals("capability")) {
                return;
            }
            var about = "devices/" + column.replace('_', '-') + "/" + capability;
            var decision = ask("visitor", about);
            assertThat(decision.answer())
                    .as(about)
                    .isEqualTo(
                            switch (mark) {
                                case "Yes" -> Answer.ALLOWED;
                                case "No" -> Answer.NOT_ALLOWED;
                                case "Yes stored securely" -> Answer.ALLOWED_WHEN;
                                default -> throw new AssertionError(mark);
                            });
            assertThat(decision.clauses()).hasSize(1);
        });
    }

    @Test
    void cites_the_clause_of_the_very_cell() {
        assertThat(ask("staff", "devices/staff-owned/allowed-in-school").clauses())
                .containsExactly("BL-637");
        assertThat(ask("staff", "devices/visitor-owned/no-network-access").clauses())
                .containsExactly("BL-656");
        assertThat(ask("learner", "activities/online-shopping-commerce").clauses())
                .containsExactly("BL-169");
        assertThat(ask("learner", "user-actions/terrorism").clauses()).containsExactly("BL-145");
    }

    @ParameterizedTest
    @MethodSource("learnerResponses")
    void proposes_for_learners_exactly_the_marked_actions(Map<String, String> row) {
        assertThat(proposed("learner", row)).isEqualTo(marked(row));
    }

    @ParameterizedTest
    @MethodSource("staffResponses")
    void proposes_for_staff_exactly_the_marked_actions(Map<String, String> row) {
        assertThat(proposed("staff", row)).isEqualTo(marked(row));
    }

    private static List<String> proposed(String group, Map<String, String> row) {
        var grid = PACK.responses().get(group);
        assertThat(grid.actions().keySet())
                .containsExactlyElementsOf(
                        row.keySet().stream()
                                .filter(column -> !column.equals("incident"))
                                .toList());
        var found = grid.rows().get(Slug.of(row.get("incident")));
        assertThat(found.clauses()).hasSize(1);
        assertThat(found.risks()).isNotEmpty();
        assertThat(found.illegal()).isEqualTo(row.get("incident").contains("possibly illegal"));
        return grid.proposed(found).stream().map(Action::key).toList();
    }

    private static List<String> marked(Map<String, String> row) {
        return row.entrySet().stream()
                .filter(cell -> cell.getValue().equals("x"))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Test
    void has_no_row_that_the_printed_tables_lack() {
        assertThat(PACK.decide().subjects())
                .filteredOn(each -> PRINTED.contains(each.key().split("/")[0]))
                .hasSize(14 + 24 + 24);
        assertThat(PACK.responses().get("learner").rows()).hasSize(13);
        assertThat(PACK.responses().get("staff").rows()).hasSize(16);
    }

    @Nested
    class A_condition {

        @Test
        void turns_allowed_when_into_allowed_once_it_is_known_to_hold() {
            var about = "activities/social-media";
            assertThat(ask("staff", about).when()).contains("times that the school has set");
            assertThat(ask("staff", about).missing()).containsExactly("allowed_time");
            assertThat(ask("staff", about, "allowed_time", true).answer())
                    .isEqualTo(Answer.ALLOWED);
            assertThat(ask("staff", about, "allowed_time", false).answer())
                    .isEqualTo(Answer.NOT_ALLOWED);
        }

        @Test
        void lifts_a_ban_for_a_nominated_user_and_for_nobody_else() {
            var about = "user-actions/unfair-usage-large-transfers-that-hinder-others-internet-use";
            assertThat(ask("staff", about, "nominated_user", true).answer())
                    .isEqualTo(Answer.ALLOWED);
            assertThat(ask("staff", about, "nominated_user", false).answer())
                    .isEqualTo(Answer.NOT_ALLOWED);
        }

        @Test
        void lifts_illegality_only_with_a_recorded_permission() {
            var about = "user-actions/using-penetration-testing-equipment-without-permission";
            assertThat(ask("staff", about).answer()).isEqualTo(Answer.ILLEGAL);
            assertThat(ask("staff", about, "testing_permission", false).answer())
                    .isEqualTo(Answer.ILLEGAL);
            assertThat(ask("staff", about, "testing_permission", true).answer())
                    .isEqualTo(Answer.ALLOWED);
        }

        @Test
        void never_holds_because_of_some_other_fact() {
            assertThat(ask("staff", "activities/social-media", "stored_securely", true).answer())
                    .isEqualTo(Answer.ALLOWED_WHEN);
        }
    }

    @Test
    void names_whom_to_ask_where_the_table_is_blank() {
        var decision = ask("learner", "activities/online-shopping-commerce");
        assertThat(PACK.role(decision.ask()).label()).isEqualTo("Member of staff");
    }

    @Test
    void says_that_the_activities_table_does_not_speak_about_lessons() {
        var decision = ask("learner", "activities/social-media", "educational_use", true);
        assertThat(decision.answer()).isEqualTo(Answer.NOT_STATED);
        assertThat(decision.when()).contains("not educational");
    }

    @Nested
    class A_concern {

        @Test
        void about_a_learner_goes_to_the_leads_then_up_then_out() {
            var route = route(about(Set.of(), "learner"));
            assertThat(route.destination(_ -> true))
                    .isEqualTo(
                            new Destination.ToRoles(
                                    List.of("dsl", "deputy-dsl", "online-safety-lead"), 0));
            assertThat(route.destination("deputy-dsl"::equals))
                    .isEqualTo(new Destination.ToRoles(List.of("deputy-dsl"), 0));
            assertThat(route.destination("chair-of-governors"::equals))
                    .isEqualTo(new Destination.ToRoles(List.of("chair-of-governors"), 2));
            assertThat(route.destination(_ -> false))
                    .isEqualTo(new Destination.ToContact("local-authority"));
        }

        @Test
        void about_staff_goes_to_the_headteacher() {
            assertThat(route(about(Set.of("class-teacher"), "staff")).tiers().getFirst())
                    .containsExactly("headteacher");
        }

        @Test
        void about_a_learner_and_a_member_of_staff_follows_the_member_of_staff() {
            var route = route(about(Set.of(), "learner"), about(Set.of(), "staff"));
            assertThat(route.key()).isEqualTo("about-staff");
        }

        @Test
        void about_the_headteacher_never_comes_back_to_the_headteacher_or_goes_down() {
            var route =
                    route(about(Set.of(), "learner"), about(Set.of("headteacher", "dsl"), "staff"));
            assertThat(route.tiers())
                    .containsExactly(List.of("chair-of-governors"), List.of("vice-chair"));
            assertThat(route.contact()).isEqualTo("local-authority");
            assertThat(route.alsoTell()).containsExactly("local-authority");
            assertThat(route.leader()).isTrue();
        }

        @Test
        void about_the_chair_goes_to_no_one_below() {
            var route = route(about(Set.of("chair-of-governors"), "governor"));
            assertThat(route.tiers()).containsExactly(List.of("vice-chair"));
            assertThat(route.contact()).isEqualTo("local-authority");
        }

        @Test
        void about_a_safeguarding_lead_goes_past_all_the_leads() {
            var route = route(about(Set.of("deputy-dsl"), "staff"));
            assertThat(route.key()).isEqualTo("about-safeguarding-leads");
            assertThat(route.tiers().stream().flatMap(List::stream))
                    .doesNotContain("dsl", "deputy-dsl");
        }

        @Test
        void about_nobody_in_particular_goes_to_the_leads() {
            assertThat(route().key()).isEqualTo("anything-else");
        }

        private school.lanyard.core.routing.Route route(About... people) {
            return PACK.routing().routeFor(List.of(people));
        }

        private About about(Set<String> roles, String group) {
            return new About(roles, Set.of(group));
        }
    }

    @Nested
    class Roles {

        @Test
        void let_no_administrator_read_a_case() {
            assertThat(PACK.rolesThatCan(Capability.ADMINISTER))
                    .isNotEmpty()
                    .allSatisfy(role ->
                            assertThat(role.capabilities()).noneMatch(Capability::readsCases));
        }

        @Test
        void that_the_policy_names_are_required() {
            assertThat(PACK.roles().values().stream().filter(Role::required).map(Role::key))
                    .contains(
                            "dsl",
                            "headteacher",
                            "chair-of-governors",
                            "online-safety-lead",
                            "online-safety-governor",
                            "it-provider")
                    .doesNotContain("vice-chair");
        }

        @Test
        void leave_somebody_to_approve_access_besides_the_asker() {
            assertThat(PACK.rolesThatCan(Capability.APPROVE_ACCESS)).hasSizeGreaterThan(1);
        }
    }

    @Test
    void uses_the_school_s_words_over_the_base_s() {
        assertThat(PACK.vocabulary().one("learner")).isEqualTo("learner");
        assertThat(Tables.sound("england-2026").vocabulary().one("learner")).isEqualTo("pupil");
        assertThat(PACK.vocabulary().many("incident")).isEqualTo("incidents");
    }

    @Test
    void offers_kinds_of_incident_with_their_areas_of_risk() {
        assertThat(PACK.categoriesFor("learner")).hasSize(13 + 3);
        assertThat(PACK.category("staff", "something-else")).isPresent();
        assertThat(PACK.risks().keySet())
                .containsExactly("content", "contact", "conduct", "commerce");
        var sought = "deliberately-accessing-trying-to-access-possibly-illegal-material";
        assertThat(PACK.category("staff", sought).orElseThrow().illegal()).isTrue();
    }

    @Test
    void binds_each_clause_to_what_cites_it_and_to_nothing_else() {
        assertThat(PACK.clauses().get("BL-168").by())
                .containsExactly("decision:activities/online-gaming");
        assertThat(PACK.clauses().get("BL-637").by())
                .containsExactly("decision:devices/staff-owned/allowed-in-school");
        assertThat(PACK.clauses().get("BL-195").by())
                .containsExactlyInAnyOrder("route:about-staff", "route:about-safeguarding-leads");
        assertThat(PACK.clauses().values())
                .allSatisfy(c -> assertThat(c.evidence().isEmpty()).isEqualTo(!c.bound()));
    }

    @Nested
    class Rules_beyond_the_printed_tables {

        @Test
        void bar_what_is_illegal_though_no_table_names_it() {
            for (var group : PACK.vocabulary().groups().keySet()) {
                var decision = ask(group, "illegal/anything-else-that-is-illegal");
                assertThat(decision.answer()).isEqualTo(Answer.ILLEGAL);
                assertThat(decision.clauses()).containsExactly("BL-801");
            }
            assertThat(PACK.category("learner", "other-illegal").orElseThrow().illegal()).isTrue();
        }

        @Test
        void let_staff_photograph_learners_with_a_school_device_and_never_with_their_own() {
            assertThat(ask("staff", "images/photograph-learners-with-a-school-device").missing())
                    .containsExactly("image_permission", "may_be_photographed");
            assertThat(
                            ask("staff", "images/photograph-learners-with-your-own-phone-or-camera")
                                    .answer())
                    .isEqualTo(Answer.NOT_ALLOWED);
        }

        @Test
        void let_parents_photograph_their_own_child_for_themselves() {
            var about = "images/photograph-or-film-your-own-child-at-a-school-event";
            assertThat(ask("parent", about).when()).contains("social media", "other children");
            assertThat(ask("parent", about, "own_use", false).answer())
                    .isEqualTo(Answer.NOT_ALLOWED);
            assertThat(ask("staff", about).answer()).isEqualTo(Answer.NOT_STATED);
        }

        @Test
        void refuse_usb_sticks_software_and_details_for_ai_until_something_is_known() {
            for (var about :
                    List.of(
                            "equipment/put-a-usb-stick-in-a-school-computer",
                            "equipment/install-software-on-a-school-device",
                            "ai-tools/put-details-of-a-person-into-an-ai-tool",
                            "ai-tools/put-internal-documents-or-plans-into-an-ai-tool")) {
                assertThat(ask("staff", about).answer()).as(about).isEqualTo(Answer.NOT_ALLOWED);
                assertThat(ask("staff", about).when()).as(about).startsWith("only");
            }
            assertThat(
                            ask(
                                            "learner",
                                            "equipment/put-a-usb-stick-in-a-school-computer",
                                            "media_approved",
                                            true)
                                    .answer())
                    .isEqualTo(Answer.ALLOWED);
        }

        @Test
        void quote_a_clause_that_asks_for_more_than_an_answer_and_do_not_bind_it() {
            var decision =
                    ask("staff", "publishing/give-a-learner-s-full-name-on-the-website-or-a-blog");
            assertThat(decision.answer()).isEqualTo(Answer.NOT_ALLOWED);
            assertThat(decision.clauses()).containsExactly("BL-694");
            assertThat(PACK.clauses().get("BL-694").bound()).isFalse();
        }

        @Test
        void do_not_say_where_the_policy_points_elsewhere() {
            for (var row :
                    List.of(
                            "wear-a-smart-watch-in-school",
                            "take-a-school-device-on-a-trip",
                            "use-a-school-device-for-banking-shopping-or-private-pictures")) {
                assertThat(ask("staff", "equipment/" + row).answer()).isEqualTo(Answer.NOT_STATED);
                assertThat(ask("staff", "equipment/" + row).ask()).isEqualTo("it-provider");
            }
        }
    }

    @Nested
    class The_document {

        @Test
        void holds_every_clause_under_a_heading_of_its_own_order() {
            assertThat(PACK.clauses()).hasSize(582);
            assertThat(PACK.clauses().values())
                    .extracting(Clause::section)
                    .allMatch(PACK.headings()::containsKey);
            assertThat(PACK.clauses().values().stream().map(Clause::section).distinct())
                    .hasSameSizeAs(PACK.headings().keySet());
        }

        @Test
        void prints_every_table_grid_and_flowchart_once() {
            assertThat(
                            PACK.headings().values().stream()
                                    .flatMap(heading -> heading.shows().stream())
                                    .filter(shown -> !shown.key().isEmpty())
                                    .map(Heading.Shown::key))
                    .doesNotHaveDuplicates()
                    .containsAll(PACK.decisions().keySet())
                    .containsAll(PACK.responses().keySet())
                    .containsAll(PACK.playbooks().keySet());
        }

        @Test
        void shows_that_the_school_chose_the_number_where_the_policy_says_regularly() {
            assertThat(PACK.clauses().values())
                    .filteredOn(clause -> clause.cadence() == Cadence.REGULAR)
                    .hasSize(37)
                    .allSatisfy(clause ->
                            assertThat(PACK.intervals().get(clause.interval()).clauses())
                                    .contains(clause.id()));
        }

        @Test
        void leaves_unbound_what_the_program_does_not_do() {
            assertThat(List.of("BL-118", "BL-211", "BL-522", "BL-618", "BL-694", "BL-706"))
                    .allSatisfy(id -> assertThat(PACK.clauses().get(id).bound()).isFalse());
        }
    }

    @Test
    void holds_the_incident_flowchart_as_a_playbook() {
        assertThat(PACK.playbooks()).containsOnlyKeys("incident");
        for (int id = 221; id <= 265; id++) {
            var clause = PACK.clauses().get("BL-" + id);
            assertThat(clause.by())
                    .as(clause.id())
                    .anyMatch(by -> by.startsWith("playbook:incident"));
        }
    }

    @Test
    void shows_where_each_fact_of_law_was_read_and_when() {
        assertThat(PACK.law().values())
                .isNotEmpty()
                .allSatisfy(fact -> assertThat(fact.source()).isNotBlank());
        assertThat(PACK.law().get("commerce-examples").secondHand()).isTrue();
    }
}
