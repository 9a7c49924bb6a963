// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.Actions;
import school.lanyard.concerns.Concern;
import school.lanyard.concerns.Concerns;
import school.lanyard.concerns.IncidentEvent;
import school.lanyard.concerns.Incidents;
import school.lanyard.concerns.Outcome;
import school.lanyard.concerns.Part;
import school.lanyard.concerns.Report;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.response.Action;

/// Plays invented years through the services that a real school uses, at the times of the script. A
/// step that the services refuse is a fault of the script, and ends the play.
@Component
@ConditionalOnProperty("lanyard.demo")
final class DemoPlayer {

    private static final LocalTime REPORTING = LocalTime.of(10, 0);
    private static final Duration BEFORE_JOINING = Duration.ofMinutes(45);

    /// One thing that happens in the play.
    private record Turn(Instant at, String what, Runnable play) {}

    private final Concerns concerns;
    private final Incidents incidents;
    private final DemoReports reports;
    private final DemoEdition edition;
    private final DemoClock clock;

    DemoPlayer(
            Concerns concerns,
            Incidents incidents,
            DemoReports reports,
            DemoEdition edition,
            DemoClock clock) {
        this.concerns = concerns;
        this.incidents = incidents;
        this.reports = reports;
        this.edition = edition;
        this.clock = clock;
    }

    /// Plays everything in the order of time, whatever case it belongs to.
    void play(
            DemoSchool cast,
            DemoFounder.Founded school,
            List<DemoYear> years,
            LocalDate until,
            DemoProgress progress) {
        var head = cast.holding("headteacher").id();
        var turns =
                Stream.of(
                                years.stream()
                                        .flatMap(year ->
                                                new Script(school, head, year).turns().stream()),
                                reporting(cast, school, until),
                                adopting(cast, school, years.getLast().start()))
                        .flatMap(each -> each)
                        .sorted(Comparator.comparing(Turn::at))
                        .toList();
        for (int i = 0; i < turns.size(); i++) {
            var turn = turns.get(i);
            clock.putBackTo(turn.at());
            try {
                turn.play().run();
            } catch (RuntimeException refused) {
                throw new IllegalStateException(turn.what() + " cannot be played", refused);
            }
            if ((i + 1) % 250 == 0 || i + 1 == turns.size())
                progress.reached(
                        "%,d of %,d things have happened, up to %s"
                                .formatted(i + 1, turns.size(), SchoolTime.day(turn.at())));
        }
    }

    private Stream<Turn> adopting(DemoSchool cast, DemoFounder.Founded school, int year) {
        return edition.steps(cast, school, year).stream()
                .map(each -> turn(each.at(), each.what(), each.play()));
    }

    private Stream<Turn> reporting(DemoSchool cast, DemoFounder.Founded school, LocalDate until) {
        return DemoReports.dueBy(until).stream()
                .map(period -> {
                    var at = DemoReports.issued(period).atTime(REPORTING);
                    return turn(
                            at,
                            "the report of " + period.key(),
                            () -> reports.issue(cast, school, period, instant(at)));
                });
    }

    /// The turns of one year, which remember the references that the services gave.
    private final class Script {

        private final DemoFounder.Founded school;
        private final String head;
        private final DemoYear year;
        private final Map<String, String> references = new HashMap<>();
        private final Map<String, DemoConcern> written = new LinkedHashMap<>();

        Script(DemoFounder.Founded school, String head, DemoYear year) {
            this.school = school;
            this.head = head;
            this.year = year;
            year.concerns().forEach(concern -> written.put(concern.id(), concern));
        }

        List<Turn> turns() {
            var turns = new ArrayList<Turn>();
            for (var concern : year.concerns())
                turns.add(turn(concern.writtenAt(), concern.id(), () -> receive(concern)));
            for (var answer : year.answers())
                turns.add(turn(answer.at(), "answer " + answer.concernId(), () -> answer(answer)));
            for (var incident : year.incidents()) {
                turns.add(turn(incident.openedAt(), incident.id(), () -> open(incident)));
                incident.concernIds().stream()
                        .skip(1)
                        .map(this::concern)
                        .forEach(concern ->
                                turns.add(
                                        turn(
                                                joining(incident, concern),
                                                incident.id() + " join " + concern.id(),
                                                () -> join(incident, concern))));
                for (var act : incident.acts())
                    turns.add(turn(act.at(), incident.id() + " " + act, () -> act(incident, act)));
            }
            return turns;
        }

