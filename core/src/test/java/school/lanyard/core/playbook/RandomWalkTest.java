// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import school.lanyard.core.pack.IncidentPlaybook;

/// What must hold wherever a case wanders: people do what is open, or anything at all, in any
/// order.
class RandomWalkTest {
    private static final List<String> FORBIDDEN =
            List.of("interview", "device-check", "upload", "investigation", "finding");
    private static final Map<Long, List<Stop>> WALKS = new ConcurrentHashMap<>();
    private static final Playbook BOOK = IncidentPlaybook.asShipped();

    @ParameterizedTest
    @MethodSource("seeds")
    void the_bars_stand_whenever_the_police_track_runs_and_only_then(long seed) {
        assertThat(walk(seed))
                .allSatisfy(one -> {
                    var progress = one.progress();
                    var police = "police".equals(progress.track());
                    assertThat(FORBIDDEN)
                            .allSatisfy(action ->
                                    assertThat(progress.bars(action) != null).isEqualTo(police));
                    assertThat(progress.isBlocked("investigate")).isEqualTo(police);
                    assertThat(police && progress.isOpen("investigate")).isFalse();
                });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_police_track_ends_only_after_the_police_were_told_and_replied(long seed) {
        var walk = walk(seed);
        for (int i = 1; i < walk.size(); i++) {
            var before = walk.get(i - 1).progress();
            var after = walk.get(i).progress();
            if ("police".equals(before.track()) && !"police".equals(after.track())) {
                assertThat(before.isOpen("await-police") || replied(before)).isTrue();
                assertThat(last(walk.get(i).one()))
                        .isInstanceOfSatisfying(
                                Event.Answered.class,
                                answered -> {
                                    assertThat(answered.fact()).isEqualTo("police_reply");
                                    assertThat(answered.value())
                                            .isEqualTo(Value.option("not-confirmed"));
                                });
                assertThat(doneSince(before, "tell-police", before.rounds().getLast())).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_case_that_may_close_has_nothing_open_and_everything_recorded(long seed) {
        assertThat(walk(seed))
                .allSatisfy(one -> {
                    var progress = one.progress();
                    if (progress.closing().allowed()) {
                        assertThat(progress.open()).noneMatch(Progress.Open::required);
                        assertThat(BOOK.closing())
                                .allSatisfy(requirement ->
                                        assertThat(requirement.steps()).allMatch(progress::isDone));
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothing_recorded_is_ever_lost(long seed) {
        var walk = walk(seed);
        for (int i = 1; i < walk.size(); i++) {
            var before = walk.get(i - 1).progress();
            var after = walk.get(i).progress();
            assertThat(after.done().subList(0, before.done().size())).isEqualTo(before.done());
            assertThat(after.notCounted().subList(0, before.notCounted().size()))
                    .isEqualTo(before.notCounted());
            assertThat(after.done().size() + after.notCounted().size())
                    .isEqualTo(walk.get(i).one().situation().events().size());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_same_records_give_the_same_progress(long seed) {
        var one = walk(seed).getLast().one();

        assertThat(one.progress())
                .isEqualTo(
                        BOOK.progress(
                                new Situation(
                                        one.situation().openedAt(), one.situation().events())));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_step_is_in_one_place(long seed) {
        var progress = walk(seed).getLast().progress();
        var placed =
                Stream.of(
                                progress.open().stream().map(open -> open.step().key()),
                                progress.blocked().stream().map(Progress.Blocked::step),
                                progress.later().stream(),
                                progress.notApplicable().stream(),
                                progress.passed().stream().map(Progress.Passed::step))
                        .flatMap(keys -> keys)
                        .toList();

        assertThat(placed).doesNotHaveDuplicates();
        assertThat(BOOK.steps().stream().map(Step::key).filter(key -> !placed.contains(key)))
                .allMatch(progress::isDone);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whoever_goes_on_doing_what_is_open_can_close(long seed) {
        var random = random(seed);
        var one = walk(seed).getLast().one();
        for (int i = 0; i < 100 && !one.progress().closing().allowed(); i++) {
            one = doWhatIsOpen(one, random);
        }

        assertThat(one.progress().closing().missing()).isEmpty();
    }

    private static boolean replied(Progress progress) {
        return progress.isDone("await-police");
    }

    private static boolean doneSince(Progress progress, String step, Progress.Round round) {
        return progress.done().stream()
                .anyMatch(done -> done.step().equals(step) && !done.at().isBefore(round.since()));
    }

    private static Event last(Case one) {
        return one.situation().events().getLast();
    }

    /// A case on its way, with its progress there.
    private record Stop(Case one, Progress progress) {
        static Stop at(Case one) {
            return new Stop(one, one.progress());
        }
    }

    private static List<Stop> walk(long seed) {
        return WALKS.computeIfAbsent(seed, RandomWalkTest::walked);
    }

    private static List<Stop> walked(long seed) {
        var random = random(seed);
        var walk = new ArrayList<Stop>();
        walk.add(Stop.at(Case.opened(BOOK)));
        int length = random.nextInt(1, 60);
        for (int i = 0; i < length; i++) {
            var one = walk.getLast().one();
            var next = random.nextInt(5) == 0 ? anything(one, random) : doWhatIsOpen(one, random);
            walk.add(Stop.at(next));
        }
        return walk;
    }

    private static Case doWhatIsOpen(Case one, RandomGenerator random) {
        var open = one.progress().open();
        if (open.isEmpty()) {
            return one;
        }
        var step = open.get(random.nextInt(open.size())).step();
        return switch (step) {
            case Step.Decision decision -> answer(one, decision.fact(), random);
            case Step.Wait wait -> answer(one, wait.fact(), random);
            default -> one.did(step.key());
        };
    }

    private static Case anything(Case one, RandomGenerator random) {
        if (random.nextBoolean()) {
            return answer(one, BOOK.facts().get(random.nextInt(BOOK.facts().size())).key(), random);
        }
        var steps =
                BOOK.steps().stream()
                        .filter(step -> step instanceof Step.Task || step instanceof Step.Meeting)
                        .toList();
        return one.did(steps.get(random.nextInt(steps.size())).key());
    }

    private static Case answer(Case one, String fact, RandomGenerator random) {
        var answers =
                BOOK.facts().stream()
                        .filter(f -> f.key().equals(fact))
                        .findFirst()
                        .orElseThrow()
                        .answers();
        return switch (answers.get(random.nextInt(answers.size()))) {
            case Value.YesNo(var yes) -> one.answered(fact, yes);
            case Value.Option(var key) -> one.answered(fact, key);
        };
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }
}
