// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import school.lanyard.core.decision.Answer;
import school.lanyard.core.decision.Decision;

/// A pack as one text that can be stored for ever and read back.
class EditionTest {

    private static final Place PLACE = Place.start("edition");

    @ParameterizedTest
    @ValueSource(strings = {"england-2025", "england-2026", "boughton-leigh", "balfour", "starter"})
    void reads_back_to_an_equal_pack(String key) {
        var pack = Tables.sound(key);
        var back = Packs.fromCanonical(pack.canonical());
        assertThat(back).isEqualTo(pack);
        assertThat(back)
                .usingRecursiveComparison()
                .usingOverriddenEquals()
                .ignoringFields("playbooks") // their guards are compiled, and compare by identity
                .isEqualTo(pack);
        assertThat(back.playbooks().keySet()).isEqualTo(pack.playbooks().keySet());
        pack.playbooks()
                .forEach((name, book) ->
                        assertThat(back.playbooks().get(name).steps()).isEqualTo(book.steps()));
        assertThat(back.hash()).isEqualTo(pack.hash()).matches("[0-9a-f]{64}");
    }

    @Test
    void is_the_same_text_each_time_it_is_read_from_its_files() {
        assertThat(Tables.boughtonLeigh().canonical())
                .isEqualTo(Tables.boughtonLeigh().canonical());
    }

    @Test
    void says_which_base_and_which_version_of_the_format_it_was_made_from() {
        var pack = Tables.boughtonLeigh();
        var base = Tables.sound("england-2026");
        assertThat(pack.base())
                .isEqualTo(new Pack.Base("england-2026", base.edition(), base.hash()));
        assertThat(pack.canonical()).startsWith("{\"schema\":5,\"base\":{\"key\":\"england-2026\"");
        assertThat(pack.writtenAgainst()).contains("2025");
    }

    @Test
    void decides_from_the_stored_text_as_from_the_files() {
        var pack = Tables.boughtonLeigh();
        var back = Packs.fromCanonical(pack.canonical());
        var given = Map.<String, Object>of("allowed_time", true);
        for (var subject : back.decide().subjects()) {
            for (var group : back.vocabulary().groups().keySet()) {
                assertThat(back.decide().ask(group, subject.key(), given))
                        .isEqualTo(pack.decide().ask(group, subject.key(), given));
            }
        }
    }

    /// A policy as version 1 of the format stored it, which no program writes any more.
    @Test
    void of_version_1_of_the_format_still_reads_and_decides() {
        var stored = Tables.text("/editions/version-1.json");
        var pack = Packs.fromCanonical(stored);
        assertThat(pack.canonical()).isEqualTo(stored).startsWith("{\"schema\":1,");
        assertThat(pack.hash())
                .isEqualTo("7fc9c110799b2a848ebf724a2d648b19eb663b30ff03b8d669062b22a5815a1b");
        assertThat(pack.decide().ask("staff", "activities/online-gaming", Map.of()))
                .isEqualTo(new Decision(Answer.ALLOWED, "", List.of(), "", List.of("BL-168")));
        assertThat(pack.headings()).isEmpty();
        assertThat(pack.controls()).isEmpty();
        assertThat(pack.clauses().get("BL-168"))
                .isEqualTo(
                        new Clause(
                                "BL-168",
                                "",
                                "acceptable-use",
                                null,
                                List.of(),
                                false,
                                Cadence.NONE,
                                false,
                                "",
                                pack.clauses().get("BL-168").says(),
                                List.of("decision:activities/online-gaming"),
                                List.of("measured")));
    }

    /// A policy as version 2 of the format stored it, before there were agreements.
    @Test
    void of_version_2_of_the_format_still_reads_and_has_no_agreements() {
        var stored = Tables.text("/editions/version-2.json");
        var pack = Packs.fromCanonical(stored);
        assertThat(pack.canonical()).isEqualTo(stored).startsWith("{\"schema\":2,");
        assertThat(pack.hash())
                .isEqualTo("b0c04250de68d2fd61cd8a8a2f285986e6554a832060bc62047552179416091d");
        assertThat(pack.agreements()).isEmpty();
        assertThat(pack.headings()).isNotEmpty();
        assertThat(pack.clauses().get("ST-041").says()).contains("learning and work");
    }

    @Test
    void is_refused_when_it_is_not_a_stored_edition_of_a_known_format() {
        assertThatIllegalArgumentException().isThrownBy(() -> Packs.fromCanonical("[]"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Packs.fromCanonical("{\"schema\":99}"))
                .withMessageContaining("99");
    }

    /// Whatever a person may type into a pack survives being stored, character for character.
    @ParameterizedTest
    @MethodSource("seeds")
    void keeps_any_text(long seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var entries = new LinkedHashMap<String, Yaml.Entry>();
        for (int n = 0; n < 20; n++) {
            var text = text(random);
            entries.put("k" + n, new Yaml.Entry(PLACE, new Yaml.Scalar(PLACE, text, text)));
            entries.put(
                    text(random) + n,
                    new Yaml.Entry(
                            PLACE,
                            new Yaml.Sequence(
                                    PLACE, java.util.List.of(new Yaml.Scalar(PLACE, text, text)))));
        }
        var json = Canonical.json(new Yaml.Mapping(PLACE, entries));
        assertThat(Canonical.json(StoredReader.read(json))).as("seed " + seed).isEqualTo(json);
        var back = StoredReader.read(json);
        assertThat(back.entries().keySet()).isEqualTo(entries.keySet());
        entries.forEach((key, entry) -> {
            if (entry.value() instanceof Yaml.Scalar scalar) {
                assertThat(back.text(key)).as("seed " + seed).isEqualTo(scalar.text());
            }
        });
    }

    private static String text(RandomGenerator random) {
        var text = new StringBuilder();
        for (int n = random.nextInt(12); n > 0; n--) {
            switch (random.nextInt(4)) {
                case 0 -> text.append((char) random.nextInt(0, 0x80));
                case 1 -> text.append((char) random.nextInt(0x80, 0xD800));
                case 2 -> text.appendCodePoint(random.nextInt(0x10000, 0x110000));
                default -> text.append("\"\\:#{}[],&*!|>'%@`?- \t\n\r~".charAt(random.nextInt(25)));
            }
        }
        return text.toString();
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }
}
