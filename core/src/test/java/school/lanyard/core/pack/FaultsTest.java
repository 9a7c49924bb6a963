// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A small sound pack, broken in one way at a time: each fault names its file, its line and a mend.
class FaultsTest {

    private static final String GRID =
            """
            label: What we do
            group: learner
            actions:
              tell-head: {label: Tell the head, roles: [head]}
            rows:
              - {row: Cheating, actions: [tell-head], risks: [conduct]}
            """;

    @TempDir Path folder;

    @Test
    void The_small_pack_is_sound() {
        assertThat(load(Hilltop.SOUND)).isInstanceOf(Loaded.Sound.class);
        assertThat(faults("responses/learner.yaml", GRID)).isEmpty();
    }

    @Test
    void What_nobody_would_read_is_not_repeated() {
        var fault = new Fault("hilltop/marks.yaml", 2, "a" + "b".repeat(5000), "c ".repeat(2000));
        assertThat(fault.problem()).isEqualTo("a" + "b".repeat(59) + "…");
        assertThat(fault.mend()).hasSize(1501).endsWith("c …");
    }

    @Test
    void Every_fault_is_listed_and_not_only_the_first() {
        var texts = new TreeMap<>(Hilltop.SOUND);
        texts.merge("roles.yaml", "holders: one", (text, _) -> text.replace("label: Lead", "x: 1"));
        texts.merge(
                "marks.yaml", "", (text, _) -> text.replace("answer: not-allowed", "answer: 7"));
        texts.merge("decisions/games.yaml", "", (text, _) -> text.replace("HT-1", "HT-9"));
        assertThat(((Loaded.Broken) load(texts)).faults())
                .extracting(Fault::file, Fault::line)
                .containsExactly(
                        tuple("hilltop/decisions/games.yaml", 6),
                        tuple("hilltop/marks.yaml", 2),
                        tuple("hilltop/roles.yaml", 1),
                        tuple("hilltop/roles.yaml", 2));
    }

    @Nested
    class Shape {

        @Test
        void a_missing_entry() {
            expect(
                    "roles.yaml",
                    "  holders: one\n  groups: [staff]\n  capabilities: [handle-cases]",
                    "  groups: [staff]\n  capabilities: [handle-cases]",
                    1,
                    "lead has no holders.",
                    "Add a line holders: with its value.");
        }

        @Test
        void a_clause_that_does_not_say_whom_it_binds() {
            expect(
                    "clauses.yaml",
                    "who: [staff], ",
                    "",
                    1,
                    "HT-1 has no who.",
                    "Add a line who: with its value.");
        }

        @Test
        void an_entry_that_does_not_belong() {
            expect(
                    "roles.yaml",
                    "label: Head",
                    "lable: Head\n  label: Head",
                    7,
                    "lable is not something that head can have.",
                    "Did you mean label?");
        }

        @Test
        void a_word_that_is_not_one_of_the_choices() {
            expect(
                    "roles.yaml",
                    "capabilities: [handle-cases]",
                    "capabilities: [handle-case]",
                    5,
                    "An item of capabilities is handle-case, which is not one of the choices.",
                    "Use one of: report-concerns, handle-cases,");
        }

        @Test
        void a_value_of_the_wrong_kind() {
            expect(
                    "vocabulary.yaml",
                    "child: true",
                    "child: maybe",
                    3,
                    "child should be true or false.",
                    "Write true or false.");
        }

        @Test
        void a_key_written_wrongly() {
            expect(
                    "facts.yaml",
                    "age: {",
                    "Colour: {label: A, type: text}\nage: {",
                    2,
                    "Colour is not written as it should be.",
                    "underscores");
        }

        @Test
        void an_edition_without_quotation_marks() {
            expect(
                    "pack.yaml",
                    "\"1\"",
                    "1",
                    3,
                    "edition should be text.",
                    "put quotation marks round it");
        }

