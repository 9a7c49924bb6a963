// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Which files of a zip are a pack's, by what name.
final class ZipContent {

    private static final int MOST_FILES = 200;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+){0,2}");
    private static final Pattern FOLDER = Pattern.compile("[A-Za-z0-9._-]+");

    private final String folder;
    private final Faults faults;

    /// The files, and what was left out.
    record Files(PackFiles files, List<String> leftOut) {}

    ZipContent(String folder, Faults faults) {
        this.folder = folder;
        this.faults = faults;
    }

    Files files(List<ZipReader.Entry> entries) {
        var leftOut =
                entries.stream().map(ZipReader.Entry::name).filter(ZipContent::isLitter).toList();
        var kept = entries.stream().filter(entry -> !isLitter(entry.name())).toList();
        var top = top(kept);
        var texts = new TreeMap<String, String>();
        var seen = new HashSet<String>();
        for (var entry : kept) {
            var path = entry.name().substring(top.length());
            if (!named(entry.name(), path)) {
                continue;
            }
            if (!seen.add(path.toLowerCase(Locale.ROOT))) {
                refuse(path, "is in the zip twice.", "Keep one of the two.");
                continue;
            }
            text(path, entry.content()).ifPresent(text -> texts.put(path, text));
        }
        if (texts.size() > MOST_FILES) {
            refuse("", "holds more than " + MOST_FILES + " files.", "Join small files.");
        }
        if (faults.isEmpty() && !texts.containsKey("pack.yaml")) {
            refuse("pack.yaml", "is missing.", "Zip the folder that pack.yaml is in.");
        }
        return new Files(new PackFiles(folder, texts), leftOut);
    }

    /// Where operating systems keep their own notes.
    private static boolean isLitter(String name) {
        var last = name.substring(name.lastIndexOf('/') + 1);
        return name.startsWith("__MACOSX/")
                || List.of(".DS_Store", "Thumbs.db", "desktop.ini").contains(last);
    }

    /// The one folder that everything is in, with its slash; empty where there is none.
    private static String top(List<ZipReader.Entry> entries) {
        var tops =
                entries.stream()
                        .map(entry -> entry.name().substring(0, entry.name().indexOf('/') + 1))
                        .distinct()
                        .toList();
        return tops.size() == 1
                        && FOLDER.matcher(tops.getFirst().replace("/", "")).matches()
                        && !tops.getFirst().startsWith("..")
                ? tops.getFirst()
                : "";
    }

    private boolean named(String name, String path) {
        boolean plain =
                NAME.matcher(path).matches()
                        && List.of(path.split("/", -1)).stream().noneMatch(p -> p.startsWith("."));
        if (!plain || name.startsWith("/")) {
            refuse(
                    path,
                    "has a name that no file of a pack can have.",
                    "Use letters, digits, hyphens and at most one folder.");
            return false;
        }
        if (Section.of(path).isEmpty()) {
            refuse(
                    path,
                    "is no part of a pack.",
                    "Take it out of the zip, or rename it (see the pack format).");
            return false;
        }
        return true;
    }

    private Optional<String> text(String path, ByteBuffer content) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(content.duplicate()).toString();
            var plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
            if (plain.length() > YamlReader.LARGEST) {
                refuse(
                        path,
                        "is larger than 512 KiB.",
                        "Split it into several files of the same folder.");
                return Optional.empty();
            }
            return Optional.of(plain);
        } catch (CharacterCodingException notUtf8) {
            refuse(
                    path,
                    "is not saved as UTF-8.",
                    "Save it again and choose UTF-8 as the encoding.");
            return Optional.empty();
        }
    }

    private void refuse(String path, String problem, String mend) {
        var name = path.replaceAll("[^\\x20-\\x7E]", "?");
        var shown =
                name.isEmpty()
                        ? "The zip"
                        : name.length() > 120 ? name.substring(0, 120) + "…" : name;
        faults.add(
                Place.start(name.isEmpty() ? folder : folder + "/" + shown),
                shown + " " + problem,
                mend);
    }
}
