// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import school.lanyard.core.playbook.Playbook;
import school.lanyard.core.playbook.Problem;

/// A school may adapt the chart, and may not weaken what protects children.
class LossesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "upload, investigation|investigation|no-own-inquiry",
                "    steps: [investigate]\\n    tracks: [police]|    tracks: [police]|no-own-inquiry",
                "    within: immediately\\n    contact: police\\n|    or-why-not: true\\n|tell-police",
                "    makes-safe: true|    makes-safe: false|protect",
                "      classification: illegal|      police_reply: confirmed|police"
            })
    void weakening_what_is_fixed_is_a_loss(String text, String weaker, String about) {
        assertThat(adapted(text, weaker).losses(IncidentPlaybook.asShipped()))
                .extracting(Problem::about)
                .containsExactly(about);
    }

    @Test
    void new_words_and_owners_are_no_loss() {
        assertThat(
                        adapted("label: Wait for the police", "label: Await the police")
                                .losses(IncidentPlaybook.asShipped()))
                .isEmpty();
    }

    private static Playbook adapted(String text, String other) {
        var from = text.replace("\\n", "\n");
        assertThat(IncidentPlaybook.text()).contains(from);
        var whole = IncidentPlaybook.text().replace(from, other.replace("\\n", "\n"));
        var faults = new Faults();
        var tree = YamlReader.read(IncidentPlaybook.NAME, whole, faults).orElseThrow();
        return PlaybookReader.checked("incident", tree, IncidentPlaybook.intervals());
    }
}