        @Test
        void an_empty_list() {
            expect(
                    "roles.yaml",
                    "groups: [staff]\n  capabilities: [handle",
                    "groups: []\n  capabilities: [handle",
                    4,
                    "groups is empty.",
                    "Fill it in");
        }

        @Test
        void a_condition_without_words() {
            expect(
                    "marks.yaml",
                    ", says: if asked",
                    "",
                    3,
                    "asked has no says.",
                    "Add a line says:");
        }

        @Test
        void a_date_that_is_none() {
            assertThat(
                            faults(
                                    "law.yaml",
                                    "x: {says: A, source: B, checked-on: soon, second-hand:"
                                            + " true}\n"))
                    .singleElement()
                    .isEqualTo(
                            new Fault(
                                    "hilltop/law.yaml",
                                    1,
                                    "soon is not written as it should be.",
                                    "Write a date like 2026-09-01."));
        }
    }

    @Nested
    class References {

        @Test
        void a_role_that_is_not_there() {
            expect(
                    "routing.yaml",
                    "to: [[lead], [head]]",
                    "to: [[lead], [heat]]",
                    8,
                    "There is no role heat.",
                    "Did you mean head?");
        }

        @Test
        void a_group_that_is_not_there() {
            expect(
                    "decisions/games.yaml",
                    "groups: [learner]",
                    "groups: [pupils]",
                    4,
                    "There is no group pupils.",
                    "Use one of: staff, learner.");
        }

        @Test
        void a_clause_that_is_not_there() {
            expect(
                    "decisions/games.yaml",
                    "HT-1",
                    "HT-7",
                    6,
                    "There is no clause HT-7.",
                    "Did you mean HT-1?");
        }

        @Test
        void a_section_that_is_not_there() {
            expect(
                    "clauses.yaml",
                    "section: games\n",
                    "section: game\n",
                    3,
                    "There is no section game.",
                    "Did you mean games?");
        }

        @Test
        void somebody_who_is_neither_role_nor_group_nor_the_school() {
            expect(
                    "clauses.yaml",
                    "who: [lead, staff, school]",
                    "who: [lead, stuff, school]",
                    6,
                    "There is no role or group stuff.",
                    "Did you mean staff?");
        }

        @Test
        void an_interval_that_is_not_there() {
            expect(
                    "clauses.yaml",
                    "interval: count",
                    "interval: cuont",
                    8,
                    "There is no interval cuont.",
                    "Did you mean count?");
        }

        @Test
        void a_control_that_the_program_does_not_have() {
            expect(
                    "controls.yaml",
                    "ledger:",
                    "leger:",
                    1,
                    "The program has no control leger.",
                    "Did you mean ledger?");
        }

        @Test
        void a_clause_that_a_control_cannot_keep_because_it_is_not_there() {
            expect(
                    "controls.yaml",
                    "HT-2",
                    "HT-8",
                    1,
                    "There is no clause HT-8.",
                    "Did you mean HT-1?");
        }

        @Test
        void a_table_that_a_section_would_show() {
            expect(
                    "sections.yaml",
                    "decision:games",
                    "decision:game",
                    4,
                    "There is no table in decisions game.",
                    "Did you mean games?");
        }

        @Test
        void something_that_no_section_can_show() {
            expect(
                    "sections.yaml",
                    "contacts",
                    "people",
                    4,
                    "people is nothing that can be shown.",
                    "Use decision:KEY,");
        }

        @Test
        void a_contact_that_is_not_there() {
            expect(
                    "routing.yaml",
                    "  to: [[head]]\n  then: council",
                    "  to: [[head]]\n  then: police",
                    5,
                    "There is no contact police.",
                    "Use one of: council.");
        }

        @Test
        void a_mark_that_is_not_there() {
            expect(
                    "decisions/games.yaml",
                    "learner: asked",
                    "learner: askd",
                    6,
                    "There is no mark askd.",
                    "Did you mean asked?");
        }

