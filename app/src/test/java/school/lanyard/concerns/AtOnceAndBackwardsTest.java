// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.testing.House.NINE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import school.lanyard.concerns.IncidentEvent.Closed;
import school.lanyard.concerns.IncidentEvent.NoteAdded;
import school.lanyard.core.ledger.Verdict;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Rebuilding;
import school.lanyard.testing.Engine;

/// Two handlers who write at once, and a clock that is put back.
@ParameterizedClass
@EnumSource(Engine.class)
class AtOnceAndBackwardsTest extends AtInfantSchool {

    private static final int EACH = 12;

    @Test
    void what_two_handlers_write_at_once_is_all_kept() throws Exception {
        var reference = opened("dsl", school.report("anything-else", "pip"));
        var before = view("dsl", reference, NINE).incident().history().size();
        var work = new ArrayList<Callable<Outcome>>();
        for (int i = 0; i < EACH; i++) {
            for (var handler : List.of("dsl", "deputy")) {
                var words = handler + " " + i;
                work.add(() -> record(handler, reference, new NoteAdded(words)));
            }
        }
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var each : threads.invokeAll(work)) {
                assertThat(each.get()).isEqualTo(new Outcome.Recorded());
            }
        }
        var incident = view("deputy", reference, NINE).incident();
        assertThat(incident.history()).hasSize(before + 2 * EACH);
        assertThat(incident.history().stream().map(each -> each.event()).distinct())
                .as("nobody's words stand in place of another's")
                .hasSize(before + 2 * EACH);
        holds();
    }

    @Test
    void a_clock_that_is_put_back_loses_nothing_and_changes_no_order() {
        var reference = opened("dsl", school.report("anything-else", "pip"));
        var earlier = NINE.minus(Duration.ofHours(5));
        assertThat(record("dsl", reference, kind(false), NINE)).isEqualTo(new Outcome.Recorded());
        assertThat(record("deputy", reference, new NoteAdded("After it, before it"), earlier))
                .isEqualTo(new Outcome.Recorded());
        var incident = view("dsl", reference, earlier).incident();
        assertThat(incident.history().getLast().event())
                .isEqualTo(new NoteAdded("After it, before it"));
        assertThat(record("dsl", reference, new Closed("no-further-action", "x"), earlier))
                .as("what closing asks for is asked for all the same")
                .isInstanceOf(Outcome.Refused.class);
        assertThat(school.incidents.toReviewBy(school.as("dsl"), InfantSchool.TODAY)).isEmpty();
        holds();
    }

    private void holds() {
        var of =
                new Rebuilding(
                        school.house.database(), school.house.seals(), school.house.school());
        assertThat(new Ledger(of.database(), of.seals()).verify(of.school()))
                .isInstanceOf(Verdict.Whole.class);
        assertThat(Projections.differing(of.database(), of.seals(), of.school())).isEmpty();
        assertThat(CaseProof.compare(of))
                .allSatisfy(each -> assertThat(each.differing()).as(each.words()).isEmpty());
    }
}
