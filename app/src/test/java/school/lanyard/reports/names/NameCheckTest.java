// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import school.lanyard.reports.names.Hit.Kind;

class NameCheckTest {

    private static final NameCheck CHECK =
            new NameCheck(
                    new Roster(
                            List.of(
                                    new Roster.Person(List.of("Anna-Mae", "Annie"), "O’Quillan"),
                                    new Roster.Person(List.of("José"), "de Varrowby"),
                                    new Roster.Person(List.of("Hope"), "Threlkettle"),
                                    new Roster.Person(List.of("Will"), "King"),
                                    new Roster.Person(List.of("Zofia"), "Łubczyk"),
                                    new Roster.Person(List.of("Ali"), "Begonia")),
                            List.of("Kestrel")),
                    EverydayWords.ENGLISH);

    private static Finding check(String text) {
        return CHECK.check(text, Set.of());
    }

    private static List<Hit> hits(String text) {
        return switch (check(text)) {
            case Finding.Clear() -> List.of();
            case Finding.CheckTheseWords(var hits) -> hits;
            case Finding.Refused(var hits) -> hits;
        };
    }

    @Nested
    class A_summary_that_names_somebody {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Work with Ali Begonia went well.",
                    "Work with ALI went well.",
                    "Work with ali's family went well.",
                    "Work with Ali’s family went well.",
                    "Mrs Begonia came in.",
                    "The Begonias came in.",
                    "Begonia, Ali",
                    "Jose came in.",
                    "Jose\u0301 came in.",
                    "Anna Mae came in.",
                    "Anna\u2011Mae came in.",
                    "Mae was upset.",
                    "Annie was upset.",
                    "Mr O'Quillan came in.",
                    "Mr OQuillan came in.",
                    "The O'Quillans' car.",
                    "Ms Lubczyk came in.",
                    "Ms de Varrowby",
                    "Ms Varrowby",
                    "A\u200Bli was upset.",
                    "\uFF21\uFF4C\uFF49 was upset.",
                    "(Ali)",
                    "the child,Ali,was",
                    "Hope Threlkettle was upset.",
                    "will king was upset",
                })
        void is_refused(String text) {
            assertThat(check(text)).isInstanceOf(Finding.Refused.class);
        }

        @Test
        void is_told_where() {
            assertThat(hits("Then José de Varrowby’s mother rang."))
                    .containsExactly(new Hit(5, 23, "José de Varrowby’s", Kind.FULL_NAME));
        }

        @Test
        void cannot_be_confirmed() {
            assertThat(CHECK.check("Ali", Set.of("Ali"))).isInstanceOf(Finding.Refused.class);
        }
    }

    @Nested
    class A_word_that_may_be_a_name {

        @Test
        void is_asked_about() {
            assertThat(check("Hope helped."))
                    .isEqualTo(
                            new Finding.CheckTheseWords(
                                    List.of(new Hit(0, 4, "Hope", Kind.EVERYDAY_WORD))));
        }

        @Test
        void stands_once_confirmed_as_written() {
            assertThat(CHECK.check("Hope helped.", Set.of("Hope"))).isEqualTo(new Finding.Clear());
            assertThat(CHECK.check("Hope and the King", Set.of("Hope")))
                    .isInstanceOf(Finding.CheckTheseWords.class);
        }

        @Test
        void is_let_by_in_small_letters() {
            assertThat(check("We hope that staff will tell us.")).isEqualTo(new Finding.Clear());
        }

        @Test
        void may_be_a_class() {
            assertThat(hits("A pupil in Kestrel class"))
                    .extracting(Hit::kind)
                    .containsExactly(Kind.CLASS_NAME);
        }

        @Test
        void may_be_initials() {
            assertThat(hits("We met A.B. and pupil WK"))
                    .extracting(Hit::text)
                    .containsExactly("A.B.", "WK");
        }

        @Test
        void does_not_hide_a_name_beside_it() {
            assertThat(check("Hope and Ali")).isInstanceOf(Finding.Refused.class);
        }
    }

    @Nested
    class A_summary_without_names {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "Nine concerns were about videos seen at home.",
                    "We reviewed the alibi of the filter and California.",
                    "The AI chat was blocked by IT. E.g. on tablets, P.E. and U.K. sites.",
                    "𝕏 is not used. 👩‍👧 مرحبا 你好",
                })
        void is_clear(String text) {
            assertThat(check(text)).isEqualTo(new Finding.Clear());
        }
    }

    @Test
    void copes_with_a_very_long_text() {
        assertThat(hits("lorem ipsum ".repeat(20_000) + "Ali")).hasSize(1);
        assertThat(hits("'".repeat(50_000) + "a'".repeat(50_000))).isEmpty();
    }
}
