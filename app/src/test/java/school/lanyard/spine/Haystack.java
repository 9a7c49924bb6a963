// SPDX-License-Identifier: Apache-2.0
package school.lanyard.spine;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipFile;

/// The raw bytes of files, searched the way somebody who stole them would.
final class Haystack {

    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    /// Latin-1, so that every byte is one letter; beside it the same in small letters.
    private final Map<String, String> bytes = new LinkedHashMap<>();

    /// Adds a file, and what is in it if it is a backup.
    Haystack add(Path file) throws IOException {
        add(file.toString(), Files.readAllBytes(file));
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : java.util.Collections.list(zip.entries())) {
                add(file + "!" + entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        } catch (java.util.zip.ZipException notABackup) {
            // Its bytes are enough.
        }
        return this;
    }

    void add(String name, byte[] content) {
        var text = new String(content, StandardCharsets.ISO_8859_1);
        bytes.put(name, text);
        bytes.put(name + " in small letters", text.toLowerCase(Locale.ROOT));
    }

    /// Where the word is, in any of the ways that it could be written.
    List<String> find(String word) {
        var found = new ArrayList<String>();
        for (var form : forms(word)) {
            bytes.forEach((name, text) -> {
                if (text.contains(form)) {
                    found.add(word + " in " + name);
                }
            });
        }
        return found;
    }

    private static List<String> forms(String word) {
        var forms = new ArrayList<String>();
        for (var spelling : List.of(word, word.toLowerCase(Locale.ROOT))) {
            for (var charset : CHARSETS) {
                var plain = spelling.getBytes(charset);
                forms.add(new String(plain, StandardCharsets.ISO_8859_1));
                forms.add(HexFormat.of().formatHex(plain));
                forms.add(HexFormat.of().withUpperCase().formatHex(plain));
                forms.addAll(base64(plain));
            }
        }
        return forms;
    }

    /// At each of the three places in a group that it may begin, without the letters that depend on
    /// what stands beside it.
    private static List<String> base64(byte[] plain) {
        var forms = new ArrayList<String>();
        for (var before = 0; before < 3; before++) {
            var shifted = new byte[before + plain.length];
            System.arraycopy(plain, 0, shifted, before, plain.length);
            var text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            var whole = text.substring(before == 0 ? 0 : before + 1, shifted.length / 3 * 4);
            forms.add(whole);
            forms.add(whole.replace('+', '-').replace('/', '_'));
        }
        return forms;
    }
}
