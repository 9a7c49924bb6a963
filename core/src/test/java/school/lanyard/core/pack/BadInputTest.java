// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What goes wrong most often, or worst, done to a whole pack: the fault names its file and line,
/// and says how to mend it, and the pack is not taken for a sound one.
class BadInputTest {

    private static final Packs PACKS = Packs.in(Path.of("..", "packs"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    pack.yaml              | extends: england-2026 | extends: starter              | The packs extend each other in a circle
                    marks.yaml             | when: signed_out       | when: "1 + 2"                | The condition 1 + 2 does not work
                    routing.yaml           | to: [[headteacher]     | to: [[head-teacher]          | There is no role head-teacher.
                    roles.yaml             | label:                 | lable:                       | lable is not something that
                    clauses/people.yaml    | cadence:               | cadense:                     | cadense is not something that
                    playbooks/incident.yaml | no-own-inquiry: {     | no-own-inquiry: {unless: serious, | In the playbook, no-own-inquiry: every school keeps this bar
                    sections.yaml          | title:                 | title: &bomb                 | Anchors (&) and aliases (*) are not allowed
                    """)
    void names_its_line_and_its_mend(String file, String was, String is, String problem) {
        var texts = new TreeMap<>(PACKS.files("starter").texts());
        var text = texts.get(file);
        int at = text.indexOf(was);
        if (at < 0) {
            texts.put(file, text + is + "\n");
            at = text.length();
        } else {
            texts.put(file, text.substring(0, at) + is + text.substring(at + was.length()));
        }
        int line = (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        assertThat(PACKS.load(new PackFiles("starter", texts)))
                .isInstanceOfSatisfying(
                        Loaded.Broken.class,
                        broken ->
                                assertThat(broken.faults())
                                        .anySatisfy(fault -> {
                                            assertThat(fault.problem()).startsWith(problem);
                                            assertThat(fault.file()).isEqualTo("starter/" + file);
                                            assertThat(fault.line()).isEqualTo(line);
                                            assertThat(fault.mend()).isNotBlank();
                                        }));
    }

    @Test
    void in_every_file_at_once_is_listed_for_every_file() {
        var texts = new TreeMap<>(PACKS.files("starter").texts());
        texts.replaceAll((_, text) -> text + "unknown-here: {colour: red}\n");
        var faults = ((Loaded.Broken) PACKS.load(new PackFiles("starter", texts))).faults();
        assertThat(faults)
                .extracting(Fault::file)
                .containsAll(texts.keySet().stream().map(path -> "starter/" + path).toList());
    }
}