        private void receive(DemoConcern concern) {
            var at = instant(concern.writtenAt());
            var receipt =
                    concerns.receive(
                            viewer(concern.reporterId()), key(concern.id()), report(concern, at));
            references.put(concern.id(), receipt.reference());
        }

        private Report report(DemoConcern concern, Instant at) {
            var about = about(concern);
            return new Report(
                    List.of(route(concern)),
                    about.stream()
                            .map(part -> new Report.Named(person(part.personId()), ""))
                            .toList(),
                    concern.narrative(),
                    Optional.ofNullable(concern.ownWords()).orElse(""),
                    concern.happenedAt().toLocalDate(),
                    concern.approximate() ? null : concern.happenedAt().toLocalTime(),
                    "",
                    concern.onSite() ? Report.Place.ON_SITE : Report.Place.OFF_SITE,
                    concern.where(),
                    concern.device(),
                    concern.riskNow(),
                    concern.riskNow() ? "It may go on." : "",
                    at);
        }

        /// Reporters name whom it is about; who saw it is in their words.
        private static List<DemoConcern.Part> about(DemoConcern concern) {
            return concern.people().stream()
                    .filter(part -> !part.role().equals("witness"))
                    .toList();
        }

        /// What the reporter ticks.
        private String route(DemoConcern concern) {
            var people = about(concern).stream().map(DemoConcern.Part::personId).toList();
            if (people.contains(head)) return "about-headteacher";
            return people.stream().anyMatch(id -> id.startsWith("staff-"))
                    ? "about-staff"
                    : "anything-else";
        }

        private void answer(DemoAnswer answer) {
            var viewer = viewer(answer.handlerId());
            var reference = reference(answer.concernId());
            var at = instant(answer.at());
            var _ = concerns.open(viewer, reference, at).orElseThrow();
            must(
                    concerns.answer(
                            viewer,
                            reference,
                            new Concern.Answer(
                                    answer.decision(), answer.told(), true, answer.feedback()),
                            key("answer " + answer.concernId()),
                            at));
        }

        private void open(DemoIncident incident) {
            var viewer = viewer(incident.handlerId());
            var at = instant(incident.openedAt());
            var concern = reference(incident.concernIds().getFirst());
            var _ = concerns.open(viewer, concern, at).orElseThrow();
            var first =
                    new ArrayList<IncidentEvent>(links(concern(incident.concernIds().getFirst())));
            first.add(
                    new IncidentEvent.Classified(
                            incident.group(),
                            incident.category(),
                            List.of(incident.risk()),
                            incident.risk()));
            references.put(
                    incident.id(), incidents.openFrom(viewer, concern, first, at).orElseThrow());
        }

        private List<IncidentEvent.PersonLinked> links(DemoConcern concern) {
            return concern.people().stream()
                    .map(part ->
                            new IncidentEvent.PersonLinked(
                                    person(part.personId()),
                                    Part.valueOf(part.role().toUpperCase(Locale.ROOT))))
                    .toList();
        }

        private void join(DemoIncident incident, DemoConcern concern) {
            var viewer = viewer(incident.handlerId());
            var at = instant(joining(incident, concern));
            must(incidents.join(viewer, reference(concern.id()), reference(incident.id()), at));
            links(concern).forEach(link -> record(incident, link, concern.id() + link, at));
        }

