// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import school.lanyard.core.pack.Clause;
import school.lanyard.core.pack.Heading;
import school.lanyard.core.pack.Pack;

/// A policy as it is printed: its parts, in the pack's own order.
///
/// Every clause stands in it once. Those under no heading, as in an edition of the first version of
/// the format, come last.
public record PolicyDocument(Pack pack, List<Part> parts) {

    /// Headings that belong together.
    public record Part(String title, List<Chapter> chapters) {
        public Part {
            chapters = List.copyOf(chapters);
        }

        /// Its place on a page.
        public String anchor() {
            return "part-" + chapters.getFirst().anchor();
        }
    }

    /// One heading, with its clauses and what is printed under it.
    public record Chapter(
            String anchor, String title, String intro, List<Promise> promises, List<Block> blocks) {
        public Chapter {
            promises = List.copyOf(promises);
            blocks = List.copyOf(blocks);
        }
    }

    public PolicyDocument {
        parts = List.copyOf(parts);
    }

    public static PolicyDocument of(Pack pack) {
        var blocks = new Blocks(pack);
        var parts = new ArrayList<Part>();
        for (var part : parts(pack).entrySet()) {
            var chapters =
                    part.getValue().stream()
                            .map(heading -> chapter(pack, heading, blocks))
                            .toList();
            parts.add(new Part(part.getKey().title(), chapters));
        }
        var rest = promises(pack, "");
        if (!rest.isEmpty()) {
            parts.add(
                    new Part(
                            "Promises",
                            List.of(new Chapter("promises", "Promises", "", rest, List.of()))));
        }
        return new PolicyDocument(pack, parts);
    }

    /// A title may come back after other parts: it is then a part of its own.
    private record Title(String title, int place) {}

    private static Map<Title, List<Heading>> parts(Pack pack) {
        var parts = new LinkedHashMap<Title, List<Heading>>();
        var now = new Title("", 0);
        for (var heading : pack.headings().values()) {
            if (!heading.part().equals(now.title())) {
                now = new Title(heading.part(), parts.size());
            }
            parts.computeIfAbsent(now, _ -> new ArrayList<>()).add(heading);
        }
        return parts;
    }

    private static Chapter chapter(Pack pack, Heading heading, Blocks blocks) {
        return new Chapter(
                heading.key(),
                heading.title(),
                heading.intro(),
                promises(pack, heading.key()),
                heading.shows().stream().map(blocks::of).filter(Objects::nonNull).toList());
    }

    private static List<Promise> promises(Pack pack, String section) {
        return pack.clauses().values().stream()
                .filter(clause -> under(pack, clause).equals(section))
                .map(clause -> Promise.of(clause, pack))
                .toList();
    }

    private static String under(Pack pack, Clause clause) {
        return pack.headings().containsKey(clause.section()) ? clause.section() : "";
    }
}
