// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import school.lanyard.core.pack.Loaded;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.pack.Packs;

class CheckedPacksTest {

    @TempDir private Path scratch;
    private Path school;
    private Packs packs;

    @BeforeEach
    void a_school_over_a_base() throws IOException {
        school = Files.createDirectories(scratch.resolve("packs/a-school"));
        var base = Files.createDirectories(scratch.resolve("packs/a-base"));
        copy(Path.of("../packs/england-2026"), base, "england-2026", "a-base");
        copy(Path.of("../packs/boughton-leigh"), school, "boughton-leigh", "a-school");
        edit(school.resolve("pack.yaml"), "extends: england-2026", "extends: a-base");
        packs = Packs.in(scratch.resolve("packs"));
    }

    @Test
    void is_kept_once_and_answers_as_if_checked_now() throws IOException {
        var first = sound(cached());
        assertThat(entries()).hasSize(1);
        assertThat(sound(cached())).isEqualTo(first).isEqualTo(sound(packs.load(school)));
        assertThat(entries()).hasSize(1);
    }

    @Test
    void comes_from_what_was_kept() throws IOException {
        cached();
        edit(school.resolve("pack.yaml"), "label: Online safety policy", "label: Another label");
        var other = sound(packs.load(school));
        edit(school.resolve("pack.yaml"), "label: Another label", "label: Online safety policy");
        Files.writeString(entries().getFirst(), other.hash() + "\n" + other.canonical());
        assertThat(sound(cached()).label()).isEqualTo("Another label");
    }

    @Test
    void is_checked_again_once_a_file_of_it_or_of_its_base_has_changed() throws IOException {
        cached();
        edit(school.resolve("pack.yaml"), "label: Online safety policy", "label: Another label");
        assertThat(sound(cached()).label()).isEqualTo("Another label");
        edit(scratch.resolve("packs/a-base/contacts.yaml"), "Childline", "Childline by telephone");
        assertThat(sound(cached()).contact("childline").label())
                .isEqualTo("Childline by telephone");
        Files.writeString(school.resolve("roles.yaml"), "nonsense: [");
        assertThat(cached()).isInstanceOf(Loaded.Broken.class);
    }

    @Test
    void is_checked_again_where_the_kept_text_is_damaged() throws IOException {
        var first = sound(cached());
        var entry = entries().getFirst();
        for (var damaged :
                List.of(
                        "",
                        "\n",
                        "0".repeat(64) + "\n{}",
                        Files.readString(entry) + " ",
                        Files.readString(entry).replace("Childline", "Childlime"))) {
            Files.writeString(entry, damaged);
            assertThat(sound(cached())).isEqualTo(first);
        }
    }

    @Test
    void is_answered_where_nothing_can_be_kept() throws IOException {
        var file = Files.writeString(scratch.resolve("file"), "in the way");
        assertThat(new CheckedPacks(Optional.of(file)).load(packs, school))
                .isInstanceOf(Loaded.Sound.class);
    }

    private Loaded cached() {
        return new CheckedPacks(Optional.of(scratch.resolve("cache"))).load(packs, school);
    }

    private List<Path> entries() throws IOException {
        try (var found = Files.list(scratch.resolve("cache"))) {
            return found.toList();
        }
    }

    private static Pack sound(Loaded loaded) {
        assertThat(loaded).isInstanceOf(Loaded.Sound.class);
        return ((Loaded.Sound) loaded).pack();
    }

    private static void copy(Path from, Path to, String key, String name) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        edit(to.resolve("pack.yaml"), "key: " + key, "key: " + name);
    }

    private static void edit(Path file, String from, String to) throws IOException {
        var text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }
}
