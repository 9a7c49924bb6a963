// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.calendar.WorkingDays;
import school.lanyard.core.playbook.Bar;
import school.lanyard.core.playbook.Choice;
import school.lanyard.core.playbook.Edge;
import school.lanyard.core.playbook.Fact;
import school.lanyard.core.playbook.Guard;
import school.lanyard.core.playbook.Playbook;
import school.lanyard.core.playbook.Requirement;
import school.lanyard.core.playbook.Step;
import school.lanyard.core.playbook.Step.Card;
import school.lanyard.core.playbook.Step.Clock;
import school.lanyard.core.playbook.Step.Must;
import school.lanyard.core.playbook.Step.Need;
import school.lanyard.core.playbook.Step.Owners;
import school.lanyard.core.playbook.Track;
import school.lanyard.core.playbook.Value;

/// Turns a playbook file into a [Playbook], or says with file and line what is wrong with it.
final class PlaybookReader {
    private final String key;
    private final Yaml.Mapping file;
    private final Yaml.Mapping intervals;
    private final Faults faults;
    private final boolean checked;
    private final Map<String, Place> places = new HashMap<>();

    private PlaybookReader(
            String key, Yaml.Mapping file, Yaml.Mapping intervals, Faults faults, boolean checked) {
        this.key = key;
        this.file = file;
        this.intervals = intervals;
        this.faults = faults;
        this.checked = checked;
    }

    /// The playbook, if nothing is wrong with it; otherwise the faults are added.
    ///
    /// @param intervals of the pack, any of which a step may be due within
    static Optional<Playbook> read(
            String key, Yaml.Mapping file, Yaml.Mapping intervals, Faults faults) {
        int before = faults.size();
        var reader = new PlaybookReader(key, file, intervals, faults, false);
        var book = reader.book();
        if (faults.size() == before) {
            for (var problem : book.check()) {
                faults.add(
                        reader.places.getOrDefault(problem.about(), file.place()),
                        "In the playbook, " + problem.about() + ": " + problem.problem() + ".",
                        sentence(problem.mend()));
            }
        }
        return faults.size() == before ? Optional.of(book) : Optional.empty();
    }

    /// The playbook, from a file that was checked before. Its conditions are compiled when first
    /// judged, because starting CEL takes longer than most commands may.
    static Playbook checked(String key, Yaml.Mapping file, Yaml.Mapping intervals) {
        return untried(key, file, intervals)
                .orElseThrow(() -> new IllegalStateException("not a checked playbook: " + key));
    }

    /// The playbook, if it can be read at all; its conditions are not tried.
    static Optional<Playbook> untried(String key, Yaml.Mapping file, Yaml.Mapping intervals) {
        var faults = new Faults();
        var book = new PlaybookReader(key, file, intervals, faults, true).book();
        return faults.isEmpty() ? Optional.of(book) : Optional.empty();
    }

    private Playbook book() {
        var facts = each("facts", this::fact);
        var choices = each("choices", this::choice);
        var guards = new Guards(facts, choices);
        return new Playbook(
                key,
                text(file, "label"),
                file.text("summary"),
                file.texts("clauses"),
                facts,
                choices,
                each("tracks", (name, track) -> track(name, track, facts)),
                file.texts("start"),
                each("steps", this::step),
                each("edges", (name, edge) -> edge(name, edge, guards)),
                each("bars", (name, bar) -> bar(name, bar, guards)),
                each("closing", this::requirement));
    }

    private <T> List<T> each(String section, BiFunction<String, Yaml.Mapping, @Nullable T> read) {
        var found = new ArrayList<T>();
        file.mapping(section)
                .entries()
                .forEach((name, entry) -> {
                    places.put(name, entry.place());
                    if (!(entry.value() instanceof Yaml.Mapping mapping)) {
                        faults.add(
                                entry.place(),
                                name + " has nothing under it.",
                                "Write what it is, indented under its key.");
                        return;
                    }
                    try {
                        var item = read.apply(name, mapping);
                        if (item != null) {
                            found.add(item);
                        }
                    } catch (IllegalArgumentException refused) {
                        faults.add(
                                entry.place(),
                                sentence(String.valueOf(refused.getMessage())),
                                "Correct this entry.");
                    }
                });
        return found;
    }

    private Fact fact(String name, Yaml.Mapping fact) {
        return fact.has("options")
                ? new Fact.OneOf(name, text(fact, "label"), words(fact.mapping("options")))
                : new Fact.YesNo(name, text(fact, "label"));
    }

    private Choice choice(String name, Yaml.Mapping choice) {
        return new Choice(
                name,
                text(choice, "label"),
                words(choice.mapping("options")),
                text(choice, "chosen"),
                text(choice, "why"),
                choice.texts("clauses"));
    }

    private Track track(String name, Yaml.Mapping track, List<Fact> facts) {
        var triggers = new ArrayList<Track.Trigger>();
        track.mapping("begins-when")
                .entries()
                .forEach((fact, answer) ->
                        triggers.add(
                                new Track.Trigger(
                                        fact, value(fact, answer.value().text(), facts))));
        return new Track(name, text(track, "label"), track.text("sets-aside"), triggers);
    }

    private static Value value(String fact, String text, List<Fact> facts) {
        var yesNo = facts.stream().anyMatch(f -> f instanceof Fact.YesNo && f.key().equals(fact));
        return yesNo ? new Value.YesNo(text.equals("true")) : Value.option(text);
    }

