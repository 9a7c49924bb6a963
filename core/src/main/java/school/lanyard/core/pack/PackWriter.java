// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.JsonScalarResolver;

/// Writes a resolved pack out as the files that somebody could have typed, where its own are not at
/// hand. Read again over the same base, they are the same pack.
final class PackWriter {

    /// So that no file comes near the largest that a pack may hold.
    private static final int CLAUSES_IN_A_FILE = 150;

    private static final JsonScalarResolver TYPES = new JsonScalarResolver();

    private final StringBuilder text = new StringBuilder();

    private PackWriter() {}

    /// The files of a resolved tree.
    ///
    /// @param based whether its base is still there to be built on; without it, nothing extends
    static PackFiles files(Yaml.Mapping resolved, boolean based) {
        var texts = new TreeMap<String, String>();
        for (var section : Section.values()) {
            var content = resolved.mapping(section.key());
            if (section == Section.CLAUSES) {
                clauses(content, texts);
            } else if (section.isFolder()) {
                content.children()
                        .forEach((name, file) ->
                                texts.put(
                                        section.key() + "/" + name + ".yaml",
                                        write(based ? file : without(file, Adaptation.ADAPTS))));
            } else if (!content.entries().isEmpty()) {
                var whole = section != Section.PACK || based;
                texts.put(
                        section.key() + ".yaml",
                        write(whole ? content : without(content, "extends")));
            }
        }
        return new PackFiles(resolved.mapping(Section.PACK.key()).text("key"), texts);
    }

    private static void clauses(Yaml.Mapping clauses, Map<String, String> texts) {
        var part = new LinkedHashMap<String, Yaml.Entry>();
        int parts = 0;
        for (var clause : clauses.entries().entrySet()) {
            part.put(clause.getKey(), clause.getValue());
            if (part.size() == CLAUSES_IN_A_FILE) {
                texts.put(partName(++parts), write(new Yaml.Mapping(clauses.place(), part)));
                part.clear();
            }
        }
        if (!part.isEmpty()) {
            texts.put(partName(parts + 1), write(new Yaml.Mapping(clauses.place(), part)));
        }
    }

    private static String partName(int number) {
        return "clauses/part-%02d.yaml".formatted(number);
    }

    private static Yaml.Mapping without(Yaml.Mapping mapping, String key) {
        var entries = new LinkedHashMap<>(mapping.entries());
        entries.remove(key);
        return new Yaml.Mapping(mapping.place(), entries);
    }

    private static String write(Yaml.Mapping mapping) {
        var writer = new PackWriter();
        writer.entries(mapping, 0);
        return writer.text.toString();
    }

    private void entries(Yaml.Mapping mapping, int indent) {
        mapping.entries()
                .forEach((key, entry) -> {
                    text.repeat(' ', indent).append(scalar(key, false)).append(':');
                    value(entry.value(), indent);
                });
    }

    private void value(Yaml value, int indent) {
        switch (value) {
            case Yaml.Mapping mapping when !mapping.entries().isEmpty() -> {
                text.append('\n');
                entries(mapping, indent + 2);
            }
            case Yaml.Sequence sequence when !isFlat(sequence) -> {
                text.append('\n');
                sequence.items().forEach(item -> item(item, indent + 2));
            }
            default -> text.append(' ').append(flow(value, false)).append('\n');
        }
    }

    /// An item that is a table begins on the line of its dash.
    private void item(Yaml item, int indent) {
        int start = text.length();
        if (item instanceof Yaml.Mapping mapping && !mapping.entries().isEmpty()) {
            entries(mapping, indent + 2);
            text.setCharAt(start + indent, '-');
        } else {
            text.repeat(' ', indent).append('-');
            value(item, indent);
        }
    }

    private static boolean isFlat(Yaml value) {
        return switch (value) {
            case Yaml.Sequence sequence -> sequence.items().stream().allMatch(PackWriter::isFlat);
            case Yaml.Mapping mapping -> mapping.entries().isEmpty();
            case Yaml.Scalar _ -> true;
        };
    }

    private static String flow(Yaml value, boolean within) {
        return switch (value) {
            case Yaml.Sequence sequence ->
                    sequence.items().stream()
                            .map(item -> flow(item, true))
                            .collect(java.util.stream.Collectors.joining(", ", "[", "]"));
            case Yaml.Mapping _ -> "{}";
            case Yaml.Scalar(_, String typed, _) -> scalar(typed, within);
            case Yaml.Scalar scalar -> Canonical.json(scalar);
        };
    }

    /// Plain where nobody could read anything else into it, else in quotation marks.
    private static String scalar(String typed, boolean within) {
        var plain =
                typed.matches("[A-Za-z][A-Za-z0-9 _.,;'’()/–-]*")
                        && !typed.endsWith(" ")
                        && !(within && typed.contains(","))
                        && TYPES.resolve(typed, true).equals(Tag.STR);
        return plain
                ? typed
                : Canonical.json(new Yaml.Scalar(Place.start("pack.yaml"), typed, typed));
    }
}