        @Test
        void a_column_that_is_not_there() {
            expect(
                    "decisions/games.yaml",
                    "staff: yes, learner: asked",
                    "staf: yes, learner: asked",
                    6,
                    "The table has no column staf.",
                    "Did you mean staff?");
        }

        @Test
        void a_fact_that_is_not_there() {
            expect(
                    "marks.yaml",
                    "when: permission &&",
                    "when: permision &&",
                    3,
                    "The condition permision && age > 4 does not work: there is nothing called permision",
                    "facts in facts.yaml");
        }

        @Test
        void a_base_that_is_not_there() {
            expect(
                    "pack.yaml",
                    "kind: school",
                    "kind: school\nextends: hiltop-base",
                    5,
                    "There is no pack hiltop-base to extend.",
                    "");
        }

        @Test
        void law_that_is_not_there() {
            expect(
                    "contacts.yaml",
                    "local: true",
                    "local: true, law: [act]",
                    1,
                    "There is no fact of law act.",
                    "There is none yet");
        }
    }

    @Nested
    class A_regular_clause {

        @Test
        void without_an_interval() {
            expect(
                    "clauses.yaml",
                    "  interval: count\n",
                    "",
                    7,
                    "HT-2 is regular, but no interval says how often.",
                    "an interval that the school chose");
        }

        @Test
        void whose_interval_the_school_did_not_choose() {
            expect(
                    "clauses.yaml",
                    "interval: count",
                    "interval: review",
                    8,
                    "HT-2 is regular, but the interval review was not chosen by the school.",
                    "chosen-by: school");
        }

        @Test
        void whose_interval_does_not_say_that_the_policy_gives_none() {
            expect(
                    "intervals.yaml",
                    ", note: The policy gives none.",
                    "",
                    1,
                    "The interval count does not say why the school chose it.",
                    "Add a line note:");
        }
    }

    @Nested
    class Sense {

        @Test
        void a_condition_of_the_wrong_type() {
            expect(
                    "marks.yaml",
                    "permission && age > 4",
                    "age + 4",
                    3,
                    "The condition age + 4 does not work: it comes to a number",
                    "Write a condition that is yes or no");
        }

        @Test
        void a_condition_that_is_not_one() {
            expect(
                    "marks.yaml",
                    "permission && age > 4",
                    "\"permission &&\"",
                    3,
                    "The condition permission && does not work:",
                    "Write a condition");
        }

        @Test
        void marks_that_contradict_each_other() {
            expect(
                    "decisions/games.yaml",
                    "learner: [asked, no]",
                    "learner: [yes, no]",
                    7,
                    "The marks in this cell contradict each other: yes, no.",
                    "Keep one");
        }

        @Test
        void a_row_given_twice() {
            expect(
                    "decisions/games.yaml",
                    "row: Cards",
                    "row: CHESS!",
                    7,
                    "The row chess is already on line 6.",
                    "change its label");
        }

        @Test
        void a_group_under_two_columns() {
            expect(
                    "decisions/games.yaml",
                    "groups: [learner]",
                    "groups: [learner, staff]",
                    4,
                    "The group staff is under the column staff already.",
                    "one column");
        }

        @Test
        void a_column_that_speaks_for_nobody() {
            expect(
                    "decisions/games.yaml",
                    "{label: Children, groups: [learner]}",
                    "{label: Children}",
                    4,
                    "The column learner speaks for no group.",
                    "Add a line groups:");
        }

        @Test
        void a_concern_that_would_go_to_whom_it_is_about() {
            expect(
                    "routing.yaml",
                    "to: [[head]]",
                    "to: [[head, lead]]",
                    4,
                    "A concern about lead would go to lead.",
                    "Take the role out");
        }

        @Test
        void a_concern_that_would_go_back() {
            expect(
                    "routing.yaml",
                    "to: [[lead], [head]]",
                    "to: [[lead], [head], [lead]]",
                    8,
                    "The role lead is in an earlier tier already.",
                    "never goes back");
        }

