// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import school.lanyard.core.decision.Answer;
import school.lanyard.core.response.Action;
import school.lanyard.core.routing.About;

/// The policy for a school that has none yet: whole, short, and safe until the school decides.
class StarterTest {

    private static final Pack PACK = Tables.sound("starter");

    /// Promises that people keep and nothing in the pack does yet.
    private static final Set<String> UNBOUND =
            Set.of(
                    "ST-001", // for everyone
                    "ST-011", // a child tells any adult
                    "ST-012", // the first step in time
                    "ST-033", // everyone's use is filtered
                    "ST-034", // the yearly review of filtering
                    "ST-035", // the termly checks of filtering
                    "ST-036", // changes to what is blocked
                    "ST-038", // monitoring is made known
                    "ST-039", // monitoring reports are read
                    "ST-062", // the list of AI tools
                    "ST-063", // AI tools are judged before use
                    "ST-071", // teaching
                    "ST-074", // news for families
                    "ST-079", // accounts are gone through
                    "ST-082", // cyber risk
                    "ST-083", // fixes
                    "ST-084", // breaches
                    "ST-085", // requests for one's own data
                    "ST-086", // complaints about data protection
                    "ST-087", // the protection file follows
                    "ST-089"); // the policy is reviewed

    private static Answer ask(String group, String about) {
        return PACK.decide().ask(group, about, Map.of()).answer();
    }

    @Nested
    class Its_clauses {

        @Test
        void are_a_short_policy_without_gaps_in_their_numbers() {
            assertThat(PACK.clauses()).hasSizeBetween(60, 90);
            int number = 0;
            for (var id : PACK.clauses().keySet().stream().sorted().toList()) {
                assertThat(id).isEqualTo("ST-%03d".formatted(++number));
            }
        }

        @Test
        void are_bound_but_for_those_listed() {
            assertThat(PACK.clauses().values())
                    .allSatisfy(clause ->
                            assertThat(clause.bound())
                                    .as(clause.id())
                                    .isEqualTo(!UNBOUND.contains(clause.id())));
        }

        @Test
        void say_all_that_the_format_asks() {
            assertThat(PACK.clauses().values())
                    .allSatisfy(clause -> {
                        assertThat(clause.section()).isIn(PACK.headings().keySet());
                        assertThat(clause.kind()).isNotNull();
                        assertThat(clause.who()).isNotEmpty();
                        assertThat(clause.says()).endsWith(".").doesNotContain("ST-");
                        assertThat(clause.whoInferred() || clause.cadenceInferred()).isFalse();
                    });
        }

        @Test
        void stand_under_every_heading() {
            for (var heading : PACK.headings().keySet()) {
                assertThat(PACK.clauses().values()).extracting(Clause::section).contains(heading);
            }
        }

        @Test
        void about_a_post_are_kept_by_the_post() {
            assertThat(PACK.clauses().get("ST-005").by())
                    .containsExactlyInAnyOrder("role:dsl", "role:deputy-dsl");
        }
    }

    @Test
    void prints_every_table_grid_and_playbook_under_one_heading() {
        var shown =
                PACK.headings().values().stream()
                        .flatMap(heading -> heading.shows().stream())
                        .map(Heading.Shown::key)
                        .filter(key -> !key.isEmpty())
                        .toList();
        assertThat(shown)
                .doesNotHaveDuplicates()
                .containsAll(PACK.decisions().keySet())
                .containsAll(PACK.responses().keySet())
                .containsAll(PACK.playbooks().keySet());
    }

    @Nested
    class An_answer {

        @ParameterizedTest
        @CsvSource({
            "staff, activities/use-the-internet-for-learning-or-work, ALLOWED",
            "learner, activities/use-the-internet-for-learning-or-work, ALLOWED_WHEN",
            "visitor, activities/use-the-internet-for-learning-or-work, NOT_STATED",
            "staff, activities/get-round-filtering-or-monitoring, NOT_ALLOWED",
            "parent, activities/look-for-make-or-pass-on-illegal-material, ILLEGAL",
            "staff, devices/staff-owned/brought-into-school, ALLOWED_WHEN",
            "staff, devices/staff-owned/used-where-children-are, NOT_ALLOWED",
            "staff, devices/staff-owned/used-to-photograph-children, NOT_ALLOWED",
            "visitor, devices/visitor-owned/on-the-main-network, NOT_ALLOWED",
            "learner, devices/child-owned/brought-into-school, ALLOWED_WHEN",
            "staff, images/photograph-or-film-a-child-on-a-school-device, ALLOWED_WHEN",
            "parent, images/photograph-one-s-own-child-at-a-school-event, ALLOWED_WHEN",
            "staff, images/look-at-sexual-imagery-of-a-child-to-check-a-report, NOT_ALLOWED",
            "staff, email-and-messages/have-a-private-chat-with-a-child, NOT_ALLOWED",
            "staff, email-and-messages/send-personal-data-out-of-school, ALLOWED_WHEN",
            "staff, ai-tools/use-an-ai-tool-that-the-school-has-not-approved, NOT_ALLOWED",
            "learner, ai-tools/make-sexual-imagery-of-a-child-with-ai, ILLEGAL",
            "staff, software-and-media/install-a-program-or-an-app, ALLOWED_WHEN",
            "staff, social-media/connect-with-a-child-of-the-school-on-social-media, NOT_ALLOWED",
            "staff, publishing/publish-a-child-s-full-name-beside-a-picture, NOT_ALLOWED",
            "visitor, visitors/use-the-school-network-or-a-school-computer, ALLOWED_WHEN"
        })
        void is_what_the_policy_says(String group, String about, Answer answer) {
            assertThat(ask(group, about)).isEqualTo(answer);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "devices/school-device/on-the-guest-network",
                    "devices/visitor-owned/on-the-guest-network",
                    "ai-tools/mark-or-assess-children-s-work-with-ai",
                    "social-media/connect-with-a-parent-on-social-media"
                })
        void is_not_stated_where_the_school_has_not_decided(String about) {
            for (var group : PACK.vocabulary().groups().keySet()) {
                var decision = PACK.decide().ask(group, about, Map.of());
                assertThat(decision.answer()).isEqualTo(Answer.NOT_STATED);
                assertThat(PACK.roles()).containsKey(decision.ask());
            }
        }

