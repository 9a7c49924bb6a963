// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseMatcherTest {

    private static final PhraseMatcher STARTER = new PhraseMatcher(PhraseSet.starter());

    @ParameterizedTest
    @CsvSource({
        "how to kill myself, self-harm",
        "How To KILL MYSELF?!, self-harm",
        "hòw to kïll mysélf, self-harm",
        "h0w t0 k1ll my5elf, self-harm",
        "k i l l  m y s e l f, self-harm",
        "killmyself, self-harm",
        "kiiiill myself, self-harm",
        "kill.my.self, self-harm",
        "ki.ll.my.se.lf, self-harm",
        "painless suiside, self-harm",
        "painless sucide, self-harm",
        "s.u.i.c.i.d.e, self-harm",
        "i dont want to live anymore, self-harm",
        "i don't want to live anymore, self-harm",
        "someone has my nudes, bullying",
        "he asked for nudes, grooming",
        "how to make a b0mb, radicalisation",
        "bring a knife to school, violence",
        "pornhhub, adult",
        "buy cocane, drugs",
        "onlinne casino, gambling",
        "bypass scholl filter, filter-avoidance"
    })
    void a_phrase_is_found_however_it_is_written(String typed, String theme) {
        assertThat(STARTER.weigh(typed)).map(PhraseMatcher.Match::theme).contains(theme);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "how to kill weeds",
                "to kill a mockingbird summary",
                "suicide squad trailer",
                "suicide prevention charity",
                "bullring birmingham",
                "scunthorpe",
                "essex and sussex",
                "therapist near me",
                "grape harvest",
                "cutting paper",
                "hanging baskets",
                "cocoa plant",
                "casino royale piano sheet",
                "dickens christmas carol",
                "shooting stars tonight",
                "bomb disposal ww2 bombing",
                "dynamic range compression",
                "",
                "1234567",
                "！？。"
            })
    void what_only_looks_like_one_is_left_alone(String typed) {
        assertThat(STARTER.weigh(typed)).isEmpty();
    }

    @Test
    void two_phrases_of_a_theme_weigh_more_than_one() {
        var set = PhraseSet.read(List.of("t\t40\tred car", "t\t30\tblue car"));
        var matcher = new PhraseMatcher(set);
        assertThat(matcher.weigh("red car")).map(PhraseMatcher.Match::weight).contains(40);
        assertThat(matcher.weigh("red car or blue car"))
                .map(PhraseMatcher.Match::weight)
                .contains(50);
    }

    @Test
    void a_broken_phrase_file_names_its_line() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhraseSet.read(List.of("theme only")))
                .withMessageContaining("theme only");
    }

    @Test
    void the_starter_set_is_large_enough_to_be_one() {
        var themes = PhraseSet.starter().phrases().stream().map(Phrase::theme).distinct();
        assertThat(themes).hasSize(9);
        assertThat(PhraseSet.starter().phrases()).hasSizeGreaterThan(300);
    }
}
