// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.flowchart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import school.lanyard.core.calendar.Lengths;
import school.lanyard.core.playbook.Edge;
import school.lanyard.core.playbook.Playbook;
import school.lanyard.core.playbook.Step;
import school.lanyard.core.playbook.Track;
import school.lanyard.core.playbook.Value;

/// Turns a playbook into boxes and arrows. Steps that always open together become one box. An arrow
/// that needs an answer leaves the box in which the question is asked. A place that one arrow leads
/// to is drawn as that arrow.
final class Graph {

    private final Playbook book;
    private final UnaryOperator<String> posts;
    private final Answers answers;
    private final List<Edge> edges;
    private final Map<String, String> askers = new LinkedHashMap<>();

    /// The first step of the box that a step stands in.
    private final Map<String, String> heads = new LinkedHashMap<>();

    private final Map<Way, Set<String>> ways = new LinkedHashMap<>();

    /// What a box asks, and what waits for the answer beside its arrows.
    private final List<Lanes.Way> waits = new ArrayList<>();

    /// Two boxes, by the first step of each, and whether the way is only offered.
    private record Way(String from, String to, boolean offered) {}

    Graph(Playbook book, UnaryOperator<String> posts) {
        this.book = book;
        this.posts = posts;
        this.answers = new Answers(book);
        this.edges = withoutLonger(book.edges().stream().filter(this::possible).toList());
    }

    private boolean possible(Edge edge) {
        return answers.possible(edge.when());
    }

    /// An arrow that waits for more and leads to nothing more says nothing new.
    private List<Edge> withoutLonger(List<Edge> all) {
        return all.stream()
                .filter(edge -> all.stream().noneMatch(other -> replaces(other, edge)))
                .toList();
    }

    private boolean replaces(Edge shorter, Edge longer) {
        return shorter.from().size() < longer.from().size()
                && longer.join() == Edge.Join.ALL
                && longer.from().containsAll(shorter.from())
                && shorter.to().containsAll(longer.to())
                && answers.alternatives(shorter.when()).contains(Map.<String, Value>of());
    }

    Flowchart flowchart() {
        findAskers();
        join();
        edges.forEach(this::draw);
        skipPlaces();
        dropRepeated();
        var lanes = new Lanes(book, boxes(), ways());
        return numbered(lanes);
    }

    private void findAskers() {
        for (var step : book.steps()) {
            switch (step) {
                case Step.Decision(_, var fact, var leadsOn) when leadsOn ->
                        askers.putIfAbsent(fact, step.key());
                case Step.Wait(_, var fact) -> askers.putIfAbsent(fact, step.key());
                default -> {}
            }
        }
    }

    /// Steps that the same edges lead to stand in one box, unless what comes next depends on one.
    private void join() {
        var byWays = new LinkedHashMap<Object, String>();
        for (var step : book.steps()) {
            var key = step.key();
            var into =
                    edges.stream().filter(edge -> edge.to().contains(key)).map(Edge::key).toList();
            if (into.isEmpty() || step instanceof Step.Outcome || leadsSomewhere(key)) {
                heads.put(key, key);
            } else {
                heads.put(key, byWays.computeIfAbsent(List.of(into, lane(step)), _ -> key));
            }
        }
    }

    private boolean leadsSomewhere(String key) {
        return askers.containsValue(key)
                && edges.stream()
                        .flatMap(edge -> answers.alternatives(edge.when()).stream())
                        .flatMap(each -> each.keySet().stream())
                        .anyMatch(fact -> key.equals(askers.get(fact)));
    }

    private int lane(Step step) {
        var on = step.card().tracks();
        return on.size() != 1
                ? 0
                : Math.max(
                        0, book.tracks().stream().map(Track::key).toList().indexOf(on.getFirst()));
    }

    private String head(String step) {
        return heads.getOrDefault(step, step);
    }