        /// Whatever a child asks about, a person has to be there or to say yes first.
        @Test
        void for_a_child_is_never_a_plain_yes() {
            for (var subject : PACK.decide().subjects()) {
                if (!subject.key().startsWith("devices/")) {
                    assertThat(ask("learner", subject.key()))
                            .as(subject.key())
                            .isNotEqualTo(Answer.ALLOWED);
                }
            }
        }

        @Test
        void that_is_a_yes_or_a_no_cites_a_clause() {
            for (var subject : PACK.decide().subjects()) {
                for (var group : PACK.vocabulary().groups().keySet()) {
                    var decision = PACK.decide().ask(group, subject.key(), Map.of());
                    if (decision.answer() != Answer.NOT_STATED) {
                        assertThat(decision.clauses())
                                .as(subject.key() + " by " + group)
                                .isNotEmpty();
                    }
                }
            }
        }
    }

    @Nested
    class A_concern {

        @Test
        void about_a_leader_goes_past_the_leader() {
            assertThat(takers("staff", "headteacher")).containsExactly("chair-of-governors");
            assertThat(takers("staff", "dsl")).doesNotContain("dsl", "deputy-dsl");
            assertThat(takers("governor", "chair-of-governors")).isEmpty();
        }

        @Test
        void about_a_child_goes_to_the_safeguarding_leads_first() {
            assertThat(takers("learner", "class-teacher")).startsWith("dsl", "deputy-dsl");
        }

        private List<String> takers(String group, String role) {
            return PACK
                    .routing()
                    .routeFor(List.of(new About(Set.of(role), Set.of(group))))
                    .tiers()
                    .stream()
                    .flatMap(List::stream)
                    .toList();
        }
    }

    @Nested
    class Its_playbook {

        @Test
        void is_the_bases_with_its_own_clauses() {
            var book = PACK.playbooks().get("incident");
            assertThat(book.check()).isEmpty();
            assertThat(book.losses(IncidentPlaybook.ofTheBases())).isEmpty();
            assertThat(book.step("tell-police").card().clauses()).isNotEmpty();
            assertThat(book.step("tell-police").card().label())
                    .isEqualTo(IncidentPlaybook.ofTheBases().step("tell-police").card().label());
        }

        @Test
        void begins_the_police_track_for_what_may_be_illegal() {
            for (var group : List.of("learner", "staff")) {
                assertThat(PACK.category(group, "anything-that-may-be-illegal").orElseThrow())
                        .matches(Category::illegal);
            }
        }
    }

    @Test
    void proposes_outside_help_where_a_child_may_be_in_danger() {
        var grid = PACK.responses().get("learner");
        for (var row :
                List.of(
                        "contact-online-that-worries-the-child-or-an-adult",
                        "anything-that-may-be-illegal")) {
            assertThat(grid.proposed(grid.rows().get(row)))
                    .extracting(Action::key)
                    .contains("police-or-social-care");
        }
    }

    @Test
    void covers_every_area_of_risk_for_children() {
        assertThat(PACK.categoriesFor("learner").stream().flatMap(each -> each.risks().stream()))
                .contains("content", "contact", "conduct", "commerce");
    }

    @Test
    void says_that_lengths_of_time_which_nobody_states_are_the_school_s() {
        assertThat(PACK.intervals().values())
                .filteredOn(each -> each.chosenBy() == Interval.ChosenBy.SCHOOL)
                .hasSize(13)
                .allSatisfy(each -> assertThat(each.note()).isNotBlank());
    }

    @Test
    void calls_children_children() {
        assertThat(PACK.vocabulary().many("learner")).isEqualTo("children");
    }
}