    private @Nullable Step step(String name, Yaml.Mapping step) {
        var card = card(name, step);
        return switch (text(step, "kind")) {
            case "task" -> new Step.Task(card);
            case "decision" ->
                    new Step.Decision(card, text(step, "asks"), !step.flag("for-the-record"));
            case "wait" -> new Step.Wait(card, text(step, "asks"));
            case "meeting" -> new Step.Meeting(card);
            case "outcome" -> new Step.Outcome(card);
            case "prohibition" -> new Step.Prohibition(card, step.texts("bars"));
            default -> {
                faults.add(
                        step.placeOf("kind"),
                        "There is no kind of step called " + step.text("kind") + ".",
                        "Write task, decision, wait, meeting, outcome or prohibition.");
                yield null;
            }
        };
    }

    private Card card(String name, Yaml.Mapping step) {
        return new Card(
                name,
                text(step, "label"),
                step.text("guidance"),
                step.has("node") ? step.text("node") : null,
                step.texts("clauses"),
                new Owners(step.texts("owners"), step.flag("owners-inferred")),
                clock(step),
                step.has("contact") ? step.text("contact") : null,
                needs(step.mapping("needs")),
                step.flag("or-why-not"),
                step.flag("makes-safe"),
                step.texts("tracks"),
                step.flag("repeats"),
                step.has("paper") ? step.text("paper") : null,
                step.has("done-by")
                        ? Step.DoneBy.valueOf(step.text("done-by").toUpperCase(Locale.ROOT))
                        : null,
                step.flag("fixed"));
    }

    private @Nullable Clock clock(Yaml.Mapping step) {
        if (!step.has("within")) {
            return null;
        }
        var within = step.text("within");
        try {
            if (intervals.has(within)) {
                var interval = intervals.mapping(within);
                return new Clock(
                        Interval.length(interval.text("length")),
                        !interval.text("chosen-by").equals("school"));
            }
            return new Clock(length(within), !step.flag("within-is-our-choice"));
        } catch (DateTimeException unreadable) {
            faults.add(
                    step.placeOf("within"),
                    within + " is not a length of time.",
                    "Write immediately, a length such as PT4H (four hours) or 1 working day, or an"
                            + " interval of intervals.yaml by its key.");
            return null;
        }
    }

    private static TemporalAmount length(String within) {
        if (within.equals("immediately")) {
            return Duration.ZERO;
        }
        return WorkingDays.isWritten(within) ? WorkingDays.parse(within) : Duration.parse(within);
    }

    private List<Need> needs(Yaml.Mapping needs) {
        var found = new ArrayList<Need>();
        needs.entries()
                .forEach((name, need) -> {
                    var kind =
                            need.value() instanceof Yaml.Mapping mapping
                                    ? mapping.text("kind", "line")
                                    : "line";
                    var label =
                            need.value() instanceof Yaml.Mapping mapping
                                    ? text(mapping, "label")
                                    : need.value().text();
                    try {
                        found.add(
                                new Need(
                                        name,
                                        label,
                                        Need.Kind.valueOf(
                                                kind.toUpperCase(Locale.ROOT).replace('-', '_')),
                                        must(need.value()),
                                        need.value() instanceof Yaml.Mapping mapping
                                                ? mapping.texts("posts")
                                                : List.of()));
                    } catch (IllegalArgumentException unknown) {
                        faults.add(
                                need.place(),
                                "There is no kind of answer called " + kind + ".",
                                "Write line, note, date, time, yes-no, holder or check-device.");
                    }
                });
        return found;
    }

    private @Nullable Must must(Yaml need) {
        return need instanceof Yaml.Mapping mapping && mapping.has("must")
                ? new Must(mapping.text("must"), text(mapping, "or-else"))
                : null;
    }

    private Edge edge(String name, Yaml.Mapping edge, Guards guards) {
        return new Edge(
                name,
                edge.texts("from"),
                edge.text("join", "all").equals("any") ? Edge.Join.ANY : Edge.Join.ALL,
                edge.texts("to"),
                guard(edge, "when", guards, Guard.ALWAYS),
                edge.texts("tracks"),
                edge.flag("offers"),
                edge.has("begins") ? edge.text("begins") : null,
                edge.texts("clauses"));
    }

    private Bar bar(String name, Yaml.Mapping bar, Guards guards) {
        return new Bar(
                name,
                text(bar, "label"),
                text(bar, "reason"),
                bar.texts("actions"),
                bar.texts("steps"),
                bar.texts("tracks"),
                guard(bar, "unless", guards, Bar.NEVER),
                bar.texts("clauses"),
                bar.flag("fixed"));
    }

    private Requirement requirement(String name, Yaml.Mapping requirement) {
        return new Requirement(
                name,
                text(requirement, "says"),
                requirement.texts("steps"),
                requirement.texts("clauses"));
    }

    private Guard guard(Yaml.Mapping holder, String name, Guards guards, Guard otherwise) {
        if (!holder.has(name)) {
            return otherwise;
        }
        try {
            var text = holder.text(name);
            return checked ? guards.lazily(text) : guards.compile(text);
        } catch (Guards.Unusable unusable) {
            faults.add(
                    holder.placeOf(name),
                    "The condition does not work: "
                            + sentence(String.valueOf(unusable.getMessage())),
                    "Write a condition that is yes or no, over this playbook's facts and choices.");
            return otherwise;
        }
    }

    private String text(Yaml.Mapping holder, String name) {
        var text = holder.text(name).strip();
        if (text.isEmpty()) {
            faults.add(
                    holder.placeOf(name),
                    "There is no " + name + " here.",
                    "Add " + name + ": and what it is.");
        }
        return text;
    }

    private static Map<String, String> words(Yaml.Mapping options) {
        var words = new LinkedHashMap<String, String>();
        options.entries().forEach((option, entry) -> words.put(option, entry.value().text()));
        return words;
    }

    private static String sentence(String text) {
        var first = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        return first.endsWith(".") ? first : first + ".";
    }
}
