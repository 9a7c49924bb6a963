// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PolicyCommandTest {

    private static final String BL = "boughton-leigh";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    @TempDir private Path folder;

    @BeforeEach
    void packs_are_in_the_repository() {
        System.setProperty(PackArgument.FOLDER, Path.of("..", "packs").toString());
    }

    @AfterEach
    void forget_the_folder() {
        System.clearProperty(PackArgument.FOLDER);
    }

    private int run(String... args) {
        return CommandLines.of(new PolicyCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    private JsonNode json(String... args) {
        var all = new ArrayList<>(List.of(args));
        all.add("--json");
        assertThat(run(all.toArray(String[]::new))).as(err.toString()).isZero();
        assertThat(out.toString().strip()).doesNotContain("\n");
        return JsonMapper.shared().readTree(out.toString());
    }

    @Nested
    class Ask {

        @Test
        void answers_in_the_shape_that_other_programs_use() {
            run("ask", BL, "--who", "staff", "--about", "activities/online-gaming", "--json");
            assertThat(out.toString().strip())
                    .isEqualTo("{\"answer\":\"allowed\",\"when\":\"\",\"clauses\":[\"BL-168\"]}");
        }

        @Test
        void says_the_condition_and_the_fact_that_is_missing() {
            var answer = json("ask", BL, "--who", "staff", "--about", "activities/social-media");
            assertThat(answer.get("answer").asString()).isEqualTo("allowed-when");
            assertThat(answer.get("when").asString()).contains("times that the school has set");
            assertThat(answer.get("missing").get(0).asString()).isEqualTo("allowed_time");
        }

        @Test
        void takes_facts() {
            var answer =
                    json(
                            "ask",
                            BL,
                            "--who",
                            "staff",
                            "--about",
                            "activities/social-media",
                            "--given",
                            "allowed_time=yes",
                            "--given",
                            "stored_securely=no");
            assertThat(answer.get("answer").asString()).isEqualTo("allowed");
        }

        @Test
        void names_whom_to_ask_where_the_policy_is_silent() {
            var about = "activities/online-shopping-commerce";
            var answer = json("ask", BL, "--who", "learner", "--about", about);
            assertThat(answer.get("answer").asString()).isEqualTo("not-stated");
            assertThat(answer.get("ask").asString()).isEqualTo("Member of staff");
            assertThat(answer.get("when").asString()).contains("ask the member of staff");
        }

        @Test
        void speaks_to_people_too() {
            run("ask", BL, "--who", "learner", "--about", "activities/online-gaming");
            assertThat(out.toString())
                    .startsWith("Allowed when: with a member of staff's permission")
                    .contains("--given staff_permission=...", "BL-168");
        }

        @Test
        void refuses_an_unknown_fact_group_or_subject_in_one_line() {
            refused(
                    "Did you mean staff_permission?",
                    "--who",
                    "staff",
                    "--about",
                    "activities/social-media",
                    "--given",
                    "staf_permission=yes");
            refused(
                    "Give yes or no.",
                    "--who",
                    "staff",
                    "--about",
                    "activities/social-media",
                    "--given",
                    "allowed_time=perhaps");
            refused(
                    "Use one of: staff, learner,",
                    "--who",
                    "pupil",
                    "--about",
                    "activities/social-media");
            refused(
                    "Did you mean activities/social-media?",
                    "--who",
                    "staff",
                    "--about",
                    "activities/social-medium");
        }

        private void refused(String mend, String... args) {
            var all = new ArrayList<>(List.of("ask", BL));
            all.addAll(List.of(args));
            err.getBuffer().setLength(0);
            assertThat(run(all.toArray(String[]::new))).isEqualTo(2);
            assertThat(err.toString().strip()).contains(mend).doesNotContain("\n", "..");
            assertThat(out.toString()).isEmpty();
        }
    }

    @Nested
    class Respond {

        @Test
        void answers_with_the_columns_of_the_table() {
            run(
                    "respond",
                    BL,
                    "--who",
                    "learner",
                    "--json",
                    "--incident",
                    "sending-an-offensive-harassing-or-bullying-message");
            assertThat(out.toString().strip())
                    .isEqualTo(
                            "{\"actions\":[\"refer_class_teacher_or_tutor\","
                                    + "\"refer_hod_principal_teacher_or_deputy_head\","
                                    + "\"refer_headteacher\",\"inform_parents_carers\"],"
                                    + "\"clauses\":[\"BL-272\"]}");
        }

        @Test
        void gives_a_note_on_proportion_where_there_is_no_grid() {
            for (var pack : List.of(BL, "england-2026")) {
                out.getBuffer().setLength(0);
                var answer = json("respond", pack, "--who", "visitor", "--incident", "anything");
                assertThat(answer.get("actions").size()).isZero();
                assertThat(answer.get("note").asString()).contains("Act in proportion");
            }
        }

        @Test
        void refuses_an_unknown_incident() {
            assertThat(run("respond", BL, "--who", "staff", "--incident", "rudeness")).isEqualTo(2);
            assertThat(err.toString()).contains("has no incident rudeness by staff");
        }
    }

    @Nested
    class Check {

        @Test
        void lists_every_clause_and_what_keeps_it() {
            var answer = json("check", BL);
            assertThat(answer.get("pack").asString()).isEqualTo(BL);
            assertThat(answer.get("edition").asString()).isEqualTo("2025-09");
            assertThat(answer.get("faults").size()).isZero();
            var clause = answer.get("clauses").get(0);
            assertThat(clause.propertyNames())
                    .contains(
                            "id",
                            "area",
                            "bound",
                            "by",
                            "evidence",
                            "section",
                            "kind",
                            "who",
                            "cadence");
            assertThat(answer.get("clauses").size()).isGreaterThan(100);
        }

        @Test
        void lists_faults_and_exits_with_1_for_an_invalid_pack() throws IOException {
            var broken = Files.createDirectory(folder.resolve("broken"));
            Files.writeString(broken.resolve("pack.yaml"), "key: broken\nlabel: [\n");
            assertThat(run("check", broken.toString(), "--json")).isEqualTo(1);
            var fault = JsonMapper.shared().readTree(out.toString()).get("faults").get(0);
            assertThat(fault.get("file").asString()).isEqualTo("broken/pack.yaml");
            assertThat(fault.get("line").asInt()).isEqualTo(3);
            assertThat(fault.get("mend").asString()).isNotBlank();
        }

        @Test
        void finds_a_pack_by_its_path_and_its_base_in_the_packs_folder() throws IOException {
            var own = Files.createDirectory(folder.resolve("hilltop"));
            Files.writeString(
                    own.resolve("pack.yaml"),
                    """
                    key: hilltop
                    label: Hilltop
                    edition: "1"
                    kind: school
                    extends: england-2026
                    ask: dsl
                    """);
            assertThat(run("check", own.toString())).as(err.toString()).isZero();
            assertThat(out.toString()).contains("Hilltop, edition 1, is valid.");
            assertThat(run("check", own.resolve("pack.yaml").toString())).isZero();
        }

        @Test
        void says_which_packs_there_are() {
            assertThat(run("check", "boughton-lee")).isEqualTo(2);
            assertThat(err.toString()).contains("boughton-leigh, england-2025, england-2026");
            assertThat(run("check", "../../etc")).isEqualTo(2);
        }

        @Test
        void is_needed_before_a_broken_pack_answers_anything() throws IOException {
            var broken = Files.createDirectory(folder.resolve("broken"));
            Files.writeString(broken.resolve("pack.yaml"), "key: broken\n");
            assertThat(run("subjects", broken.toString())).isEqualTo(1);
            assertThat(err.toString()).contains("faults, so it cannot answer", "policy check");
        }
    }

    @Nested
    class Render {

        @Test
        void writes_one_html_file_that_says_it_is_a_draft() throws IOException {
            var file = folder.resolve("policy.html");
            Files.writeString(file, "older");
            assertThat(run("render", "starter", "--format", "html", "-o", file.toString()))
                    .as(err.toString())
                    .isZero();
            assertThat(Files.readString(file))
                    .startsWith("<!DOCTYPE html>")
                    .contains("Draft, not approved", "ST-001");
            try (var left = Files.list(folder)) {
                assertThat(left).containsExactly(file);
            }
        }

        @Test
        void writes_a_pdf_with_the_schools_name() throws IOException {
            var file = folder.resolve("policy.pdf");
            assertThat(
                            run(
                                    "render",
                                    "starter",
                                    "--format",
                                    "pdf",
                                    "-o",
                                    file.toString(),
                                    "--school",
                                    "Willow Bank"))
                    .as(err.toString())
                    .isZero();
            try (var document = org.apache.pdfbox.Loader.loadPDF(file.toFile())) {
                assertThat(document.getDocumentInformation().getTitle())
                        .isEqualTo("Online safety policy – Willow Bank");
            }
        }

        @Test
        void writes_to_standard_output() {
            var before = System.out;
            var bytes = new java.io.ByteArrayOutputStream();
            System.setOut(
                    new java.io.PrintStream(bytes, true, java.nio.charset.StandardCharsets.UTF_8));
            try {
                assertThat(run("render", "starter", "--format", "html", "-o", "-")).isZero();
            } finally {
                System.setOut(before);
            }
            assertThat(bytes.toString(java.nio.charset.StandardCharsets.UTF_8))
                    .startsWith("<!DOCTYPE html>")
                    .contains("</html>");
        }

        @Test
        void refuses_wrong_usage_with_2_and_a_broken_pack_with_1() throws IOException {
            assertThat(run("render", "starter", "--format", "docx", "-o", "x")).isEqualTo(2);
            assertThat(run("render", "starter", "--format", "html")).isEqualTo(2);
            assertThat(run("render", "starter", "--format", "html", "-o", "/no/such/folder/x.html"))
                    .isEqualTo(2);
            assertThat(err.toString()).contains("cannot be written");
            var broken = Files.createDirectory(folder.resolve("broken"));
            Files.writeString(broken.resolve("pack.yaml"), "key: broken\n");
            assertThat(run("render", broken.toString(), "--format", "html", "-o", "-"))
                    .isEqualTo(1);
            assertThat(err.toString()).contains("faults", "policy check");
        }
    }

    @Test
    void lists_subjects_in_the_shape_that_other_programs_use() {
        var subjects = json("subjects", BL);
        assertThat(subjects.size()).isEqualTo(62 + 46);
        assertThat(subjects.valueStream().map(JsonNode::toString))
                .contains(
                        "{\"key\":\"activities/online-gaming\",\"label\":\"Online gaming\","
                                + "\"asks\":[\"staff\",\"learner\"]}");
    }

    @Test
    void says_what_is_missing_in_one_line() {
        assertThat(run("ask", BL)).isEqualTo(2);
        assertThat(err.toString().strip()).doesNotContain("\n").contains("--who");
        assertThat(run()).isEqualTo(2);
    }
}