        @Test
        void no_route_for_everything_else() {
            expect(
                    "routing.yaml",
                    "label: Anything else",
                    "label: Anything\n  about-groups: [staff]",
                    1,
                    "No route takes a concern that is about nobody in particular.",
                    "exactly one");
        }

        @Test
        void an_administrator_who_could_read_cases() {
            expect(
                    "roles.yaml",
                    "capabilities: [handle-cases]",
                    "capabilities: [handle-cases, administer]",
                    5,
                    "The role lead could both run the system and read cases.",
                    "Take administer");
        }

        @Test
        void an_action_that_the_grid_does_not_have() {
            assertThat(faults("responses/learner.yaml", GRID.replace("[tell-head]", "[tell-had]")))
                    .singleElement()
                    .isEqualTo(
                            new Fault(
                                    "hilltop/responses/learner.yaml",
                                    6,
                                    "The grid has no action tell-had.",
                                    "Did you mean tell-head?"));
        }

        @Test
        void an_action_that_counts_as_something_no_bar_knows() {
            var grid = GRID.replace("[head]}", "[head], counts-as: [disipline]}");
            assertThat(grid).isNotEqualTo(GRID);
            assertThat(faults("responses/learner.yaml", grid))
                    .singleElement()
                    .extracting(Fault::problem)
                    .isEqualTo("There is no bar in a playbook on disipline.");
        }

        @Test
        void a_grid_whose_file_is_named_after_somebody_else() {
            assertThat(faults("responses/staff.yaml", GRID))
                    .singleElement()
                    .extracting(Fault::line, Fault::mend)
                    .containsExactly(2, "Call the file learner.yaml.");
        }
    }

    @Nested
    class Files_and_folders {

        @Test
        void a_file_that_is_no_part_of_a_pack() {
            assertThat(faults("rolls.yaml", "a: 1\n"))
                    .singleElement()
                    .extracting(Fault::file, Fault::problem)
                    .containsExactly(
                            "hilltop/rolls.yaml", "No part of a pack has this file's name.");
        }

        @Test
        void a_missing_header() {
            var texts = new TreeMap<>(Hilltop.SOUND);
            texts.remove("pack.yaml");
            assertThat(((Loaded.Broken) load(texts)).faults())
                    .extracting(Fault::problem)
                    .contains("The file pack.yaml is missing.");
        }

        @Test
        void a_key_that_is_not_the_folder_s_name() {
            expect(
                    "pack.yaml",
                    "key: hilltop",
                    "key: hillside",
                    1,
                    "The pack's key is hillside, but its folder is called hilltop.",
                    "same");
        }

        @Test
        void a_clause_given_in_two_files() {
            assertThat(
                            faults(
                                    "clauses/more.yaml",
                                    "\n"
                                            + "HT-1: {section: games, area: play, kind: record, who:"
                                            + " [staff], cadence: none, says: Again., evidence:"
                                            + " [measured]}\n"))
                    .singleElement()
                    .isEqualTo(
                            new Fault(
                                    "hilltop/clauses/more.yaml",
                                    2,
                                    "The key HT-1 is already in hilltop/clauses.yaml, line 1.",
                                    "Keep one of the two."));
        }

        @Test
        void a_broken_file_alone_is_reported_without_a_flood_of_missing_keys() {
            expect(
                    "roles.yaml",
                    "groups: [staff]\n  capabilities: [handle",
                    "groups: [staff\n  capabilities: [handle",
                    5,
                    "This is not YAML",
                    "indentation");
        }

