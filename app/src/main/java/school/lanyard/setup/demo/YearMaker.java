// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Plays the scenarios through a school year.
final class YearMaker {

    private static final int DAYS_IN_A_YEAR = 190;
    private static final String WAITING = "waiting";
    private static final String ANSWERED = "answered";
    private static final String JOIN = "join";

    private final DemoSchool school;
    private final SchoolCalendar calendar;
    private final LocalDate today;
    private final List<LocalDate> days;
    private final Chance chance;
    private final Cast cast;
    private final Course course;

    private final List<Played> played = new ArrayList<>();

    /// One scenario that came about.
    private record Played(
            Scenario scenario,
            String course,
            Map<String, DemoSchool.Person> parts,
            @Nullable Played before,
            DemoConcern draft) {}

    YearMaker(DemoSchool school, SchoolCalendar calendar, LocalDate today, long seed) {
        this.school = school;
        this.calendar = calendar;
        this.today = today;
        this.days = calendar.daysUntil(today);
        this.chance = new Chance(seed * 31 + calendar.start());
        this.cast = new Cast(school, chance, SchoolCalendar.of(today).start() - calendar.start());
        this.course = new Course(chance);
    }

    DemoYear make() {
        if (days.isEmpty()) return new DemoYear(calendar.start(), List.of(), List.of(), List.of());
        for (Scenario scenario : chosen()) play(scenario);
        played.sort(Comparator.comparing(p -> p.draft().writtenAt()));
        var ids = new HashMap<Played, String>();
        for (Played one : played)
            ids.put(one, "concern-%d-%02d".formatted(calendar.start(), ids.size() + 1));
        List<DemoConcern> concerns = played.stream().map(one -> named(one, ids)).toList();
        return new DemoYear(calendar.start(), concerns, incidents(ids), answers(ids));
    }

    /// All of them for a full year; a share for one that is under way, without the rare ones. What
    /// follows something comes after it.
    private List<Scenario> chosen() {
        List<Scenario> all =
                Scenario.all().stream()
                        .flatMap(s -> Stream.generate(() -> s).limit(s.times()))
                        .toList();
        List<Scenario> ordinary = all.stream().filter(s -> s.lately() == null).toList();
        if (!today.isBefore(LocalDate.of(calendar.start() + 1, 7, 20))) return inOrder(ordinary);
        List<Scenario> common = ordinary.stream().filter(s -> !s.once()).toList();
        int share = Math.min(common.size(), ordinary.size() * days.size() / DAYS_IN_A_YEAR);
        List<Scenario> some = chance.shuffled(common).subList(0, Math.max(1, share));
        return inOrder(
                Stream.concat(some.stream(), all.stream().filter(s -> s.lately() != null))
                        .toList());
    }

    private static List<Scenario> inOrder(List<Scenario> scenarios) {
        return scenarios.stream()
                .sorted(Comparator.comparing((Scenario s) -> s.after() != null))
                .toList();
    }

    private void play(Scenario scenario) {
        int time = (int) played.stream().filter(p -> p.scenario().equals(scenario)).count();
        String course = scenario.course(time);
        String leader =
                course.equals(JOIN) && scenario.after() == null
                        ? scenario.name()
                        : scenario.after();
        Played before = leader == null ? null : last(leader);
        if (course.equals(JOIN) && before == null) course = "quick";
        LocalDate day = day(scenario, course, before);
        var parts = cast.parts(scenario, before == null ? Map.of() : before.parts());
        String echo = echoes(scenario, before) ? scenario.echo() : null;
        String text = echo == null ? scenario.text() : echo;
        played.add(new Played(scenario, course, parts, before, draft(scenario, text, parts, day)));
    }

    private static boolean echoes(Scenario scenario, @Nullable Played before) {
        return before != null && before.scenario().equals(scenario) && scenario.echo() != null;
    }

    /// The words of the scenario, in a form that nobody has used yet if there is one.
    private String narrative(String text, Map<String, DemoSchool.Person> parts) {
        String told = "";
        for (int tries = 0; tries < 40; tries++) {
            told = new Telling(parts).tell(chance.phrase(text));
            if (told(told)) continue;
            return told;
        }
        return told;
    }

    private boolean told(String narrative) {
        return played.stream().anyMatch(p -> p.draft().narrative().equals(narrative));
    }

    /// The last case of its own that nothing has followed yet, so that others may join or follow
    /// it.
    private @Nullable Played last(String scenario) {
        return played.reversed().stream()
                .filter(p -> p.scenario().name().equals(scenario))
                .filter(YearMaker::isACase)
                .sorted(Comparator.comparing(this::isFollowed))
                .findFirst()
                .orElse(null);
    }

    private boolean isFollowed(Played one) {
        return played.stream().anyMatch(p -> one.equals(p.before()));
    }

    /// A school day; after what it follows, with room behind it for what may follow.
    private LocalDate day(Scenario scenario, String course, @Nullable Played before) {
        if (scenario.lately() != null)
            return days.get(Math.max(0, days.size() - 1 - scenario.lately()));
        if (before == null)
            return days.get(chance.between(0, Math.max(0, days.size() * 17 / 20 - 1)));
        int gap = course.equals(JOIN) ? chance.between(1, 2) : chance.between(5, 20);
        int from = days.indexOf(before.draft().writtenAt().toLocalDate());
        return days.get(Math.min(days.size() - 1, from + gap));
    }

