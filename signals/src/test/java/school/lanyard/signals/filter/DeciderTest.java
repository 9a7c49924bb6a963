// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import school.lanyard.signals.filter.Decision.Allowed;
import school.lanyard.signals.filter.Decision.AllowedWithNote;
import school.lanyard.signals.filter.Decision.Blocked;
import school.lanyard.signals.filter.index.FilterIndex;
import school.lanyard.signals.filter.index.Held.Guarded;
import school.lanyard.signals.filter.index.IndexBuilder;
import school.lanyard.signals.filter.index.Listing;
import school.lanyard.signals.filter.index.Lookup;

class DeciderTest {

    private static final LocalDateTime FRIDAY_NINE = LocalDateTime.of(2026, 11, 27, 9, 0);
    private static final Asker PUPIL = new Asker("learner", "school", "site");
    private static final Asker TEACHER = new Asker("staff", "school", "site");
    private static final Who LUNCH =
            new Who(
                    Set.of("learner"),
                    Set.of(),
                    Set.of(),
                    new Hours(Set.of(), LocalTime.of(12, 0), LocalTime.of(13, 0)));

    private static FilterIndex index() {
        try {
            var builder = new IndexBuilder(Guarded.NONE);
            var rules = builder.rules();
            rules.add("illegal.example", builder.listing(new Listing("illegal", "watch")), "watch");
            rules.add("games.example", builder.listing(new Listing("games", "ut1")), "ut1");
            rules.add(
                    "chess.games.example",
                    builder.listing(new Listing("education", "ours")),
                    "ours");
            rules.add("both.example", builder.listing(new Listing("games", "ut1")), "ut1");
            rules.add("both.example", builder.listing(new Listing("illegal", "watch")), "watch");
            rules.add("news.example", builder.listing(new Listing("news", "ut1")), "ut1");
            return builder.inMemory();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Decider decider(List<Approved> approved, List<Fallback> fallbacks) {
        var rules =
                List.of(
                        new CategoryRule(
                                "lunch", Set.of("games"), LUNCH, Effect.NOTE, "games at lunch"),
                        new CategoryRule(
                                "games",
                                Set.of("games"),
                                Who.groups("learner", "guest"),
                                Effect.BLOCK,
                                ""),
                        new CategoryRule(
                                "news", Set.of("news"), Who.groups("guest"), Effect.BLOCK, ""));
        return new Decider(
                index(), new FilterPolicy(Set.of("illegal"), approved, rules, fallbacks));
    }

    private static Approved exception(
            String rule, boolean blocks, Who who, @Nullable LocalDateTime until) {
        return new Approved(rule, blocks, who, FRIDAY_NINE.minusDays(1), until, "request 12");
    }

    private final Decider plain = decider(List.of(), List.of());

    @Test
    void names_category_list_and_rule_of_what_it_blocks() {
        assertThat(plain.decide(PUPIL, FRIDAY_NINE, "https://www.Games.example:443/x"))
                .isEqualTo(new Blocked(Layer.CATEGORIES, "games", "ut1", "games.example"));
    }

    @Test
    void is_not_one_profile_for_all() {
        assertThat(plain.decide(TEACHER, FRIDAY_NINE, "games.example")).isEqualTo(new Allowed());
        assertThat(plain.decide(new Asker("guest", "", ""), FRIDAY_NINE, "news.example").allowed())
                .isFalse();
        assertThat(plain.decide(PUPIL, FRIDAY_NINE, "news.example").allowed()).isTrue();
    }

    @Test
    void knows_the_time() {
        assertThat(plain.decide(PUPIL, FRIDAY_NINE.withHour(12), "games.example"))
                .isEqualTo(
                        new AllowedWithNote(Layer.CATEGORIES, "games at lunch", "games.example"));
        assertThat(plain.decide(PUPIL, FRIDAY_NINE.withHour(13), "games.example").allowed())
                .isFalse();
    }

    @Test
    void blocks_what_is_illegal_for_everybody_whatever_else_is_said() {
        var approved =
                decider(
                        List.of(
                                exception("illegal.example", false, Who.ANYONE, null),
                                exception("both.example", false, Who.ANYONE, null)),
                        List.of(new Fallback(Who.ANYONE, Effect.ALLOW, "")));
        for (var asker : List.of(PUPIL, TEACHER, Asker.UNKNOWN)) {
            assertThat(approved.decide(asker, FRIDAY_NINE, "x.illegal.example"))
                    .isEqualTo(new Blocked(Layer.ILLEGAL, "illegal", "watch", "illegal.example"));
            assertThat(approved.decide(asker, FRIDAY_NINE, "both.example"))
                    .isEqualTo(new Blocked(Layer.ILLEGAL, "illegal", "watch", "both.example"));
        }
    }

    @Test
    void does_not_let_a_harmless_child_hide_its_parent() {
        assertThat(plain.decide(PUPIL, FRIDAY_NINE, "chess.games.example").allowed()).isFalse();
    }

    @Test
    void refuses_a_host_that_cannot_be_read() {
        assertThat(plain.decide(PUPIL, FRIDAY_NINE, "http://a..b/"))
                .isEqualTo(new Blocked(Layer.DEFAULT, Decider.UNREADABLE, "", ""));
    }

    @Nested
    class An_approved_exception {

        @Test
        void lets_one_site_through_and_says_by_what() {
            var decider =
                    decider(
                            List.of(
                                    exception(
                                            "chess.games.example",
                                            false,
                                            Who.groups("learner"),
                                            null)),
                            List.of());
            assertThat(decider.decide(PUPIL, FRIDAY_NINE, "http://chess.games.example/"))
                    .isEqualTo(
                            new AllowedWithNote(
                                    Layer.APPROVED, "request 12", "chess.games.example"));
            assertThat(decider.decide(PUPIL, FRIDAY_NINE, "games.example").allowed()).isFalse();
            assertThat(
                            decider.decide(
                                            new Asker("guest", "", ""),
                                            FRIDAY_NINE,
                                            "chess.games.example")
                                    .allowed())
                    .isFalse();
        }

        @Test
        void expires() {
            var decider =
                    decider(
                            List.of(
                                    exception(
                                            "games.example",
                                            false,
                                            Who.ANYONE,
                                            FRIDAY_NINE.plusHours(1))),
                            List.of());
            assertThat(
                            decider.decide(PUPIL, FRIDAY_NINE.plusMinutes(59), "games.example")
                                    .allowed())
                    .isTrue();
            assertThat(decider.decide(PUPIL, FRIDAY_NINE.plusHours(1), "games.example").allowed())
                    .isFalse();
        }

        @Test
        void may_block_and_the_most_specific_decides() {
            var decider =
                    decider(
                            List.of(
                                    exception("open.example", true, Who.ANYONE, null),
                                    exception("open.example/safe", false, Who.ANYONE, null)),
                            List.of());
            assertThat(decider.decide(PUPIL, FRIDAY_NINE, "http://open.example/"))
                    .isEqualTo(new Blocked(Layer.APPROVED, "school", "request 12", "open.example"));
            assertThat(decider.decide(PUPIL, FRIDAY_NINE, "http://open.example/safe/x").allowed())
                    .isTrue();
            assertThat(decider.decide(PUPIL, FRIDAY_NINE, "http://open.example/safest").allowed())
                    .isFalse();
        }
    }

    @Nested
    class The_default {

        @Test
        void may_be_to_block_for_the_youngest() {
            var decider =
                    decider(
                            List.of(exception("reading.example", false, Who.ANYONE, null)),
                            List.of(new Fallback(Who.groups("learner"), Effect.BLOCK, "")));
            assertThat(decider.decide(PUPIL, FRIDAY_NINE, "any.example"))
                    .isEqualTo(new Blocked(Layer.DEFAULT, "default", "", ""));
            assertThat(decider.decide(PUPIL, FRIDAY_NINE, "reading.example").allowed()).isTrue();
            assertThat(decider.decide(TEACHER, FRIDAY_NINE, "any.example"))
                    .isEqualTo(new Allowed());
        }
    }

    /// The quick answer and the full one never differ.
    @Test
    void is_the_same_however_it_is_asked() {
        var decider =
                decider(
                        List.of(
                                exception("chess.games.example", false, Who.ANYONE, null),
                                exception("open.example", true, Who.ANYONE, null)),
                        List.of(new Fallback(Who.groups("guest"), Effect.BLOCK, "")));
        var lookup = new Lookup();
        for (var address :
                List.of(
                        "illegal.example",
                        "both.example",
                        "games.example",
                        "chess.games.example",
                        "open.example",
                        "any.example",
                        "a..b",
                        "-")) {
            for (var asker : List.of(PUPIL, TEACHER, new Asker("guest", "", ""))) {
                for (int hour : new int[] {9, 12}) {
                    var bound = decider.forAsker(asker, FRIDAY_NINE.withHour(hour));
                    var bytes = address.getBytes(StandardCharsets.UTF_8);
                    assertThat(bound.allows(lookup, bytes, 0, bytes.length))
                            .isEqualTo(bound.decide(lookup, bytes, 0, bytes.length).allowed());
                }
            }
        }
    }

    @Test
    void hours_may_go_past_midnight() {
        var night = new Hours(Set.of(DayOfWeek.FRIDAY), LocalTime.of(22, 0), LocalTime.of(6, 0));
        assertThat(night.include(FRIDAY_NINE.withHour(23))).isTrue();
        assertThat(night.include(FRIDAY_NINE.plusDays(1).withHour(5))).isTrue();
        assertThat(night.include(FRIDAY_NINE.withHour(5))).isFalse();
        assertThat(night.include(FRIDAY_NINE.plusDays(1).withHour(23))).isFalse();
    }
}
