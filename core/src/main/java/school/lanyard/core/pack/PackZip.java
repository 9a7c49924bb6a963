// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A pack's files as one zip. The same files make the same bytes, on any machine and any day.
public final class PackZip {

    /// The oldest time that a zip can hold.
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    /// What became of reading a zip.
    public sealed interface Unzipped {

        /// The pack's files, and the names of what operating systems put into zips besides.
        record Done(PackFiles files, List<String> leftOut) implements Unzipped {}

        /// Nothing was taken from it.
        record Refused(List<Fault> faults) implements Unzipped {}
    }

    private PackZip() {}

    /// All files in a folder named after the pack, so that it can be unpacked and checked as it is.
    /// Nothing is compressed, because what that yields depends on the machine.
    public static byte[] write(PackFiles files) {
        return write(files, ZipOutputStream.STORED);
    }

    /// The same, smaller, for the way from one page to the next.
    public static byte[] packed(PackFiles files) {
        return write(files, ZipOutputStream.DEFLATED);
    }

    private static byte[] write(PackFiles files, int method) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setMethod(method);
            for (var file : files.texts().entrySet()) {
                var content = file.getValue().getBytes(StandardCharsets.UTF_8);
                var entry = new ZipEntry(files.named(file.getKey()));
                entry.setTimeLocal(ALWAYS);
                entry.setSize(content.length);
                entry.setCrc(crc(content));
                zip.putNextEntry(entry);
                zip.write(content);
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static long crc(byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        return crc.getValue();
    }

    /// Reads a zip of a pack, with its files at the top or in one folder.
    ///
    /// @param folder that faults name, and the pack's key
    public static Unzipped read(String folder, byte[] zip) {
        var faults = new Faults();
        var reader = new ZipReader(zip, faults);
        var files = new ZipContent(folder, faults).files(reader.entries());
        return faults.isEmpty()
                ? new Unzipped.Done(files.files(), files.leftOut())
                : new Unzipped.Refused(faults.list());
    }
}
