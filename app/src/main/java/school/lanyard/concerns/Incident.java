// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import school.lanyard.concerns.IncidentEvent.ActionDone;
import school.lanyard.concerns.IncidentEvent.ActionNotNeeded;
import school.lanyard.concerns.IncidentEvent.ActionsChosen;
import school.lanyard.concerns.IncidentEvent.Classified;
import school.lanyard.concerns.IncidentEvent.Closed;
import school.lanyard.concerns.IncidentEvent.ConcernJoined;
import school.lanyard.concerns.IncidentEvent.FactAnswered;
import school.lanyard.concerns.IncidentEvent.MadeSafe;
import school.lanyard.concerns.IncidentEvent.Opened;
import school.lanyard.concerns.IncidentEvent.PersonLinked;
import school.lanyard.concerns.IncidentEvent.PersonUnlinked;
import school.lanyard.concerns.IncidentEvent.Reopened;
import school.lanyard.concerns.IncidentEvent.ReturnAsked;
import school.lanyard.concerns.IncidentEvent.ReturnDecided;
import school.lanyard.concerns.IncidentEvent.StepDone;
import school.lanyard.core.playbook.Event;
import school.lanyard.core.playbook.Situation;
import school.lanyard.core.playbook.Value;

/// An incident as its events add up to it. It holds nothing that is not in the events.
public record Incident(String id, List<Happening> history) {

    public Incident {
        history = List.copyOf(history);
        if (history.isEmpty() || !(history.getFirst().event() instanceof Opened)) {
            throw new IllegalArgumentException("an incident begins by being opened");
        }
    }

    public Instant openedAt() {
        return history.getFirst().at();
    }

    public String playbook() {
        return ((Opened) history.getFirst().event()).playbook();
    }

    /// The concerns it is made of, the first one first.
    public List<String> concerns() {
        return history.stream()
                .map(Happening::event)
                .<String>mapMulti((event, concerns) -> {
                    switch (event) {
                        case Opened(var concern, _) -> concerns.accept(concern);
                        case ConcernJoined(var concern) -> concerns.accept(concern);
                        default -> {}
                    }
                })
                .toList();
    }

    /// Who is linked now, each in the part last recorded for them.
    public Map<String, Part> people() {
        var people = new LinkedHashMap<String, Part>();
        for (var happening : history) {
            switch (happening.event()) {
                case PersonLinked(var person, var part) -> people.put(person, part);
                case PersonUnlinked(var person, _) -> people.remove(person);
                default -> {}
            }
        }
        return people;
    }

    /// Whether somebody is linked as one it is about.
    public boolean isAbout(String person) {
        var part = people().get(person);
        return part != null && part.isAbout();
    }

    /// Whom, or which post, somebody asked to let in, each with what waits for a second person's
    /// word.
    public Map<String, Happening> returnsWaiting() {
        var waiting = new LinkedHashMap<String, Happening>();
        for (var happening : history) {
            switch (happening.event()) {
                case ReturnAsked asked -> waiting.put(asked.person(), happening);
                case ReturnDecided decided -> waiting.remove(decided.person());
                default -> {}
            }
        }
        return waiting;
    }

    /// Whom two people agreed to let back in.
    public Set<String> returned() {
        return events(ReturnDecided.class)
                .filter(ReturnDecided::agreed)
                .map(ReturnDecided::person)
                .collect(Collectors.toSet());
    }

    public Optional<Classified> classification() {
        return last(Classified.class);
    }

    public Optional<ActionsChosen> actions() {
        return last(ActionsChosen.class);
    }

    /// What was last recorded about each action: that it was done, or was not needed.
    public Map<String, IncidentEvent> actionRecords() {
        var records = new LinkedHashMap<String, IncidentEvent>();
        for (var happening : history) {
            switch (happening.event()) {
                case ActionDone done -> records.put(done.action(), done);
                case ActionNotNeeded(var action, _) -> records.put(action, happening.event());
                default -> {}
            }
        }
        return records;
    }

    /// How it was closed; absent while it is open, also where it was opened again.
    public Optional<Closed> closure() {
        return closing().map(happening -> (Closed) happening.event());
    }

    /// That it was closed, with who did it and when.
    public Optional<Happening> closing() {
        return history.stream()
                .filter(each -> each.event() instanceof Closed || each.event() instanceof Reopened)
                .reduce((_, later) -> later)
                .filter(each -> each.event() instanceof Closed);
    }

    /// The answer last given to a question of the playbook; absent where it was taken back.
    public Optional<String> answer(String fact) {
        return events(FactAnswered.class)
                .filter(answer -> answer.fact().equals(fact))
                .reduce((_, later) -> later)
                .map(FactAnswered::value);
    }

    public boolean isClosed() {
        return closure().isPresent();
    }

    /// When a handler first did something about it, beyond opening it and saying who and what it
    /// is.
    public Optional<Instant> firstActionAt() {
        return history.stream()
                .filter(happening ->
                        switch (happening.event()) {
                            case StepDone _, FactAnswered _, ActionDone _, MadeSafe _ -> true;
                            default -> false;
                        })
                .map(Happening::at)
                .findFirst();
    }

    /// What the playbook needs to know.
    ///
    /// @param newer editions that came into force since it was opened, in order
    public Situation situation(List<Event.NewEdition> newer) {
        var events = new ArrayList<Event>();
        var coming = new ArrayDeque<>(newer);
        for (var happening : history) {
            while (!coming.isEmpty() && !coming.peek().at().isAfter(happening.at())) {
                events.add(coming.remove());
            }
            playbookEvent(happening).forEach(events::add);
        }
        events.addAll(coming);
        return new Situation(openedAt(), events);
    }

    /// The incident as it was after its first so many events.
    Incident after(int known) {
        return new Incident(id, history.subList(0, known));
    }

    /// The incident with one more thing in it.
    public Incident with(Happening happening) {
        return new Incident(id, Stream.concat(history.stream(), Stream.of(happening)).toList());
    }

    private static Stream<Event> playbookEvent(Happening happening) {
        return switch (happening.event()) {
            case FactAnswered(var fact, var value, _, _) ->
                    Stream.of(
                            new Event.Answered(fact, value(value), happening.at(), happening.by()));
            case StepDone done ->
                    Stream.of(new Event.Did(done.step(), happening.at(), happening.by()));
            default -> Stream.empty();
        };
    }

    static @Nullable Value value(@Nullable String word) {
        return switch (word) {
            case null -> null;
            case "yes" -> Value.yes();
            case "no" -> Value.no();
            default -> Value.option(word);
        };
    }

    /// How a value is written in an event; the opposite of {@link #value}.
    public static String word(Value value) {
        return switch (value) {
            case Value.YesNo(var yes) -> yes ? "yes" : "no";
            case Value.Option(var key) -> key;
        };
    }

    private <T extends IncidentEvent> Optional<T> last(Class<T> type) {
        return events(type).reduce((_, later) -> later);
    }

    private <T extends IncidentEvent> Stream<T> events(Class<T> type) {
        return history.stream()
                .map(Happening::event)
                .filter(type::isInstance)
                .map((Function<IncidentEvent, T>) type::cast);
    }
}
