// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import school.lanyard.core.pack.Decisions.Askable;

/// Finding what a question is about, and telling the answer in the pack's words.
class AskingTest {

    private static final Decisions PACK =
            Hilltop.with(
                            Map.of(
                                    "decisions/games.yaml",
                                    """
                                    label: Games
                                    ask: head
                                    outside: {when: age > 11, says: "it is about children under twelve, so it does not say"}
                                    columns:
                                      staff: {label: Adults, groups: [staff]}
                                      learner: {label: Children, groups: [learner]}
                                    rows:
                                      - {row: "Chess (e.g. on a board)", also: [draughts, board games], staff: yes, learner: asked, clauses: [HT-1]}
                                      - {row: Cards, under: At a table, staff: "no", learner: [asked, "no"], shown-to: [learner], picture: game, short: My cards}
                                      - {row: Gambling, learner: "no", clauses: [HT-1]}
                                    """,
                                    "decisions/things.yaml",
                                    """
                                    label: Personal devices
                                    subjects: cells
                                    columns:
                                      own: {label: Own phone, also: [mobile], shown-to: [learner, staff]}
                                      school: {label: School's camera, also: [photos]}
                                    rows:
                                      - {row: Bring it in, also: [take], own: "no", school: yes, shown-to: [learner]}
                                      - {row: Use the e-mail, own: "no", school: yes}
                                    """,
                                    "marks.yaml",
                                    """
                                    "yes": {label: Allowed, answer: allowed}
                                    "no": {label: Not allowed, answer: not-allowed}
                                    asked: {label: If asked, answer: allowed, when: permission, says: if asked}
                                    """))
                    .decide();

    private static List<String> found(String question) {
        return PACK.search(question).stream().map(Askable::key).toList();
    }

    private static List<String> shown(String group) {
        return PACK.shownTo(group).stream().map(Askable::key).toList();
    }

    @Nested
    class Searching {

        @Test
        void finds_everything_for_no_words_and_nothing_for_words_that_no_subject_has() {
            assertThat(found("  ")).hasSize(3 + 4);
            assertThat(found("submarine")).isEmpty();
            assertThat(found("can I")).isEmpty();
        }

        @Test
        void takes_a_question_as_people_ask_it() {
            assertThat(found("May I bring in my own phone?"))
                    .first()
                    .isEqualTo("things/own/bring-it-in");
            assertThat(found("CHESS")).containsExactly("games/chess-e-g-on-a-board");
        }

        @Test
        void knows_the_pack_s_other_words_and_not_only_its_labels() {
            assertThat(found("draughts")).containsExactly("games/chess-e-g-on-a-board");
            assertThat(found("photo")).first().isEqualTo("things/school/bring-it-in");
        }

        @Test
        void finds_the_whole_table_by_its_name_but_what_is_called_so_first() {
            assertThat(found("game"))
                    .containsExactly("games/chess-e-g-on-a-board", "games/cards", "games/gambling");
        }

        @Test
        void forgives_a_slip_an_accent_a_plural_and_a_hyphen() {
            assertThat(found("gambing")).containsExactly("games/gambling");
            assertThat(found("cárd")).containsExactly("games/cards");
            assertThat(found("emails"))
                    .containsExactly("things/own/use-the-e-mail", "things/school/use-the-e-mail");
        }

        @Test
        void puts_what_answers_to_more_of_the_words_first() {
            assertThat(found("phone email")).first().isEqualTo("things/own/use-the-e-mail");
        }
    }

    @Nested
    class A_group_s_own_page {

        @Test
        void shows_children_only_what_was_chosen_for_them() {
            assertThat(shown("learner"))
                    .containsExactly(
                            "games/cards",
                            "things/own/bring-it-in",
                            "things/own/use-the-e-mail",
                            "things/school/bring-it-in");
        }

        @Test
        void shows_adults_what_has_a_mark_for_them_unless_the_pack_chose() {
            assertThat(shown("staff"))
                    .containsExactly(
                            "games/chess-e-g-on-a-board",
                            "things/own/use-the-e-mail",
                            "things/school/use-the-e-mail");
        }

        @Test
        void of_nobody_that_the_pack_knows_shows_nothing() {
            assertThat(shown("pirate")).isEmpty();
        }
    }

    @Nested
    class An_answer {

        @Test
        void asks_first_for_what_the_condition_needs_and_then_whether_the_table_speaks_at_all() {
            assertThat(PACK.questions("learner", "games/cards"))
                    .extracting(FactKind::key)
                    .containsExactly("permission", "age");
            assertThat(PACK.questions("staff", "games/cards"))
                    .extracting(FactKind::key)
                    .containsExactly("age");
        }

        @Test
        void names_the_clause_and_whom_to_ask_even_where_the_policy_is_clear() {
            var told = PACK.tell("staff", "games/chess-e-g-on-a-board", Map.of());
            assertThat(told.sentence()).isEqualTo("Allowed");
            assertThat(told.ask().key()).isEqualTo("head");
            assertThat(told.clauses()).extracting(Clause::says).containsExactly("Chess is played.");
        }

        @Test
        void says_its_condition_in_words() {
            var cards = "games/cards";
            assertThat(PACK.tell("learner", cards, Map.of()).sentence())
                    .isEqualTo("Allowed when: if asked");
            assertThat(PACK.tell("learner", cards, Map.of("permission", true)).sentence())
                    .isEqualTo("Allowed, if asked");
            assertThat(PACK.tell("learner", cards, Map.of("permission", false)).sentence())
                    .isEqualTo("Not allowed, but allowed if asked");
        }

        @Test
        void that_the_policy_does_not_give_names_whom_to_ask() {
            assertThat(PACK.tell("staff", "games/gambling", Map.of()).sentence())
                    .isEqualTo("Not stated: the policy does not say: ask the head");
            assertThat(PACK.tell("staff", "games/cards", Map.of("age", 12L)).sentence())
                    .endsWith("under twelve, so it does not say: ask the head");
        }
    }

    @Test
    void Somebody_asks_for_the_first_of_the_pack_s_groups_that_they_are_in() {
        assertThat(PACK.asker(Set.of("learner", "staff"))).contains("staff");
        assertThat(PACK.asker(Set.of("pirate"))).isEmpty();
    }
}
