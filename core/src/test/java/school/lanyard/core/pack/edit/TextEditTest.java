// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TextEditTest {

    private static final String CLAUSES =
            """
            # About clauses.

            # play
            HT-1: {section: games, who: [staff],   cadence: none,
              says: "Chess is played."} # the first
            # What follows was asked for.
            HT-2: {section: games, who: [staff], cadence: none, odd: 7,
              says: "Cards."}

            # long
            HT-3:
              section: games
              says: >-
                A long sentence that stands on two lines, as people write
                them in files like this one.
              who: [lead, # for now
                staff]
              cadence: none # never
            """;

    @Nested
    class Giving_another_value {

        @Test
        void in_braces_keeps_what_is_round_it() {
            assertThat(put("HT-1", "cadence", "annual"))
                    .isEqualTo(CLAUSES.replaceFirst("cadence: none", "cadence: annual"));
        }

        @Test
        void keeps_quotation_marks_and_escapes_within_them() {
            assertThat(put("HT-1", "says", "Chess \"is\" played: daily #1\nor not"))
                    .isEqualTo(
                            CLAUSES.replace(
                                    "\"Chess is played.\"",
                                    "\"Chess \\\"is\\\" played: daily #1\\nor not\""));
        }

        @Test
        void keeps_a_comment_behind_it() {
            assertThat(put("HT-3", "cadence", "annual"))
                    .isEqualTo(CLAUSES.replace("none # never", "annual # never"));
        }

        @Test
        void folds_again_what_was_folded() {
            assertThat(
                            put(
                                    "HT-3",
                                    "says",
                                    "A long sentence that stands on more lines, as people write them in files like this one."))
                    .isEqualTo(
                            CLAUSES.replace(
                                    "stands on two lines, as people write\n    them in files",
                                    "stands on more lines, as people\n    write them in files"));
        }

        @Test
        void puts_quotation_marks_where_a_word_would_be_read_as_something_else() {
            for (var word :
                    List.of(
                            "true",
                            "null",
                            "7",
                            "1e9",
                            "- a",
                            "a: b",
                            "a #b",
                            "",
                            " a",
                            "&a",
                            "*a",
                            "!a",
                            "%a",
                            "@a",
                            "[",
                            "{",
                            "'",
                            "\"",
                            "a, b",
                            "|",
                            ">",
                            "?",
                            ":",
                            "#",
                            "\t",
                            "\u0007",
                            "🧒🏽",
                            "\u2028x",
                            "a\n\nb\n",
                            "~")) {
                assertThat(says(put("HT-1", "cadence", word), "HT-1", "cadence"))
                        .isEqualTo(Value.text(word));
                assertThat(says(put("HT-3", "section", word), "HT-3", "section"))
                        .isEqualTo(Value.text(word));
                assertThat(says(put("HT-3", "says", word), "HT-3", "says"))
                        .isEqualTo(Value.text(word));
            }
        }

        @Test
        void of_a_list_keeps_the_items_that_stay() {
            var text = "a: [x,  y, # why\n  z]\nb: 1\n";
            var edits =
                    Differences.between(
                            Path.to("a"),
                            Value.texts(List.of("x", "y", "z")),
                            Value.texts(List.of("x", "y", "w")));
            assertThat(done(TextEdit.apply(text, edits)))
                    .isEqualTo("a: [x,  y, # why\n  w]\nb: 1\n");
        }

        @Test
        void keeps_columns_that_were_lined_up() {
            var text = "rows:\n  - {row: A, staff: yes,     learner: no}\n";
            assertThat(
                            done(
                                    TextEdit.apply(
                                            text,
                                            new Edit.Put(
                                                    Path.to("rows").at(0).key("staff"),
                                                    Value.text("if-asked")))))
                    .isEqualTo(
                            "rows:\n  - {row: A, staff: if-asked, learner: no}\n"
                                    .replace("asked, ", "asked, "));
        }
    }

    @Nested
    class Adding {

        @Test
        void a_key_in_braces() {
            assertThat(
                            apply(
                                    new Edit.Put(
                                            Path.to("HT-1", "interval"),
                                            Value.text("count"),
                                            "cadence")))
                    .isEqualTo(
                            CLAUSES.replace(
                                    "cadence: none,\n  says: \"Chess",
                                    "cadence: none, interval: count,\n  says: \"Chess"));
        }

        @Test
        void a_key_on_a_line_of_its_own() {
            assertThat(
                            apply(
                                    new Edit.Put(
                                            Path.to("HT-3", "interval"),
                                            Value.text("count"),
                                            "says")))
                    .isEqualTo(
                            CLAUSES.replace(
                                    "like this one.\n", "like this one.\n  interval: count\n"));
        }

        @Test
        void an_entry_as_its_neighbours_are_written() {
            var entry =
                    Value.Entries.NONE
                            .with("section", Value.text("games"))
                            .with("says", Value.text("New"));
            assertThat(apply(new Edit.Put(Path.to("HT-4"), entry, "HT-1")))
                    .isEqualTo(
                            CLAUSES.replace(
                                    "# the first\n",
                                    "# the first\nHT-4: {section: games, says: New}\n"));
            assertThat(apply(new Edit.Put(Path.to("HT-4"), entry)))
                    .isEqualTo(CLAUSES + "HT-4: {section: games, says: New}\n");
        }

        @Test
        void a_row_after_another() {
            var text = "rows:\n  - row: A\n    x: 1 # one\n\n  # two\n  - row: B\n";
            var row =
                    Value.Entries.NONE
                            .with("row", Value.text("C"))
                            .with("x", Value.texts(List.of("y")));
            assertThat(done(TextEdit.apply(text, new Edit.Insert(Path.to("rows").at(1), row))))
                    .isEqualTo(
                            "rows:\n  - row: A\n    x: 1 # one\n  - {row: C, x: [y]}\n\n  # two\n  - row: B\n");
        }

        @Test
        void to_a_file_that_says_nothing_yet() {
            assertThat(
                            done(
                                    TextEdit.apply(
                                            "# Nothing here.",
                                            new Edit.Put(Path.to("a"), Value.flag(true)))))
                    .isEqualTo("# Nothing here.\na: true\n");
            assertThat(done(TextEdit.apply("", new Edit.Put(Path.to("a"), Value.Entries.NONE))))
                    .isEqualTo("a: {}\n");
        }
    }

    @Nested
    class Taking_away {

        @Test
        void takes_the_comments_that_are_about_it_alone() {
            assertThat(apply(new Edit.Remove(Path.to("HT-2"))))
                    .isEqualTo(
                            CLAUSES.replace(
                                    "# What follows was asked for.\nHT-2: {section: games, who: [staff], cadence: none, odd: 7,\n  says: \"Cards.\"}\n",
                                    ""));
        }

        @Test
        void leaves_a_heading_that_stands_over_what_follows() {
            var text = "# all\na: 1\nb: 2\n";
            assertThat(done(TextEdit.apply(text, new Edit.Remove(Path.to("a")))))
                    .isEqualTo("# all\nb: 2\n");
        }

        @Test
        void a_key_in_braces_or_the_last_one() {
            assertThat(apply(new Edit.Remove(Path.to("HT-1", "says"))))
                    .isEqualTo(CLAUSES.replace(",\n  says: \"Chess is played.\"", ""));
            var text = "a:\n  b: 1\nc: [d]\n";
            assertThat(done(TextEdit.apply(text, new Edit.Remove(Path.to("a", "b")))))
                    .isEqualTo("a: {}\nc: [d]\n");
            assertThat(done(TextEdit.apply(text, new Edit.Remove(Path.to("c").at(0)))))
                    .isEqualTo("a:\n  b: 1\nc: []\n");
        }

        @Test
        void the_first_key_behind_a_dash() {
            var text = "rows:\n  - row: A\n    x: 1\n";
            assertThat(
                            done(
                                    TextEdit.apply(
                                            text,
                                            new Edit.Remove(Path.to("rows").at(0).key("row")))))
                    .isEqualTo("rows:\n  - x: 1\n");
        }
    }

    @Nested
    class It_refuses_by_name {

        @Test
        void to_lose_a_comment_inside_what_changes() {
            assertThat(
                            TextEdit.apply(
                                    CLAUSES,
                                    new Edit.Put(Path.to("HT-3", "who"), Value.text("all"))))
                    .isEqualTo(
                            new Edited.Refused(
                                    16,
                                    "A comment stands inside what would change.",
                                    "Change it in the text of the file."));
        }

        @Test
        void what_is_not_there() {
            assertThat(TextEdit.apply(CLAUSES, new Edit.Remove(Path.to("HT-9"))))
                    .isInstanceOfSatisfying(
                            Edited.Refused.class,
                            refused ->
                                    assertThat(refused.problem())
                                            .isEqualTo("There is nothing at HT-9."));
            assertThat(
                            TextEdit.apply(
                                    CLAUSES,
                                    new Edit.Put(Path.to("HT-1", "who", "x"), Value.text("y"))))
                    .isInstanceOf(Edited.Refused.class);
        }

        @Test
        void a_file_that_cannot_be_read() {
            assertThat(TextEdit.apply("a: 1\na: 2\n", new Edit.Remove(Path.to("a"))))
                    .isEqualTo(
                            new Edited.Refused(
                                    2, "The key a is already on line 1.", "Keep one of the two."));
        }

        @Test
        void all_of_several_changes_when_one_cannot_be_made() {
            assertThat(
                            TextEdit.apply(
                                    CLAUSES,
                                    List.of(
                                            new Edit.Put(
                                                    Path.to("HT-1", "cadence"),
                                                    Value.text("annual")),
                                            new Edit.Remove(Path.to("HT-9")))))
                    .isInstanceOf(Edited.Refused.class);
        }
    }

    @Test
    void Line_ends_of_other_systems_stay() {
        var text = "a:\r\n  b: 1\r\nc: [d]\r\n";
        assertThat(done(TextEdit.apply(text, new Edit.Put(Path.to("a", "x"), Value.text("y")))))
                .isEqualTo("a:\r\n  b: 1\r\n  x: y\r\nc: [d]\r\n");
        assertThat(done(TextEdit.apply(text, new Edit.Remove(Path.to("a")))))
                .isEqualTo("c: [d]\r\n");
    }

    @Test
    void Characters_of_two_halves_do_not_move_what_follows() {
        var text = "a: \"🧒🏽🧒🏽\" # 🧒🏽\nb: {c: 🧒🏽, d: old}\n";
        assertThat(done(TextEdit.apply(text, new Edit.Put(Path.to("b", "d"), Value.text("new")))))
                .isEqualTo(text.replace("old", "new"));
    }

    private static String put(String clause, String key, String words) {
        return apply(new Edit.Put(Path.to(clause, key), Value.text(words)));
    }

    private static String apply(Edit edit) {
        return done(TextEdit.apply(CLAUSES, edit));
    }

    private static Value says(String text, String clause, String key) {
        var whole = TextEdit.read(text, new school.lanyard.core.pack.Faults()).orElseThrow();
        return ((Value.Entries) whole.get(clause)).get(key);
    }

    static String done(Edited edited) {
        return switch (edited) {
            case Edited.Done(var text) -> text;
            case Edited.Refused refused -> throw new AssertionError(refused);
        };
    }
}