        @Test
        void a_circle_of_packs() throws IOException {
            write(
                    "one",
                    "key: one\nlabel: One\nedition: '1'\nkind: base\nask: lead\nextends: two\n");
            write(
                    "two",
                    "key: two\nlabel: Two\nedition: '1'\nkind: base\nask: lead\nextends: one\n");
            assertThat(Packs.in(folder).load("one"))
                    .isInstanceOfSatisfying(
                            Loaded.Broken.class,
                            broken ->
                                    assertThat(broken.faults())
                                            .contains(
                                                    new Fault(
                                                            "two/pack.yaml",
                                                            6,
                                                            "The packs extend each other in a"
                                                                    + " circle: one → two → one.",
                                                            "Let a school's pack extend a base, and"
                                                                    + " a base only an older one.")));
        }

        @Test
        void a_link_that_reaches_outside_is_not_followed() throws IOException {
            write("one", "key: one\n");
            var secret = Files.writeString(folder.resolve("secret.txt"), "password: 1\n");
            Files.createSymbolicLink(folder.resolve("one").resolve("roles.yaml"), secret);
            var broken = (Loaded.Broken) Packs.in(folder).load("one");
            assertThat(broken.faults()).noneMatch(fault -> fault.file().contains("roles"));
        }

        @Test
        void text_that_is_not_utf_8() throws IOException {
            write("one", "key: one\n");
            Files.write(folder.resolve("one").resolve("facts.yaml"), new byte[] {(byte) 0xff});
            assertThat(((Loaded.Broken) Packs.in(folder).load("one")).faults())
                    .contains(
                            new Fault(
                                    "one/facts.yaml",
                                    1,
                                    "The file is not saved as UTF-8.",
                                    "Save it again and choose UTF-8 as the encoding."));
        }

        private void write(String key, String header) throws IOException {
            Files.createDirectory(folder.resolve(key));
            Files.writeString(folder.resolve(key).resolve("pack.yaml"), header);
        }
    }

    @Nested
    class Kinds_of_report {

        @Test
        void go_to_nobody_who_could_not_read_them() {
            assertThat(
                            faults(
                                    "kinds.yaml",
                                    "leak: {label: Leak, hint: It leaked., to: [[head]], then:"
                                            + " council}\n"))
                    .singleElement()
                    .satisfies(fault ->
                            assertThat(fault.problem())
                                    .isEqualTo(
                                            "Holders of head could not read what is sent to"
                                                    + " them."));
        }

        @Test
        void need_a_time_that_is_there_and_something_to_decide_in_it() {
            assertThat(
                            faults(
                                    "kinds.yaml",
                                    "leak: {label: Leak, hint: It leaked., to: [[lead]], then:"
                                            + " council, decide: soon}\n"))
                    .extracting(Fault::problem)
                    .containsExactly(
                            "There is no interval soon.",
                            "There is a time to decide, and nothing to decide.");
        }

        @Test
        void have_a_key_that_no_route_has_and_name_a_route_that_is_there() {
            assertThat(
                            faults(
                                    "kinds.yaml",
                                    "about-lead: {label: Leak, hint: It leaked., about:"
                                            + " about-nobody}\n"))
                    .extracting(Fault::problem)
                    .containsExactly(
                            "There is a route by the name of about-lead already.",
                            "There is no route about-nobody.");
        }
    }

    private Loaded load(Map<String, String> texts) {
        return Packs.in(folder).load(new PackFiles("hilltop", new TreeMap<>(texts)));
    }

    private List<Fault> faults(String file, String text) {
        var texts = new TreeMap<>(Hilltop.SOUND);
        texts.put(file, text);
        return load(texts) instanceof Loaded.Broken(_, var faults) ? faults : List.of();
    }

    private void expect(String file, String was, String is, int line, String problem, String mend) {
        var text = Hilltop.SOUND.get(file);
        assertThat(text).contains(was);
        assertThat(faults(file, text.replace(was, is)))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.file()).isEqualTo("hilltop/" + file);
                    assertThat(fault.line()).isEqualTo(line);
                    assertThat(fault.problem()).startsWith(problem);
                    assertThat(fault.mend()).contains(mend);
                });
    }
}