    private DemoConcern draft(
            Scenario scenario, String text, Map<String, DemoSchool.Person> parts, LocalDate day) {
        LocalDateTime happened = happened(chance.phrase(scenario.when()), day);
        LocalDateTime written = written(happened, day);
        var people = new ArrayList<DemoConcern.Part>();
        scenario.parts()
                .forEach((slot, role) ->
                        people.add(new DemoConcern.Part(person(parts, slot).id(), role)));
        String words = scenario.words();
        return new DemoConcern(
                "",
                scenario.name(),
                cast.reporter(chance.phrase(scenario.reporter()), parts).id(),
                happened,
                !happened.toLocalDate().equals(day),
                written,
                scenario.onSite(),
                chance.phrase(scenario.where()),
                chance.phrase(scenario.device()),
                scenario.riskNow(),
                narrative(text, parts),
                words == null ? null : chance.phrase(words).replace("\"", ""),
                people);
    }

    private static DemoSchool.Person person(Map<String, DemoSchool.Person> parts, String slot) {
        DemoSchool.Person person = parts.get(slot);
        if (person == null) throw new IllegalStateException("nobody for " + slot);
        return person;
    }

    private LocalDateTime happened(String when, LocalDate day) {
        return switch (when) {
            case "lesson" -> day.atTime(chance.between(9, 11), chance.between(0, 59));
            case "lunch" -> day.atTime(12, chance.between(5, 55));
            case "evening" -> day.minusDays(1).atTime(chance.between(17, 20), 0);
            case "weekend" -> saturdayBefore(day).atTime(chance.between(9, 18), 0);
            case "daysAgo" -> schoolDayBefore(day, chance.between(2, 5)).atTime(16, 0);
            case "monthsAgo" -> day.minusDays(chance.between(40, 80)).atTime(18, 0);
            default -> throw new IllegalStateException("no such time: " + when);
        };
    }

    private static LocalDate saturdayBefore(LocalDate day) {
        return day.minusDays(day.getDayOfWeek().getValue() + 1L);
    }

    private LocalDate schoolDayBefore(LocalDate day, int back) {
        return days.get(Math.max(0, days.indexOf(day) - back));
    }

    private LocalDateTime written(LocalDateTime happened, LocalDate day) {
        return happened.toLocalDate().equals(day)
                ? happened.plusMinutes(chance.between(8, 200))
                : day.atTime(chance.between(9, 15), chance.between(0, 59));
    }

    private static DemoConcern named(Played one, Map<Played, String> ids) {
        DemoConcern d = one.draft();
        return new DemoConcern(
                ids.getOrDefault(one, ""),
                d.scenario(),
                d.reporterId(),
                d.happenedAt(),
                d.approximate(),
                d.writtenAt(),
                d.onSite(),
                d.where(),
                d.device(),
                d.riskNow(),
                d.narrative(),
                d.ownWords(),
                d.people());
    }

    /// Whether an incident begins with it.
    private static boolean isACase(Played one) {
        return !List.of(WAITING, ANSWERED, JOIN).contains(one.course());
    }

    private List<DemoAnswer> answers(Map<Played, String> ids) {
        var answers = new ArrayList<DemoAnswer>();
        for (Played one : played) {
            var answer = one.scenario().answer();
            if (!one.course().equals(ANSWERED) || answer == null) continue;
            LocalDateTime at = opened(one);
            if (!at.toLocalDate().isAfter(today))
                answers.add(
                        new DemoAnswer(
                                ids.getOrDefault(one, ""),
                                handler(one),
                                at,
                                answer.decision(),
                                answer.told(),
                                answer.feedback()));
        }
        return answers;
    }

    private List<DemoIncident> incidents(Map<Played, String> ids) {
        var incidents = new ArrayList<DemoIncident>();
        for (Played one : played) {
            if (!isACase(one)) continue;
            List<Played> joined =
                    played.stream()
                            .filter(p -> p.course().equals(JOIN) && one.equals(p.before()))
                            .toList();
            LocalDateTime opened = opened(one);
            if (!opened.toLocalDate().isAfter(today))
                incidents.add(incident(one, joined, opened, ids, incidents.size() + 1));
        }
        return incidents;
    }

    private LocalDateTime opened(Played one) {
        int minutes = one.scenario().riskNow() ? chance.between(5, 40) : chance.between(30, 1500);
        return Course.working(one.draft().writtenAt().plus(Duration.ofMinutes(minutes)));
    }

    private DemoIncident incident(
            Played one,
            List<Played> joined,
            LocalDateTime opened,
            Map<Played, String> ids,
            int number) {
        String handler = handler(one);
        List<Played> all = Stream.concat(Stream.of(one), joined.stream()).toList();
        return new DemoIncident(
                "incident-%d-%02d".formatted(calendar.start(), number),
                all.stream().map(p -> ids.getOrDefault(p, "")).toList(),
                one.scenario().group(),
                one.scenario().category(),
                one.scenario().risk(),
                handler,
                opened,
                all.stream().flatMap(p -> p.draft().people().stream()).distinct().toList(),
                course.acts(one.course(), opened, today, handler, outcome(one)));
    }

    /// What took only a brief look was nothing, unless it made the school change a setting.
    private static String outcome(Played one) {
        String outcome = one.scenario().outcome();
        return one.course().equals("brief") && !outcome.equals("system-change")
                ? "unfounded"
                : outcome;
    }

    /// About a pupil, the designated lead; about staff or harm to them, the headteacher; about the
    /// headteacher, the chair of governors.
    private String handler(Played one) {
        if (one.parts().containsKey("head")) return school.chair().id();
        return one.parts().containsKey("adult")
                ? school.holding("headteacher").id()
                : school.holding("dsl").id();
    }
}
