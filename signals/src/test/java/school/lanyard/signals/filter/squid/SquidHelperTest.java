// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter.squid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import school.lanyard.signals.filter.Asker;
import school.lanyard.signals.filter.CategoryRule;
import school.lanyard.signals.filter.Decider;
import school.lanyard.signals.filter.Effect;
import school.lanyard.signals.filter.FilterPolicy;
import school.lanyard.signals.filter.Who;
import school.lanyard.signals.filter.index.Held.Guarded;
import school.lanyard.signals.filter.index.IndexBuilder;
import school.lanyard.signals.filter.index.Listing;

class SquidHelperTest {

    private static final LocalDateTime NINE = LocalDateTime.of(2026, 11, 27, 9, 0);
    private static final String REFUSED = "BH message=the%20line%20could%20not%20be%20read";

    private final Decider decider = decider();

    private static Decider decider() {
        try {
            var builder = new IndexBuilder(Guarded.NONE);
            var rules = builder.rules();
            rules.add("bad.example", builder.listing(new Listing("adult", "a list")), "a list");
            rules.add(
                    "deep.bad.example", builder.listing(new Listing("adult", "a list")), "a list");
            rules.add("games.example", builder.listing(new Listing("games", "ut1")), "ut1");
            var rule = new CategoryRule("r", Set.of(), Who.groups("learner"), Effect.BLOCK, "");
            return new Decider(
                    builder.inMemory(),
                    new FilterPolicy(Set.of("adult"), List.of(), List.of(rule), List.of()));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private String answer(String lines) {
        return answer(lines.getBytes(StandardCharsets.UTF_8));
    }

    private String answer(byte[] lines) {
        var answers =
                new SquidAnswers(
                        decider,
                        NINE,
                        (user, client) ->
                                new Asker(user.equals("head") ? "staff" : "learner", "", ""));
        var out = new ByteArrayOutputStream();
        try {
            new SquidHelper(() -> answers)
                    .serve(
                            Channels.newChannel(new ByteArrayInputStream(lines)),
                            Channels.newChannel(out));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "good.example, ERR",
        "7 http://good.example/ p1 192.0.2.7, 7 ERR",
        "http://www.bad.example/x, OK tag=adult"
                + " message=bad.example%20is%20listed%20as%20adult%20in%20a%20list",
        "0 bad.example:443 - 192.0.2.7, 0 OK tag=adult"
                + " message=bad.example%20is%20listed%20as%20adult%20in%20a%20list",
        "12 http://games.example/ p1 192.0.2.7, 12 OK tag=games"
                + " message=games.example%20is%20listed%20as%20games%20in%20ut1",
        "12 http://games.example/ head 192.0.2.7, 12 ERR",
        "12 http://bad.example/ head 192.0.2.7, 12 OK tag=adult"
                + " message=bad.example%20is%20listed%20as%20adult%20in%20a%20list",
        "3 http://deep.bad.example/, 3 OK tag=adult"
                + " message=deep.bad.example%20is%20listed%20as%20adult%20in%20a%20list",
        "3 http://b%2561d.example/, 3 OK tag=adult"
                + " message=bad.example%20is%20listed%20as%20adult%20in%20a%20list",
        "4 http://[zz]/, 4 OK tag=unreadable message=the%20address%20could%20not%20be%20read"
    })
    void a_line_gets_its_answer(String line, String answer) {
        assertThat(answer(line + "\n")).isEqualTo(answer + "\n");
    }

    @Test
    void what_makes_no_sense_is_refused_on_its_channel() {
        assertThat(answer("\n")).isEqualTo(REFUSED + "\n");
        assertThat(answer("5\n")).isEqualTo("5 " + REFUSED + "\n");
        assertThat(answer("5 \n")).isEqualTo("5 " + REFUSED + "\n");
        assertThat(answer("5 a%00b\n")).isEqualTo("5 " + REFUSED + "\n");
    }

    @Test
    void a_last_line_without_an_end_is_answered() {
        assertThat(answer("1 good.example\n2 bad.example")).startsWith("1 ERR\n2 OK tag=adult");
    }

    @Test
    void a_gigantic_line_is_refused_once_and_the_next_is_answered() {
        var line = "8 http://good.example/" + "a".repeat(1 << 20);
        assertThat(answer(line + "\n9 good.example\n")).isEqualTo("8 " + REFUSED + "\n9 ERR\n");
    }

    @Test
    void a_batch_is_answered_in_order() {
        var lines = new StringBuilder();
        var answers = new StringBuilder();
        IntStream.range(0, 50_000)
                .forEach(i -> {
                    lines.append(i)
                            .append(" http://site")
                            .append(i)
                            .append(".example/ u 192.0.2.1\n");
                    answers.append(i).append(" ERR\n");
                });
        assertThat(answer(lines.toString())).isEqualTo(answers.toString());
    }

    /// Whatever comes, each line has exactly one answer.
    @ParameterizedTest
    @MethodSource("seeds")
    void noise_is_answered_line_for_line(long seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var noise = new byte[2000];
        for (int i = 0; i < noise.length; i++) {
            noise[i] =
                    (byte)
                            (random.nextInt(4) == 0
                                    ? "\n %:/.[]@?0x".charAt(random.nextInt(12))
                                    : random.nextInt());
        }
        noise[noise.length - 1] = '\n';
        long lines = IntStream.range(0, noise.length).filter(i -> noise[i] == '\n').count();
        assertThat(answer(noise).lines().count()).isEqualTo(lines);
    }

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }
}
