// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter.lists;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import school.lanyard.signals.filter.index.Listing;

/// One file of a list, and what it is a list of.
public record Source(Path file, Listing listing) {

    /// The files of squidGuard's layout; `expressions` are patterns, which no exact index can hold.
    private static final Set<String> SQUIDGUARD = Set.of("domains", "urls");

    /// A file, or a folder in squidGuard's layout of one category or of many.
    ///
    /// Without a category the name of the folder or file is one. A category that its publisher
    /// meant for letting through only (`usage` says `white`, not `black`) is left out.
    public static List<Source> of(Path path, String category) throws IOException {
        if (!Files.exists(path)) {
            throw new IOException("There is no " + path);
        }
        if (Files.isRegularFile(path)) {
            return List.of(file(path, category));
        }
        var found = new ArrayList<Source>();
        for (var name : SQUIDGUARD.stream().sorted().toList()) {
            if (Files.isRegularFile(path.resolve(name)) && blocks(path)) {
                found.add(
                        new Source(
                                path.resolve(name),
                                listing(
                                        path,
                                        category,
                                        nameOf(path.toAbsolutePath().getParent()))));
            }
        }
        for (var inside : inside(path)) {
            if (Files.isDirectory(inside)) {
                found.addAll(of(inside, category));
            } else if (isList(inside)) {
                found.add(file(inside, category));
            }
        }
        return found;
    }

    private static boolean isList(Path file) {
        var name = nameOf(file);
        return name.endsWith(".txt")
                || name.endsWith(".hosts")
                || name.endsWith(".domains")
                || name.endsWith(".rpz")
                || name.endsWith(".zone")
                || name.equals("hosts");
    }

    private static boolean blocks(Path folder) throws IOException {
        var usage = folder.resolve("usage");
        if (!Files.isRegularFile(usage)) {
            return true;
        }
        var words = Files.readAllLines(usage).stream().map(String::strip).toList();
        return words.contains("black") || !words.contains("white");
    }

    private static List<Path> inside(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !Files.isSymbolicLink(file)).sorted().toList();
        }
    }

    private static Source file(Path file, String category) {
        var name = nameOf(file);
        var folder = file.toAbsolutePath().getParent();
        return folder != null && SQUIDGUARD.contains(name)
                ? new Source(file, listing(folder, category, nameOf(folder.getParent())))
                : new Source(file, listing(file, category, withoutEnding(name)));
    }

    private static Listing listing(Path named, String category, String list) {
        var own = withoutEnding(nameOf(named.toAbsolutePath()));
        return new Listing(category.isEmpty() ? own : category, list.isEmpty() ? own : list);
    }

    private static String nameOf(@Nullable Path path) {
        var name = path == null ? null : path.getFileName();
        return name == null ? "" : name.toString();
    }

    private static String withoutEnding(String name) {
        int dot = name.indexOf('.', 1);
        return dot < 0 ? name : name.substring(0, dot);
    }
}
