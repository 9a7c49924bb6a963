// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.testing.House.NINE;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import school.lanyard.core.ledger.Verdict;
import school.lanyard.core.pack.Interval;
import school.lanyard.ledger.Actor;
import school.lanyard.people.Schools;
import school.lanyard.testing.Engine;

/// A concern that was begun and not sent for longer than the policy keeps it.
@ParameterizedClass
@EnumSource(Engine.class)
class OldDraftTest {

    private static final Instant LATER = NINE.plus(Duration.ofDays(30).plusHours(2));

    @Parameter Engine engine;
    @TempDir Path directory;
    InfantSchool school;
    String draft;
    DraftClearing clearing;

    @BeforeEach
    void open() {
        school = new InfantSchool(engine, directory);
        draft = begin(NINE);
        clearing =
                new DraftClearing(
                        school.drafts,
                        school.editions,
                        school.ledger,
                        new Schools(school.house.database()));
    }

    @AfterEach
    void close() {
        school.close();
    }

    @Test
    void is_cleared_and_the_ledger_says_so() {
        assertThat(clearing.clear(LATER)).isOne();
        assertThat(school.drafts.of(school.as("teacher"))).isEmpty();
        assertThat(school.ledger.about(school.house.school(), draft, Drafts.CLEARED))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.actor()).isEqualTo(Actor.LANYARD);
                    assertThat(entry.at()).isEqualTo(LATER);
                    assertThat(entry.content()).isNull();
                });
        assertThat(school.ledger.verify(school.house.school())).isInstanceOf(Verdict.Whole.class);
    }

    @Test
    void is_kept_until_its_time_is_up() {
        assertThat(clearing.clear(NINE.plus(Duration.ofDays(29)))).isZero();
        assertThat(school.drafts.find(school.as("teacher"), draft)).isPresent();
    }

    @Test
    void counts_from_when_it_was_last_saved() {
        save(draft, LATER.minus(Duration.ofDays(1)));
        assertThat(clearing.clear(LATER)).isZero();
    }

    @Test
    void goes_alone() {
        var fresh = begin(LATER);
        assertThat(clearing.clear(LATER)).isOne();
        assertThat(school.drafts.of(school.as("teacher")))
                .extracting(Drafts.Unsent::id)
                .containsExactly(fresh);
    }

    @Test
    void leaves_no_entry_where_there_is_none() {
        clearing.clear(NINE);
        assertThat(school.ledger.about(school.house.school(), draft, Drafts.CLEARED)).isEmpty();
    }

    @Test
    void is_kept_as_long_as_the_school_chose() {
        var interval = InfantSchool.PACK.intervals().get(DraftClearing.INTERVAL);
        assertThat(interval.length()).isEqualTo(Period.ofDays(30));
        assertThat(interval.chosenBy()).isEqualTo(Interval.ChosenBy.SCHOOL);
        assertThat(interval.note()).isNotBlank();
    }

    private String begin(Instant at) {
        return save(UUID.randomUUID().toString(), at);
    }

    private String save(String id, Instant at) {
        school.drafts.save(school.as("teacher"), id, Map.of("what", List.of("A worry")), at);
        return id;
    }
}