        private void act(DemoIncident incident, Act act) {
            var at = instant(act.at());
            switch (act) {
                case Act.Done(_, _, var step, var held) ->
                        record(
                                incident,
                                new IncidentEvent.StepDone(step, at, false, held, ""),
                                step,
                                at);
                case Act.Answered answer ->
                        record(
                                incident,
                                new IncidentEvent.FactAnswered(
                                        answer.fact(), value(answer.value()), answer.needs(), ""),
                                answer.step(),
                                at);
                case Act.Chosen chosen -> choose(incident, chosen, at);
                case Act.Carried(_, _, var note, var notNeeded) ->
                        carry(incident, note, notNeeded, at);
                case Act.Closed(_, _, var outcome, var summary) ->
                        record(incident, new IncidentEvent.Closed(outcome, summary), "close", at);
            }
        }

        private static String value(String written) {
            return switch (written) {
                case "true" -> "yes";
                case "false" -> "no";
                default -> written;
            };
        }

        private void choose(DemoIncident incident, Act.Chosen chosen, Instant at) {
            var opened = opened(incident, at);
            var grid = Actions.grid(opened.edition().pack(), opened.incident());
            if (grid.isEmpty()) return;
            var proposed = Actions.proposed(opened.edition().pack(), opened.incident());
            var kept =
                    chosen.all() || proposed.size() < 2 || proposed.getLast().beforeClosing()
                            ? proposed
                            : proposed.subList(0, proposed.size() - 1);
            record(
                    incident,
                    new IncidentEvent.ActionsChosen(
                            keys(proposed),
                            keys(kept),
                            kept.size() == proposed.size() ? "" : chosen.reason()),
                    "choose",
                    at);
        }

        /// Does what the policy asks for or somebody else is asked to do. A sanction is for the
        /// procedures that it stands in, not for a tick.
        private void carry(DemoIncident incident, String note, String notNeeded, Instant at) {
            var opened = opened(incident, at);
            for (var chosen : Actions.chosen(opened.edition().pack(), opened.incident())) {
                var action = chosen.action();
                var key = action.key();
                var done =
                        action.beforeClosing()
                                || !action.roles().isEmpty()
                                || !action.contacts().isEmpty();
                record(
                        incident,
                        done
                                ? new IncidentEvent.ActionDone(key, at, note)
                                : new IncidentEvent.ActionNotNeeded(key, notNeeded),
                        "act " + key,
                        at);
            }
        }

        private Incidents.Opened opened(DemoIncident incident, Instant at) {
            return incidents
                    .open(
                            viewer(incident.handlerId()),
                            reference(incident.id()),
                            "incident.read",
                            at)
                    .orElseThrow();
        }

        private void record(DemoIncident incident, IncidentEvent event, String token, Instant at) {
            must(
                    incidents.record(
                            viewer(incident.handlerId()),
                            reference(incident.id()),
                            event,
                            key(incident.id() + " " + token),
                            at));
        }

        private static void must(Outcome outcome) {
            switch (outcome) {
                case Outcome.Recorded _, Outcome.Unchanged _ -> {}
                case Outcome.Waits _ -> throw new IllegalStateException("needs a second person");
                case Outcome.Refused(var why) -> throw new IllegalStateException(why);
                case Outcome.NotFound _ -> throw new IllegalStateException("not open to them");
            }
        }

        private Viewer viewer(String id) {
            return new Viewer(school.id(), person(id), SchoolTime.day(clock.instant()));
        }

        private DemoConcern concern(String id) {
            return Objects.requireNonNull(written.get(id), id);
        }

        private String person(String id) {
            return school.person(id);
        }

        private String reference(String id) {
            return Objects.requireNonNull(references.get(id), id);
        }
    }

    private static LocalDateTime joining(DemoIncident incident, DemoConcern concern) {
        return Course.working(
                Stream.of(concern.writtenAt(), incident.openedAt())
                        .max(Comparator.naturalOrder())
                        .orElseThrow()
                        .plus(BEFORE_JOINING));
    }

    private static List<String> keys(List<Action> actions) {
        return actions.stream().map(Action::key).toList();
    }

    /// An id as browsers send them, and the same at every play.
    private static String key(String words) {
        return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static Turn turn(LocalDateTime at, String what, Runnable play) {
        return new Turn(instant(at), what, play);
    }

    private static Instant instant(LocalDateTime at) {
        return at.atZone(SchoolTime.ZONE).toInstant();
    }
}
