// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup.demo;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DemoYearTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Set<String> NOT_TO_BE_READ_HERE =
            Set.of(
                    "naked",
                    "nude",
                    "sex",
                    "genital",
                    "penis",
                    "vagina",
                    "breasts",
                    "rape",
                    "porn",
                    "abuse",
                    "molest",
                    "suicide",
                    "knife",
                    "kill",
                    "corpse",
                    "torture",
                    "bleeding");

    static LongStream seeds() {
        return LongStream.range(0, 15);
    }

    private static DemoYear full(long seed) {
        return DemoYear.upTo(TODAY, DemoSchool.of(seed), seed).getFirst();
    }

    private static Stream<DemoYear> years(long seed) {
        return DemoYear.upTo(TODAY, DemoSchool.of(seed), seed).stream();
    }

    @Nested
    class The_last_full_year {

        @ParameterizedTest
        @MethodSource("school.lanyard.setup.demo.DemoYearTest#seeds")
        void has_about_sixty_concerns_and_fifty_incidents(long seed) {
            DemoYear year = full(seed);
            assertThat(year.concerns()).hasSize(60);
            assertThat(year.incidents()).hasSizeBetween(46, 58);
            assertThat(year.incidents()).allMatch(DemoIncident::closed);
        }

        @ParameterizedTest
        @MethodSource("school.lanyard.setup.demo.DemoYearTest#seeds")
        void has_one_concern_about_the_headteacher_handled_by_the_chair(long seed) {
            DemoSchool school = DemoSchool.of(seed);
            String head = school.holding("headteacher").id();
            var about =
                    full(seed).incidents().stream()
                            .filter(i -> i.people().contains(new DemoConcern.Part(head, "alleged")))
                            .toList();
            assertThat(about).hasSize(1);
            assertThat(about.getFirst().handlerId()).isEqualTo(school.chair().id());
        }

        @ParameterizedTest
        @MethodSource("school.lanyard.setup.demo.DemoYearTest#seeds")
        void takes_both_branches_of_the_police_track_and_reverts_once(long seed) {
            DemoYear year = full(seed);
            assertThat(answers(year)).filteredOn("police_reply=confirmed"::equals).hasSize(1);
            assertThat(answers(year)).filteredOn("police_reply=not-confirmed"::equals).hasSize(1);
            assertThat(answers(year)).contains("child_at_risk=true", "adult_concerned=true");
        }

        @ParameterizedTest
        @MethodSource("school.lanyard.setup.demo.DemoYearTest#seeds")
        void has_joined_backdated_off_site_and_dismissed_ones(long seed) {
            DemoYear year = full(seed);
            assertThat(year.incidents())
                    .filteredOn(i -> i.concernIds().size() > 1)
                    .hasSizeGreaterThan(3);
            assertThat(year.concerns())
                    .anyMatch(c -> c.happenedAt().isBefore(c.writtenAt().minusDays(30)))
                    .anyMatch(c -> !c.onSite());
            assertThat(year.incidents())
                    .filteredOn(i -> closure(i).outcome().equals("unfounded"))
                    .hasSizeGreaterThan(4);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_concern_but_the_newest_is_in_one_incident_or_answered(long seed) {
        years(seed)
                .forEach(year -> {
                    var used =
                            Stream.concat(
                                            year.incidents().stream()
                                                    .flatMap(i -> i.concernIds().stream()),
                                            year.answers().stream().map(DemoAnswer::concernId))
                                    .toList();
                    assertThat(used).doesNotHaveDuplicates();
                    for (DemoConcern concern : year.concerns()) {
                        if (concern.writtenAt().toLocalDate().isBefore(TODAY.minusDays(4)))
                            assertThat(used).contains(concern.id());
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void concerns_are_written_on_school_days_in_school_hours_and_never_before_they_happen(
            long seed) {
        years(seed)
                .forEach(year ->
                        assertThat(year.concerns())
                                .allSatisfy(c -> {
                                    var day = c.writtenAt().toLocalDate();
                                    assertThat(new SchoolCalendar(year.start()).isSchoolDay(day))
                                            .isTrue();
                                    assertThat(day).isBeforeOrEqualTo(TODAY);
                                    assertThat(c.writtenAt().toLocalTime())
                                            .isBetween(LocalTime.of(8, 0), LocalTime.of(17, 0));
                                    assertThat(c.happenedAt()).isBefore(c.writtenAt());
                                    if (c.onSite())
                                        assertThat(
                                                        new SchoolCalendar(year.start())
                                                                .isSchoolDay(
                                                                        c.happenedAt()
                                                                                .toLocalDate()))
                                                .isTrue();
                                }));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void acts_follow_each_other_up_to_today(long seed) {
        years(seed)
                .flatMap(year -> year.incidents().stream())
                .forEach(incident -> {
                    var last = incident.openedAt();
                    for (Act act : incident.acts()) {
                        assertThat(act.at()).isAfter(last);
                        assertThat(act.at().toLocalDate()).isBeforeOrEqualTo(TODAY);
                        last = act.at();
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everybody_named_exists_and_nobody_reports_or_handles_their_own(long seed) {
        DemoSchool school = DemoSchool.of(seed);
        Set<String> ids = school.people().map(DemoSchool.Person::id).collect(toSet());
        for (DemoYear year : DemoYear.upTo(TODAY, school, seed)) {
            for (DemoConcern concern : year.concerns()) {
                assertThat(ids).contains(concern.reporterId());
                for (var part : concern.people()) {
                    assertThat(ids).contains(part.personId());
                    assertThat(part.personId()).isNotEqualTo(concern.reporterId());
                    assertThat(part.role()).isIn("affected", "witness", "alleged");
                }
            }
            for (DemoIncident incident : year.incidents()) {
                assertThat(ids).contains(incident.handlerId());
                assertThat(incident.people())
                        .noneMatch(p -> p.personId().equals(incident.handlerId()));
                assertThat(incident.people().stream().map(DemoConcern.Part::personId))
                        .doesNotHaveDuplicates();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void narratives_are_finished_different_and_never_graphic(long seed) {
        years(seed)
                .forEach(year -> {
                    assertThat(year.concerns().stream().map(DemoConcern::narrative))
                            .doesNotHaveDuplicates();
                    for (DemoConcern concern : year.concerns()) {
                        String text = concern.narrative() + " " + concern.ownWords();
                        assertThat(text).doesNotContainPattern("[{}\\[\\]|]");
                        assertThat(text.toLowerCase(Locale.UK).split("[^a-z]+"))
                                .doesNotContainAnyElementsOf(NOT_TO_BE_READ_HERE);
                    }
                });
    }

    @Test
    void speaks_in_the_keys_of_the_pack() throws IOException {
        Path packs = Path.of("..", "packs");
        String playbook = Files.readString(packs.resolve("boughton-leigh/playbooks/incident.yaml"));
        Set<String> categories = new HashSet<>();
        for (String grid : List.of("learner", "staff"))
            Pattern.compile("- row: \"?([^\"\\n]+)\"?")
                    .matcher(
                            Files.readString(
                                    packs.resolve("boughton-leigh/responses/" + grid + ".yaml")))
                    .results()
                    .forEach(row -> categories.add(slug(row.group(1))));
        String base = Files.readString(packs.resolve("england-2025/categories.yaml"));
        assertThat(categories).hasSizeGreaterThan(20);
        for (DemoIncident incident : full(1).incidents()) {
            if (!categories.contains(incident.category()))
                assertThat(base).contains("\n  " + incident.category() + ":\n");
            for (Act act : incident.acts())
                switch (act) {
                    case Act.Done done ->
                            assertThat(playbook).contains("\n  " + done.step() + ":\n");
                    case Act.Answered answer ->
                            assertThat(playbook)
                                    .contains(
                                            "\n  " + answer.step() + ":\n",
                                            "asks: " + answer.fact() + "\n");
                    case Act.Chosen _, Act.Carried _, Act.Closed _ -> {}
                }
        }
    }

    private static String slug(String label) {
        return label.toLowerCase(Locale.UK).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    @Test
    void is_the_same_for_the_same_seed_and_day() {
        assertThat(full(3)).isEqualTo(full(3)).isNotEqualTo(full(4));
    }

    @ParameterizedTest
    @CsvSource({"2026-09-01", "2026-09-03", "2026-08-01", "2027-07-31", "2027-01-01", "2028-02-29"})
    void can_be_made_on_any_day(LocalDate today) {
        var years = DemoYear.upTo(today, DemoSchool.of(1), 1);
        assertThat(years).hasSize(2);
        assertThat(years.getFirst().concerns()).hasSize(60);
    }

    @ParameterizedTest
    @CsvSource({"2025, 2026-04-05", "2026, 2027-03-28", "2023, 2024-03-31", "2037, 2038-04-25"})
    void knows_when_easter_is(int start, LocalDate easter) {
        assertThat(new SchoolCalendar(start).easter()).isEqualTo(easter);
    }

    private static Act.Closed closure(DemoIncident incident) {
        return (Act.Closed) incident.acts().getLast();
    }

    private static Stream<String> answers(DemoYear year) {
        return year.incidents().stream()
                .flatMap(incident -> incident.acts().stream())
                .flatMap(act ->
                        act instanceof Act.Answered a
                                ? Stream.of(a.fact() + "=" + a.value())
                                : Stream.empty());
    }
}