    private void draw(Edge edge) {
        for (var alternative : answers.alternatives(edge.when())) {
            var asking = asking(edge, alternative);
            var from =
                    asking.isEmpty()
                            ? sources(edge)
                            : asking.subList(asking.size() - 1, asking.size());
            var when = when(edge, alternative, asking);
            for (var source : from) {
                for (var target : edge.to()) {
                    add(head(source), head(target), when, edge.offers());
                }
            }
        }
    }

    private void add(String from, String to, String when, boolean offered) {
        if (!from.equals(to)) {
            ways.computeIfAbsent(new Way(from, to, offered), _ -> new LinkedHashSet<>()).add(when);
        }
    }

    /// The steps where the answers are given, if each is one that the edge leaves, or that the same
    /// place leads to.
    private List<String> asking(Edge edge, Map<String, Value> alternative) {
        var found = new ArrayList<String>();
        for (var fact : alternative.keySet()) {
            var asker = askers.get(fact);
            if (asker == null || !(edge.from().contains(asker) || follows(edge, asker))) {
                return List.of();
            }
            found.add(asker);
        }
        found.sort(Comparator.comparingInt(this::place));
        return found;
    }

    private int place(String step) {
        return book.steps().indexOf(book.step(step));
    }

    private boolean follows(Edge edge, String asker) {
        return edges.stream()
                .filter(each -> each.to().contains(asker))
                .anyMatch(each -> each.from().stream().anyMatch(edge.from()::contains));
    }

    private String when(Edge edge, Map<String, Value> alternative, List<String> asking) {
        if (alternative.isEmpty()) {
            return "";
        }
        if (asking.size() == 1) {
            var only = alternative.entrySet().iterator().next();
            return answers.words(only.getKey(), only.getValue());
        }
        boolean same = Set.copyOf(alternative.values()).size() == 1;
        if (!asking.isEmpty() && same) {
            var first = alternative.entrySet().iterator().next();
            return answers.words(first.getKey(), first.getValue()) + " to both questions";
        }
        return alternative.entrySet().stream()
                .map(each -> elsewhere(edge, each.getKey(), each.getValue()))
                .collect(Collectors.joining(" and "));
    }

    /// An answer that is given in another box, whose number is not yet known.
    private String elsewhere(Edge edge, String fact, Value value) {
        var asker = askers.get(fact);
        if (asker != null) {
            edge.to().forEach(to -> waits.add(new Lanes.Way(head(asker), head(to))));
        }
        return asker == null
                ? answers.fact(fact).label() + " " + answers.words(fact, value)
                : answers.words(fact, value) + " in " + asked(asker);
    }

    private static String asked(String step) {
        return "{" + step + "}";
    }

    /// Where all steps must be done, those that lead straight to another of them say nothing new.
    private List<String> sources(Edge edge) {
        if (edge.join() == Edge.Join.ANY) {
            return edge.from();
        }
        var left = edge.from().stream().filter(step -> !leadsTo(step, edge.from())).toList();
        return left.isEmpty() ? edge.from() : left;
    }

    private boolean leadsTo(String step, List<String> others) {
        return edges.stream()
                .filter(edge -> edge.from().contains(step) && edge.when().text().isEmpty())
                .anyMatch(edge ->
                        edge.to().stream().anyMatch(to -> !to.equals(step) && others.contains(to)));
    }

    /// A place with one way in is drawn as that way, on to wherever the place leads.
    private void skipPlaces() {
        for (var step : book.steps()) {
            if (step instanceof Step.Outcome) {
                var into =
                        ways.keySet().stream().filter(way -> way.to().equals(step.key())).toList();
                var onward =
                        ways.keySet().stream()
                                .filter(way -> way.from().equals(step.key()))
                                .toList();
                if (into.size() == 1 && !onward.isEmpty()) {
                    skip(into.getFirst(), onward);
                }
            }
        }
    }

    private void skip(Way into, List<Way> onward) {
        var first = Objects.requireNonNull(ways.remove(into));
        for (var way : onward) {
            for (var then : Objects.requireNonNull(ways.remove(way))) {
                first.forEach(when ->
                        add(
                                into.from(),
                                way.to(),
                                joined(when, then),
                                into.offered() || way.offered()));
            }
        }
        heads.remove(into.to());
    }

