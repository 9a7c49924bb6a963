// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGeneratorFactory;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackZipTest {

    private static final Packs PACKS = Packs.in(Path.of("..", "packs"));

    @ParameterizedTest
    @ValueSource(strings = {"boughton-leigh", "balfour", "starter", "england-2025"})
    void A_pack_comes_back_as_it_went(String key) {
        var files = PACKS.files(key);
        var zip = PackZip.write(files);
        assertThat(PackZip.read(key, zip))
                .isEqualTo(new PackZip.Unzipped.Done(files, java.util.List.of()));
        assertThat(PackZip.write(PACKS.files(key))).as("the same bytes again").isEqualTo(zip);
    }

    @Test
    void Comments_and_unknown_keys_come_back_and_the_check_names_them() {
        var texts = new TreeMap<>(Hilltop.SOUND);
        texts.merge(
                "roles.yaml", "# ours\n", (text, more) -> more + text + "  colour: red # odd\n");
        var files = new PackFiles("hilltop", texts);
        var read = (PackZip.Unzipped.Done) PackZip.read("hilltop", PackZip.write(files));
        assertThat(read.files()).isEqualTo(files);
        assertThat(((Loaded.Broken) Packs.in().load(read.files())).faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.file()).isEqualTo("hilltop/roles.yaml");
                    assertThat(fault.line()).isEqualTo(12);
                    assertThat(fault.problem()).startsWith("colour is not something");
                });
    }

    @Test
    void A_zip_as_people_make_them_is_read_packed_and_with_or_without_its_folder() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("my pack/", "");
        Hilltop.SOUND.forEach((path, text) -> texts.put(path, text));
        texts.remove("my pack/");
        assertThat(read(zip(texts))).isEqualTo(new PackFiles("hilltop", new TreeMap<>(texts)));
        var inFolder = new LinkedHashMap<String, String>();
        inFolder.put("Hilltop-2026/", "");
        texts.forEach((path, text) -> inFolder.put("Hilltop-2026/" + path, text));
        assertThat(read(zip(inFolder))).isEqualTo(new PackFiles("hilltop", new TreeMap<>(texts)));
        inFolder.put("__MACOSX/._pack.yaml", "x");
        inFolder.put("Hilltop-2026/.DS_Store", "x");
        assertThat(((PackZip.Unzipped.Done) PackZip.read("hilltop", zip(inFolder))).leftOut())
                .containsExactly("__MACOSX/._pack.yaml", "Hilltop-2026/.DS_Store");
    }

    private static PackFiles read(byte[] zip) {
        return ((PackZip.Unzipped.Done) PackZip.read("hilltop", zip)).files();
    }

    @Nested
    class It_refuses_by_name {

        @Test
        void a_way_out_of_the_folder() {
            expect(
                    Map.of("pack.yaml", "a: 1", "../roles.yaml", "a: 1"),
                    "../roles.yaml has a name");
            expect(
                    Map.of("pack.yaml", "a: 1", "/etc/roles.yaml", "a: 1"),
                    "/etc/roles.yaml has a name");
            expect(
                    Map.of("pack.yaml", "a: 1", "clauses/../../x.yaml", "a: 1"),
                    "clauses/../../x.yaml has a name");
            expect(
                    Map.of("pack.yaml", "a: 1", "clauses\\x.yaml", "a: 1"),
                    "clauses\\x.yaml has a name");
            expect(Map.of("pack.yaml", "a: 1", "r\u00f6les.yaml", "a: 1"), "r?les.yaml has a name");
        }

        @Test
        void what_is_no_part_of_a_pack() {
            expect(Map.of("pack.yaml", "a: 1", "run.sh", "rm"), "run.sh is no part of a pack.");
            expect(Map.of("roles.yaml", "a: 1"), "pack.yaml is missing.");
        }

        @Test
        void the_same_name_in_other_letters() {
            expect(
                    Map.of("pack.yaml", "a: 1", "PACK.yaml", "a: 1"),
                    "PACK.yaml is no part of a pack.");
            var zip = zip(Map.of("pack.yaml", "a: 1", "pack.yamm", "a: 1"));
            for (int at = 0; at < zip.length; at++) {
                if (zip[at] == 'm' && zip[at - 1] == 'm') {
                    zip[at] = 'l';
                }
            }
            expect(zip, "pack.yaml is in the zip twice.");
        }

        @Test
        void text_that_is_not_utf_8_and_what_is_too_large() {
            expect(
                    zipped("pack.yaml", new byte[] {(byte) 0xff}),
                    "pack.yaml is not saved as UTF-8.");
            expect(
                    Map.of("pack.yaml", "x".repeat(YamlReader.LARGEST + 1)),
                    "pack.yaml is larger than 512 KiB.");
        }

        @Test
        void a_bomb() {
            var bomb = zipped("pack.yaml", new byte[32 * 1024 * 1024]);
            assertThat(bomb.length).isLessThan(100_000);
            expect(bomb, "pack.yaml is too large once it is unpacked.");
            var liar = bomb.clone();
            int list = listing(liar);
            liar[list + 24] = 1;
            liar[list + 25] = liar[list + 26] = liar[list + 27] = 0;
            expect(liar, "pack.yaml is damaged.");
        }

        @Test
        void entries_that_lie_over_one_another() {
            var texts = new TreeMap<>(Map.of("pack.yaml", "a: 1", "x/ack.yaml", "a: 1"));
            var zip = zip(texts);
            int second = listing(zip) + 46 + "pack.yaml".length();
            zip[second + 42] = 0;
            expect(zip, "x/ack.yaml is not where the zip’s list says.");
        }

        @Test
        void links_and_passwords() {
            var link = zip(Map.of("pack.yaml", "/etc/passwd"));
            int list = listing(link);
            link[list + 5] = 3;
            link[list + 41] = (byte) 0xa0;
            expect(link, "pack.yaml is a link.");
            var locked = zip(Map.of("pack.yaml", "a: 1"));
            locked[listing(locked) + 8] |= 1;
            expect(locked, "pack.yaml is locked with a password.");
        }

        @Test
        void too_many_files_and_what_is_no_zip() {
            var many = new TreeMap<String, String>();
            for (int n = 0; n < 401; n++) {
                many.put("clauses/c" + n + ".yaml", "");
            }
            expect(many, "The zip holds more than 400 files.");
            expect("not a zip".getBytes(StandardCharsets.UTF_8), "The file is not a zip");
            expect(new byte[0], "The file is not a zip");
        }
    }

    @Test
    void A_spoilt_zip_is_read_or_refused_and_never_fails_in_another_way() {
        var sound = PackZip.write(new PackFiles("hilltop", new TreeMap<>(Hilltop.SOUND)));
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261127L);
        int refused = 0;
        for (int n = 0; n < 2000; n++) {
            var spoilt =
                    random.nextInt(4) == 0
                            ? Arrays.copyOf(sound, random.nextInt(sound.length))
                            : sound.clone();
            for (int wounds = 0; wounds < 3 && spoilt.length > 0; wounds++) {
                int from = random.nextBoolean() ? Math.max(0, spoilt.length - 1200) : 0;
                spoilt[from + random.nextInt(spoilt.length - from)] = (byte) random.nextInt();
            }
            if (PackZip.read("hilltop", spoilt) instanceof PackZip.Unzipped.Refused(var faults)) {
                refused++;
                assertThat(faults).isNotEmpty();
            }
        }
        assertThat(refused).isGreaterThan(1000);
    }

    private static int listing(byte[] zip) {
        for (int at = 0; ; at++) {
            if (zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == 1 && zip[at + 3] == 2) {
                return at;
            }
        }
    }

    private static void expect(Map<String, String> texts, String problem) {
        expect(zip(texts), problem);
    }

    private static void expect(byte[] zip, String problem) {
        assertThat(PackZip.read("hilltop", zip))
                .isInstanceOfSatisfying(
                        PackZip.Unzipped.Refused.class,
                        refused ->
                                assertThat(refused.faults())
                                        .anySatisfy(fault -> {
                                            assertThat(fault.problem()).startsWith(problem);
                                            assertThat(fault.mend()).isNotBlank();
                                        }));
    }

    private static byte[] zip(Map<String, String> texts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var text : texts.entrySet()) {
                zip.putNextEntry(new ZipEntry(text.getKey()));
                zip.write(text.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] zipped(String name, byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return bytes.toByteArray();
    }
}
