// SPDX-License-Identifier: Apache-2.0
package school.lanyard.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import school.lanyard.backup.Manifest.Part;
import school.lanyard.core.digest.Sha256;

/// A backup as a ZIP file: its parts, and the manifest.
final class Archive {

    private static final int LONGEST_MANIFEST = 10_000_000;

    private Archive() {}

    static Part measured(Path part) throws IOException {
        var digest = Sha256.begin();
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            Files.copy(part, out);
        }
        return new Part(
                String.valueOf(part.getFileName()),
                Files.size(part),
                HexFormat.of().formatHex(digest.digest()));
    }

    static void write(Path target, List<Path> parts, Manifest manifest) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(target))) {
            zip.putNextEntry(entry(Manifest.NAME, manifest));
            zip.write(manifest.bytes());
            for (var part : parts) {
                zip.putNextEntry(entry(String.valueOf(part.getFileName()), manifest));
                Files.copy(part, zip);
            }
        }
    }

    private static ZipEntry entry(String name, Manifest manifest) {
        var entry = new ZipEntry(name);
        entry.setTime(manifest.madeAt());
        return entry;
    }

    /// Reads what is in the file.
    ///
    /// @throws NotABackupException if there is no manifest that this program reads
    static Manifest manifest(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile());
                var in = entry(zip, Manifest.NAME)) {
            var manifest = Manifest.read(in.readNBytes(LONGEST_MANIFEST));
            if (manifest.format() != Manifest.FORMAT) {
                throw new NotABackupException(
                        "it was made by another version of Lanyard, " + manifest.lanyard());
            }
            return manifest;
        } catch (ZipException | tools.jackson.core.JacksonException e) {
            throw new NotABackupException("it is not a backup, or was cut short", e);
        }
    }

    /// Unpacks every part into the directory and holds it to the manifest.
    ///
    /// @throws NotABackupException if a part is missing or is not as it was written
    static void unpack(Path file, Manifest manifest, Path directory) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            for (var part : manifest.parts()) {
                unpack(zip, part, directory);
            }
        } catch (ZipException e) {
            throw new NotABackupException("it is damaged", e);
        }
    }

    private static void unpack(ZipFile zip, Part part, Path directory) throws IOException {
        var target = directory.resolve(part.name());
        if (!directory.equals(target.getParent())) {
            throw new NotABackupException("its manifest names a part outside of it");
        }
        try (var in = entry(zip, part.name())) {
            Files.copy(in, target);
        }
        if (!measured(target).equals(part)) {
            throw new NotABackupException("its part " + part.name() + " is not as it was written");
        }
    }

    private static InputStream entry(ZipFile zip, String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new NotABackupException("it has no " + name);
        }
        return zip.getInputStream(entry);
    }
}
