// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import school.lanyard.Lanyard;

class ShortcutTest {

    private static final String ASK =
            "policy ask boughton-leigh --who staff --about activities/social-media";

    @BeforeEach
    void packs_are_in_the_repository() {
        System.setProperty(PackArgument.FOLDER, Path.of("..", "packs").toString());
    }

    @AfterEach
    void forget_the_folder() {
        System.clearProperty(PackArgument.FOLDER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ASK,
                ASK + " --json",
                ASK + " --json --given allowed_time=yes",
                ASK + " --given allowed_time=no --given educational_use=yes",
                "policy ask --json --about devices/visitor-owned/full-network-access --who visitor"
                        + " ../packs/boughton-leigh",
                "policy respond boughton-leigh --who learner --incident online-bullying --json",
                "policy respond boughton-leigh --who staff --incident online-bullying",
                "policy subjects balfour",
                "policy subjects --json starter",
                "policy check balfour",
                "policy check starter --json"
            })
    void says_the_same_as_the_library(String question) {
        var args = question.split(" ");
        var library = new StringWriter();
        int exit =
                Lanyard.line(args)
                        .setOut(new PrintWriter(library))
                        .setErr(new PrintWriter(library))
                        .execute(args);
        if (exit == 0) {
            assertThat(Shortcut.answer(args)).hasValue(library.toString());
        } else {
            assertThat(Shortcut.answer(args)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " --json"})
    void says_of_a_broken_pack_what_the_library_says(String as, @TempDir Path folder)
            throws IOException {
        var pack = Files.createDirectory(folder.resolve("broken"));
        Files.writeString(pack.resolve("pack.yaml"), "key: other\nlabel: [\n");
        var args = ("policy check " + pack + as).split(" ");
        var library = new StringWriter();
        int exit = Lanyard.line(args).setOut(new PrintWriter(library)).execute(args);
        assertThat(Shortcut.said(args)).hasValue(new Shortcut.Said(library.toString(), exit));
        assertThat(exit).isEqualTo(1);
    }

    @Test
    void answers_at_least_what_is_asked_most() {
        assertThat(Shortcut.answer((ASK + " --json").split(" ")).orElse(""))
                .contains("\"answer\":\"allowed-when\"");
        assertThat(Shortcut.answer("policy", "subjects", "starter").orElse("")).contains("(");
        assertThat(
                        Shortcut.answer(
                                        ("policy respond boughton-leigh --who learner --incident "
                                                        + kindOfIncident())
                                                .split(" "))
                                .orElse(""))
                .isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "policy",
                "policy ask",
                "policy ask boughton-leigh",
                "policy ask boughton-leigh --who staff",
                "policy ask boughton-leigh --who staff --about",
                "policy ask boughton-leigh --who staff --about activities/flying",
                "policy ask boughton-leigh --who martian --about activities/online-gaming",
                "policy ask no-such-pack --who staff --about activities/online-gaming",
                "policy ask boughton-leigh --who staff --who staff --about activities/social-media",
                "policy ask boughton-leigh balfour --who staff --about activities/social-media",
                ASK + " --help",
                ASK + " --given allowed_time",
                ASK + " --given allowed_time=perhaps",
                ASK + " --colour blue",
                ASK + " @file",
                ASK + " --given \"allowed_time=yes\"",
                "policy check boughton-leigh --who staff",
                "policy subjects boughton-leigh --given a=b",
                "ledger verify here"
            })
    void leaves_help_mistakes_and_the_rest_to_the_library(String question) {
        assertThat(Shortcut.answer(question.split(" "))).isEmpty();
    }

    private static String kindOfIncident() {
        var packs = school.lanyard.core.pack.Packs.in(Path.of("..", "packs"));
        var pack = ((school.lanyard.core.pack.Loaded.Sound) packs.load("boughton-leigh")).pack();
        return pack.responses().get("learner").rows().keySet().iterator().next();
    }
}
