// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FilterCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    @TempDir private Path folder;
    private String index = "";

    @BeforeEach
    void a_list() throws IOException {
        index = folder.resolve("lists.index").toString();
        Files.writeString(folder.resolve("games.txt"), "play.example\ngoogle.com\n");
        Files.writeString(folder.resolve("adult.txt"), "0.0.0.0 bad.example\nnonsense\n");
    }

    private int run(String... args) {
        out.getBuffer().setLength(0);
        return CommandLines.of(new FilterCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    private int compile(String... more) {
        var lists =
                new String[] {
                    folder.resolve("games.txt").toString(),
                    "adult=" + folder.resolve("adult.txt"),
                    "-o",
                    index
                };
        var args = new String[lists.length + more.length + 1];
        args[0] = "compile";
        System.arraycopy(lists, 0, args, 1, lists.length);
        System.arraycopy(more, 0, args, lists.length + 1, more.length);
        return run(args);
    }

    private JsonNode json() {
        return JsonMapper.shared().readTree(out.toString());
    }

    @Test
    void compiles_and_says_what_is_held_and_what_was_not_understood() {
        assertThat(compile("--json")).as(err.toString()).isZero();
        var answer = json();
        assertThat(answer.get("rules").asInt()).isEqualTo(2);
        assertThat(answer.get("held").get(0).get("rule").asString()).isEqualTo("google.com");
        assertThat(answer.get("held").get(0).get("would-block").asString())
                .contains("www.google.com");
        assertThat(answer.get("lists").get(1).get("not-understood").asInt()).isEqualTo(1);
    }

    @Test
    void asks_with_category_list_and_rule() {
        compile();
        assertThat(run("ask", "--index", index, "https://WWW.Bad.example./x", "good.example"))
                .isZero();
        assertThat(out.toString())
                .isEqualTo(
                        "blocked\thttps://WWW.Bad.example./x\tcategories\tadult\tadult"
                                + "\tbad.example\n"
                                + "allowed\tgood.example\n");
    }

    @Test
    void a_category_may_be_allowed_for_a_group_but_not_an_illegal_one() {
        compile("--accept", "google.com");
        assertThat(
                        run(
                                "ask",
                                "--index",
                                index,
                                "--allow",
                                "games@staff",
                                "--group",
                                "staff",
                                "--json",
                                "google.com",
                                "bad.example"))
                .isZero();
        assertThat(json().get(0).get("decision").asString()).isEqualTo("allowed");
        run(
                "ask",
                "--index",
                index,
                "--allow",
                "games@staff",
                "--illegal",
                "games",
                "--group",
                "staff",
                "--json",
                "google.com");
        assertThat(json().get(0).get("layer").asString()).isEqualTo("illegal");
    }

    @Test
    void wrong_usage_and_a_damaged_index_say_what_to_do() throws IOException {
        assertThat(run("ask", "--index", index, "any.example")).isEqualTo(2);
        assertThat(run("compile", "no-such-list", "-o", index)).isEqualTo(2);
        compile();
        assertThat(run("ask", "--index", index, "--allow", "cooking", "any.example")).isEqualTo(2);
        assertThat(err.toString()).contains("Use one of: adult, games");
        Files.writeString(Path.of(index), "no index at all");
        assertThat(run("ask", "--index", index, "any.example")).isEqualTo(1);
        assertThat(err.toString()).contains("Compile the lists again");
    }
}