    private static String joined(String when, String then) {
        return Stream.of(when, then)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /// What opens together needs no arrow from one to the other.
    private void dropRepeated() {
        for (var way : List.copyOf(ways.keySet())) {
            boolean always = Set.of("").equals(ways.get(way));
            var into = ways.keySet().stream().filter(each -> each.to().equals(way.from())).toList();
            if (always && !into.isEmpty() && into.stream().allMatch(each -> together(each, way))) {
                ways.remove(way);
            }
        }
    }

    private boolean together(Way into, Way way) {
        var beside = ways.get(new Way(into.from(), way.to(), false));
        return !into.offered()
                && beside != null
                && beside.containsAll(ways.getOrDefault(into, Set.of()));
    }

    private List<String> boxes() {
        return heads.values().stream().distinct().toList();
    }

    private List<Lanes.Way> ways() {
        return Stream.concat(
                        ways.keySet().stream().map(way -> new Lanes.Way(way.from(), way.to())),
                        waits.stream())
                .toList();
    }

    private Flowchart numbered(Lanes lanes) {
        var order = lanes.order();
        var boxes = new ArrayList<Box>();
        for (var head : order) {
            boxes.add(box(boxes.size() + 1, head, lanes));
        }
        var arrows =
                ways.entrySet().stream()
                        .map(each -> arrow(each.getKey(), each.getValue(), order))
                        .sorted(Comparator.comparingInt(Arrow::from).thenComparingInt(Arrow::to))
                        .toList();
        return new Flowchart(
                book.label(), book.summary(), lanes.titles(), boxes, arrows, anywhen());
    }

    private Arrow arrow(Way way, Set<String> when, List<String> order) {
        return new Arrow(
                order.indexOf(way.from()) + 1,
                order.indexOf(way.to()) + 1,
                when.contains("") ? "" : either(when, order),
                way.offered());
    }

    private String either(Set<String> when, List<String> order) {
        var words =
                when.stream()
                        .sorted(Comparator.comparingInt(String::length))
                        .collect(Collectors.joining(", or "));
        for (var asker : askers.values()) {
            words = words.replace(asked(asker), String.valueOf(order.indexOf(head(asker)) + 1));
        }
        return words;
    }

    private Box box(int number, String head, Lanes lanes) {
        var steps =
                heads.entrySet().stream()
                        .filter(each -> each.getValue().equals(head))
                        .map(each -> book.step(each.getKey()))
                        .toList();
        return new Box(
                number,
                kind(steps.getFirst()),
                steps.stream().map(step -> step.card().label()).toList(),
                steps.stream()
                        .flatMap(step -> step.card().owners().roles().stream())
                        .distinct()
                        .map(posts)
                        .collect(Collectors.joining(", ")),
                due(steps.getFirst()),
                lanes.lane(head),
                lanes.row(head));
    }

    private static String due(Step step) {
        var clock = step.card().clock();
        if (clock == null) {
            return "";
        }
        var words = Lengths.words(clock.within());
        return words.equals("at once") ? words : "within " + words;
    }

    private Box.Kind kind(Step step) {
        return switch (step) {
            case Step.Decision(_, _, var leadsOn) when leadsOn -> Box.Kind.QUESTION;
            case Step.Wait _ -> Box.Kind.WAIT;
            case Step.Outcome _ -> Box.Kind.PLACE;
            case Step.Prohibition _ -> Box.Kind.RULE;
            case Step.Decision _, Step.Task _, Step.Meeting _ -> Box.Kind.TASK;
        };
    }

    private List<String> anywhen() {
        return book.tracks().stream()
                .flatMap(track ->
                        track.triggers().stream()
                                .map(trigger ->
                                        "At any time: if the answer is “%s”, the case goes to the %s."
                                                .formatted(
                                                        answers.words(trigger.fact(), trigger.is()),
                                                        lowerFirst(track.label()))))
                .toList();
    }

    private static String lowerFirst(String label) {
        return Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }
}
