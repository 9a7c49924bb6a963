// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The YAML files of one pack by path inside it, from a folder or from an editor in the browser.
public record PackFiles(String folder, SortedMap<String, String> texts) {

    private static final int MOST_FILES = 200;
    private static final int DEEPEST = 2;

    public PackFiles {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    /// How a file is named in faults: the pack's folder, then the path inside it.
    String named(String path) {
        return folder + "/" + path;
    }

    /// Reads a folder. Links are not followed, so that a pack cannot reach outside itself.
    static PackFiles read(Path folder, Faults faults) throws IOException {
        var name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        var texts = new TreeMap<String, String>();
        try (Stream<Path> found = Files.walk(folder, DEEPEST)) {
            var paths = found.filter(PackFiles::isYaml).sorted().limit(MOST_FILES + 1L).toList();
            if (paths.size() > MOST_FILES) {
                faults.add(
                        Place.start(name),
                        "The pack has more than " + MOST_FILES + " files.",
                        "Join small files, or move what is not part of the pack elsewhere.");
            }
            for (var path : paths) {
                var inside = folder.relativize(path).toString().replace('\\', '/');
                texts.put(inside, text(path, name + "/" + inside, faults));
            }
        }
        return new PackFiles(name, texts);
    }

    private static boolean isYaml(Path path) {
        var name = String.valueOf(path.getFileName());
        return (name.endsWith(".yaml") || name.endsWith(".yml"))
                && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static String text(Path path, String named, Faults faults) throws IOException {
        if (Files.size(path) > 4L * YamlReader.LARGEST) {
            faults.add(
                    Place.start(named),
                    "The file is larger than " + YamlReader.LARGEST / 1024 + " KiB.",
                    "Split it into several files of the same folder.");
            return "";
        }
        try {
            var text = Files.readString(path);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            faults.add(
                    Place.start(named),
                    "The file is not saved as UTF-8.",
                    "Save it again and choose UTF-8 as the encoding.");
            return "";
        }
    }
}
