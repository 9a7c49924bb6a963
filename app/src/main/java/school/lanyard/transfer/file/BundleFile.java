// SPDX-License-Identifier: Apache-2.0
package school.lanyard.transfer.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.digest.Sha256;
import school.lanyard.core.pack.StrictZip;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A bundle as one zip: the file for programs, the same for people, and a list of hashes.
@SuppressWarnings("ArrayRecordComponent") // never compared
public record BundleFile(byte[] zip, String manifestHash) {

    private static final String MANIFEST = "manifest.json";
    private static final String JSON = "bundle.json";
    private static final String PAPER = "chronology.pdf";
    private static final String READ_ME = "README.txt";
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final String WORDS =
            """
            A child's safeguarding file, sent from one school to another by Lanyard.

            chronology.pdf   the file for people
            bundle.json      the same for programs; the format is in Lanyard's docs/transfer.md
            manifest.json    the SHA-256 of both, and the head of the sending school's ledger

            Keep it where only those who need it can read it.
            """;

    /// The list of hashes.
    ///
    /// @param ledgerHead of the sending school when the bundle was made
    /// @param leftOut what the sender's records hold and the bundle does not, in words; absent in
    ///   bundles of before that was said
    public record Manifest(
            String format,
            int version,
            List<Listed> files,
            String ledgerHead,
            @Nullable List<String> leftOut) {
        public Manifest {
            files = List.copyOf(files);
        }
    }

    public record Listed(String name, long bytes, String sha256) {}

    /// What came of reading a bundle.
    public sealed interface Read {

        /// It is as its format says.
        ///
        /// @param hash of `bundle.json`
        record Sound(Bundle bundle, String hash) implements Read {}

        /// It is not, or cannot be read.
        ///
        /// @param why in plain words
        record Refused(String why) implements Read {}
    }

    public static BundleFile write(
            Bundle bundle, byte[] paper, String ledgerHead, List<String> leftOut) {
        var files = new LinkedHashMap<String, byte[]>();
        files.put(READ_ME, WORDS.getBytes(StandardCharsets.UTF_8));
        files.put(JSON, MAPPER.writeValueAsBytes(bundle));
        files.put(PAPER, paper);
        var manifest =
                MAPPER.writeValueAsBytes(
                        new Manifest(
                                Bundle.FORMAT,
                                Bundle.VERSION,
                                files.entrySet().stream()
                                        .map(each ->
                                                new Listed(
                                                        each.getKey(),
                                                        each.getValue().length,
                                                        Sha256.hex(each.getValue())))
                                        .toList(),
                                ledgerHead,
                                leftOut));
        files.put(MANIFEST, manifest);
        return new BundleFile(zip(files), Sha256.hex(manifest));
    }

    /// Reads a bundle from outside. Nothing in it is trusted before its hashes hold, and little
    /// then.
    public static Read read(byte[] zip) {
        var files = StrictZip.read(zip).orElse(Map.of());
        var listed = files.get(MANIFEST);
        var json = files.get(JSON);
        if (listed == null || json == null) {
            return new Read.Refused(
                    "What is in this file is not a bundle, or it is damaged. Ask for it again.");
        }
        try {
            var manifest = MAPPER.readValue(listed, Manifest.class);
            if (!holds(manifest, files)) {
                return new Read.Refused(
                        "The hashes in this bundle do not hold: something in it was changed. Ask"
                                + " for it again.");
            }
            var bundle = MAPPER.readValue(json, Bundle.class);
            return bundle.format().equals(Bundle.FORMAT) && bundle.version() == Bundle.VERSION
                    ? new Read.Sound(bundle, Sha256.hex(json))
                    : new Read.Refused(
                            "This bundle is of a version that this Lanyard does not know. Update"
                                    + " Lanyard first.");
        } catch (JacksonException | NullPointerException | IllegalArgumentException malformed) {
            return new Read.Refused(
                    "This bundle is not written as its format says. Ask for it again.");
        }
    }

    private static boolean holds(Manifest manifest, Map<String, byte[]> files) {
        var named = manifest.files().stream().map(Listed::name).collect(Collectors.toSet());
        return named.size() == manifest.files().size()
                && named.equals(withoutManifest(files.keySet()))
                && manifest.files().stream().allMatch(each -> holds(each, files));
    }

    private static boolean holds(Listed listed, Map<String, byte[]> files) {
        var content = Objects.requireNonNull(files.get(listed.name()));
        return content.length == listed.bytes() && Sha256.hex(content).equals(listed.sha256());
    }

    private static Set<String> withoutManifest(Set<String> names) {
        return names.stream().filter(name -> !name.equals(MANIFEST)).collect(Collectors.toSet());
    }

    private static byte[] zip(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (var file : files.entrySet()) {
                var crc = new CRC32();
                crc.update(file.getValue());
                var entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(ALWAYS);
                entry.setSize(file.getValue().length);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    @Override
    public String toString() {
        return "BundleFile";
    }
}
