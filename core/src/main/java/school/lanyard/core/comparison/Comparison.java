// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import school.lanyard.core.pack.Clause;
import school.lanyard.core.pack.Heading;
import school.lanyard.core.pack.Pack;

/// Everything in which two editions differ, under the headings of the policy, in its order.
///
/// @param parts only those in which something differs
public record Comparison(List<Part> parts) {

    /// A heading and what changed under it.
    public record Part(String title, List<Change> changes) {
        public Part {
            changes = List.copyOf(changes);
        }
    }

    public Comparison {
        parts = List.copyOf(parts);
    }

    /// Compares the edition that was with the one that is now.
    public static Comparison of(Pack was, Pack now) {
        var parts = new ArrayList<Part>();
        add(parts, "About the policy", Aspects.changes(was, now, Aspects::policy));
        parts.addAll(clauses(was, now));
        add(parts, "What is allowed", Aspects.changes(was, now, Aspects::decisions));
        add(parts, "What follows an incident", Aspects.changes(was, now, Aspects::responses));
        add(parts, "Steps in a case", Aspects.changes(was, now, Aspects::playbooks));
        add(parts, "Posts", Aspects.changes(was, now, Aspects::roles));
        add(parts, "Who takes a concern", Aspects.changes(was, now, Aspects::routes));
        add(parts, "Help outside the school", Aspects.changes(was, now, Aspects::contacts));
        add(parts, "Times and intervals", Aspects.changes(was, now, Aspects::intervals));
        add(parts, "Agreements", Aspects.changes(was, now, Aspects::agreements));
        add(parts, "Training", Aspects.changes(was, now, Aspects::training));
        add(parts, "Words", Aspects.changes(was, now, Aspects::words));
        add(parts, "Kinds of incident", Aspects.changes(was, now, Aspects::incidents));
        add(parts, "Law and national guidance", Aspects.changes(was, now, Aspects::law));
        return new Comparison(parts);
    }

    /// Only what decides who reads cases: the posts, and who takes a concern.
    public static Comparison ofReaders(Pack was, Pack now) {
        var parts = new ArrayList<Part>();
        add(parts, "Posts", Aspects.changes(was, now, Aspects::roles));
        add(parts, "Who takes a concern", Aspects.changes(was, now, Aspects::routes));
        return new Comparison(parts);
    }

    public boolean same() {
        return parts.isEmpty();
    }

    public int size() {
        return parts.stream().mapToInt(part -> part.changes().size()).sum();
    }

    /// How many changes are of one sort.
    public int count(Change.What what) {
        return (int)
                parts.stream()
                        .flatMap(part -> part.changes().stream())
                        .filter(change -> change.what() == what)
                        .count();
    }

    /// What a part is called, such as the words of a clause; empty if a pack has no such part.
    public static String title(Pack pack, String about) {
        return Stream.of(
                        Aspects.clauses(pack),
                        Aspects.decisions(pack),
                        Aspects.responses(pack),
                        Aspects.playbooks(pack),
                        Aspects.roles(pack),
                        Aspects.routes(pack),
                        Aspects.contacts(pack),
                        Aspects.intervals(pack))
                .flatMap(parts -> parts.entrySet().stream())
                .filter(part -> part.getKey().equals(about))
                .map(part -> part.getValue().title())
                .findFirst()
                .orElse("");
    }

    private static void add(List<Part> parts, String title, List<Change> changes) {
        if (!changes.isEmpty()) {
            parts.add(new Part(title, changes));
        }
    }

    /// A clause stands under its heading of now; one that is gone, under the one that it had.
    private static List<Part> clauses(Pack was, Pack now) {
        var under = new LinkedHashMap<String, List<Change>>();
        now.headings().keySet().forEach(key -> under.put(key, new ArrayList<>()));
        was.headings().keySet().forEach(key -> under.putIfAbsent(key, new ArrayList<>()));
        for (var change : Aspects.changes(was, now, Aspects::headings)) {
            var key = change.about().substring(change.about().indexOf(':') + 1);
            under.computeIfAbsent(key, _ -> new ArrayList<>()).add(change);
        }
        for (var change : Aspects.changes(was, now, Aspects::clauses)) {
            var id = change.about().substring(change.about().indexOf(':') + 1);
            var clause = clause(now, was, id);
            under.computeIfAbsent(clause.section(), _ -> new ArrayList<>()).add(change);
        }
        return under.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> new Part(heading(now, was, each.getKey()), each.getValue()))
                .toList();
    }

    private static Clause clause(Pack now, Pack was, String id) {
        var clause = now.clauses().get(id);
        return clause == null ? java.util.Objects.requireNonNull(was.clauses().get(id)) : clause;
    }

    private static String heading(Pack now, Pack was, String key) {
        Map<String, Heading> headings = now.headings();
        var heading = headings.containsKey(key) ? headings.get(key) : was.headings().get(key);
        return heading == null ? "Clauses without a heading" : heading.title();
    }
}
