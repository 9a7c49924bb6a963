// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {

    @ParameterizedTest
    @CsvSource({
        "Mrs Brownlow, Helen Brownlow",
        "brownlow, Helen Brownlow",
        "Mrs Brownlo, Helen Brownlow",
        "Mrs Brwonlow, Helen Brownlow",
        "Helen, Helen Brownlow",
        "Miss O’Neill, Siân O'Neill",
        "Sian O'Neil, Siân O'Neill",
        "Mrs Hughes, Anna Hughes-Vaughan",
        "the one called Brownlow, Helen Brownlow"
    })
    void might_mean_an_adult(String typed, String name) {
        assertThat(Likeness.of(typed, name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Mrs Browning, Helen Brownlow",
        "Helen Marsh, Helen Brownlow",
        "Lee, Leo Low",
        "'', Helen Brownlow",
        "Mrs, Helen Brownlow"
    })
    void does_not_mean_an_adult(String typed, String name) {
        assertThat(Likeness.of(typed, name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Poppy Marsden, Poppy Marsden, true",
        "poppy marsdon from reception, Poppy Marsden, true",
        "Poppy, Poppy Marsden, true",
        "Marsden, Poppy Marsden, true",
        "Poppy from Year 2, Poppy Marsden, false",
        "Sam Marsden, Poppy Marsden, false"
    })
    void means_one_of_many_children_only_by_both_names_or_a_single_one(
            String typed, String name, boolean meant) {
        assertThat(Likeness.ofOneOfMany(typed, name)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "the headteacher, Headteacher, true",
        "the head teacher, Headteacher, true",
        "the head, Headteacher, true",
        "our safeguarding lead, Designated safeguarding lead, true",
        "the safeguarding lead and her deputy, Deputy designated safeguarding lead, true",
        "the chair, Chair of governors, true",
        "the lead, Designated safeguarding lead, false",
        "hea, Headteacher, false",
        "one of the governors, Chair of governors, false",
        "our DSL, DSL, true",
        "chair of governors, Chair of governors, true",
        "Amelia, Headteacher, false",
        "a governor, Chair of governors, false",
        "somebody, '', false"
    })
    void means_a_post_by_the_words_that_tell_it(String typed, String label, boolean meant) {
        assertThat(Likeness.ofPost(typed, label)).isEqualTo(meant);
    }
}
