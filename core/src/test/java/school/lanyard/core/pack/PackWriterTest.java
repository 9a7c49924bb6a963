// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A pack written out as files, where those that it was made from are not at hand.
class PackWriterTest {

    private static final Packs PACKS = Packs.in(Path.of("..", "packs"));

    @ParameterizedTest
    @ValueSource(strings = {"england-2025", "england-2026", "boughton-leigh", "balfour", "starter"})
    void reads_back_over_the_same_base_to_the_very_same_pack(String key) {
        var pack = Tables.sound(key);
        var files = PACKS.writtenOut(Packs.fromCanonical(pack.canonical()));
        assertThat(PACKS.load(files)).isEqualTo(new Loaded.Sound(pack));
        assertThat(files.texts().values())
                .allSatisfy(text -> assertThat(text.length()).isLessThan(YamlReader.LARGEST / 2));
    }

    @Test
    void says_the_same_where_its_base_is_gone(@TempDir Path nothing) {
        var pack = Tables.boughtonLeigh();
        var alone = Packs.in(nothing);
        var files = alone.writtenOut(pack);
        assertThat(files.texts().get("pack.yaml")).doesNotContain("extends");
        assertThat(alone.load(files))
                .isInstanceOfSatisfying(
                        Loaded.Sound.class,
                        sound -> {
                            assertThat(sound.pack().clauses()).isEqualTo(pack.clauses());
                            assertThat(sound.pack().roles()).isEqualTo(pack.roles());
                            assertThat(sound.pack().law()).isEqualTo(pack.law());
                        });
    }

    @Test
    void of_version_1_is_still_files_that_a_person_can_mend() {
        var old = Packs.fromCanonical(Tables.text("/editions/version-1.json"));
        var files = PACKS.writtenOut(old);
        var faults = new Faults();
        files.texts().forEach((path, text) -> YamlReader.read(path, text, faults));
        assertThat(faults.list()).isEmpty();
        assertThat(files.folder()).isEqualTo(old.key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "12",
                "1.5",
                "null",
                "~",
                "",
                " padded ",
                "a: b",
                "a #b",
                "- a",
                "[a]",
                "it’s, well",
                "\"quoted\"",
                "back\\slash",
                "two\nlines",
                "&anchor",
                "*alias",
                "!tag",
                "{a: b}",
                "yes",
                "2026-09",
                "% percent",
                "a\tb",
                "\uD83D\uDE00"
            })
    void keeps_every_text_as_a_text(String typed) {
        var texts = new TreeMap<>(PACKS.files("starter").texts());
        var fact = "says: %s".formatted(Canonical.json(scalar(typed.isEmpty() ? "x" : typed)));
        texts.put(
                "law.yaml",
                "odd-words: {%s, source: somewhere, checked-on: \"2026-11-22\", second-hand: true}\n"
                        .formatted(fact));
        var pack = ((Loaded.Sound) PACKS.load(new PackFiles("starter", texts))).pack();
        assertThat(PACKS.load(PACKS.writtenOut(pack))).isEqualTo(new Loaded.Sound(pack));
    }

    private static Yaml.Scalar scalar(String typed) {
        return new Yaml.Scalar(Place.start("law.yaml"), typed, typed);
    }
}
