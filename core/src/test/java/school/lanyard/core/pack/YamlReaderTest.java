// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class YamlReaderTest {

    private final Faults faults = new Faults();

    @Test
    void keeps_the_line_of_every_key_and_item() {
        var root = read("a: 1\nb:\n  - x\n  - y\nc:\n  d: true\n");
        assertThat(root.placeOf("b")).isEqualTo(new Place("file.yaml", 2));
        assertThat(root.scalars("b").getLast().place().line()).isEqualTo(4);
        assertThat(root.mapping("c").placeOf("d").line()).isEqualTo(6);
        assertThat(root.mapping("c").flag("d")).isTrue();
        assertThat(root.number("a", 0)).isEqualTo(1);
    }

    @Test
    void reads_an_empty_file_as_an_empty_mapping() {
        assertThat(read("").entries()).isEmpty();
        assertThat(read("# only a comment\n").entries()).isEmpty();
        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void reads_yes_and_dates_as_the_text_that_was_typed() {
        var root = read("a: yes\nb: 2026-09-01\nc: 'true'\nd:\ne: .inf\n");
        assertThat(root.text("a")).isEqualTo("yes");
        assertThat(root.text("b")).isEqualTo("2026-09-01");
        assertThat(root.flag("c")).isFalse();
        assertThat(root.items("d")).isEmpty();
        assertThat(root.text("e")).isEqualTo(".inf");
    }

    @Nested
    class It_refuses {

        @Test
        void a_key_given_twice() {
            assertThat(fault("a: 1\nb: 2\na: 3\n"))
                    .isEqualTo(
                            new Fault(
                                    "file.yaml",
                                    3,
                                    "The key a is already on line 1.",
                                    "Keep one of the two."));
        }

        @Test
        void a_bomb_of_aliases() {
            var bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
            for (int level = 1; level < 12; level++) {
                bomb.append("a%d: &a%d [".formatted(level, level));
                bomb.append(("*a" + (level - 1) + " ,").repeat(9)).append("]\n");
            }
            var fault = fault(bomb.toString());
            assertThat(fault.line()).isEqualTo(1);
            assertThat(fault.problem()).contains("Anchors (&) and aliases (*)");
        }

        @Test
        void nesting_that_would_exhaust_the_stack() {
            assertThat(fault("a: " + "[".repeat(100_000)).problem()).contains("nesting");
            assertThat(fault("{a: ".repeat(100_000)).problem()).contains("nesting");
        }

        @Test
        void an_oversize_file() {
            assertThat(fault("a: " + "x".repeat(YamlReader.LARGEST)).problem())
                    .isEqualTo("The file is larger than 512 KiB.");
        }

        @Test
        void tags_and_second_documents_and_table_keys() {
            assertThat(fault("a: 1\nb: !!javax.script.ScriptEngineManager []\n").line())
                    .isEqualTo(2);
            assertThat(fault("a: 1\n---\nb: 2\n").problem()).contains("second document");
            assertThat(fault("? [a]\n: 1\n").problem()).contains("where a key should be");
            assertThat(fault("- a\n").problem()).contains("does not start with a key");
        }

        @Test
        void what_is_not_yaml_naming_the_line() {
            assertThat(fault("a: 1\nb: [1, 2\nc: 3\n").line()).isEqualTo(3);
            assertThat(fault("a: 1\nb: \"open\n").line()).isGreaterThanOrEqualTo(2);
            assertThat(fault("a: 1\nb: \u0007\n").line()).isEqualTo(2);
            assertThat(fault("a: 1\n\tb: 2\n").problem()).startsWith("This is not YAML");
        }
    }

    private Yaml.Mapping read(String text) {
        return YamlReader.read("file.yaml", text, faults).orElseThrow();
    }

    private Fault fault(String text) {
        var own = new Faults();
        assertThat(YamlReader.read("file.yaml", text, own)).isEmpty();
        assertThat(own.list()).hasSize(1);
        return own.list().getFirst();
    }
}
