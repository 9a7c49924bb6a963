// SPDX-License-Identifier: Apache-2.0
package school.lanyard.publishing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The faces that documents are set in, without their ligatures: the library joins letters by
/// compiling regular expressions for every line, which took nine tenths of the time of a document.
final class PrintFont {

    private static final int HEADER = 12;
    private static final int RECORD = 16;
    private static final int TABLES_AT = 4;
    private static final String LIGATURES = "GSUB";
    private static final byte[] UNKNOWN = "none".getBytes(StandardCharsets.US_ASCII);

    private static final Map<String, byte[]> CUTS = new ConcurrentHashMap<>();

    private PrintFont() {}

    /// @param cut such as `BoldItalic`
    static InputStream cut(String cut) {
        return new ByteArrayInputStream(CUTS.computeIfAbsent(cut, PrintFont::read));
    }

    private static byte[] read(String cut) {
        var path = "/liberation/LiberationSans-" + cut + ".ttf";
        try (var in = PrintFont.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + path);
            }
            return withoutLigatures(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The font's list of tables names each by four letters; one with a name that nobody knows is
    /// passed over.
    private static byte[] withoutLigatures(byte[] font) {
        var bytes = ByteBuffer.wrap(font);
        int tables = bytes.getShort(TABLES_AT);
        for (int i = 0; i < tables; i++) {
            int at = HEADER + i * RECORD;
            if (new String(font, at, UNKNOWN.length, StandardCharsets.US_ASCII).equals(LIGATURES)) {
                bytes.put(at, UNKNOWN);
            }
        }
        return font;
    }
}
