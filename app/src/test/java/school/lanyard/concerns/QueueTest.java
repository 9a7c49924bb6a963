// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.testing.House.NINE;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import school.lanyard.concerns.store.QueueRows;
import school.lanyard.testing.Engine;

@ParameterizedClass
@EnumSource(Engine.class)
class QueueTest {

    private static final List<String> EVERYBODY =
            List.of("dsl", "deputy", "head", "chair", "vice", "teacher", "pip");

    @Parameter Engine engine;
    @TempDir Path directory;
    InfantSchool school;

    @BeforeEach
    void open() {
        school = new InfantSchool(engine, directory);
    }

    @AfterEach
    void close() {
        school.close();
    }

    @Test
    void is_as_long_as_its_lists_for_every_viewer() {
        busy();
        for (var who : EVERYBODY) {
            for (var now : List.of(NINE, NINE.plusSeconds(1), NINE.plusSeconds(400_000))) {
                var viewer = school.as(who);
                var lists = school.queue.of(viewer, now);
                var due =
                        lists.incidents().stream()
                                .map(each -> each.row().projection().nextDueAt())
                                .filter(Objects::nonNull)
                                .toList();
                assertThat(school.queue.size(viewer, now))
                        .as(who)
                        .isEqualTo(
                                new QueueRows.Size(
                                        lists.concerns().size(),
                                        (int)
                                                lists.concerns().stream()
                                                        .filter(each -> each.row().atRiskNow())
                                                        .count(),
                                        lists.incidents().size(),
                                        (int) due.stream().filter(at -> at.isBefore(now)).count(),
                                        due.stream()
                                                .filter(at -> !at.isBefore(now))
                                                .sorted()
                                                .findFirst()
                                                .orElse(null)));
            }
        }
    }

    @Test
    void is_not_empty_for_those_it_is_compared_for() {
        busy();
        assertThat(school.queue.size(school.as("dsl"), NINE.plusSeconds(1)))
                .isEqualTo(new QueueRows.Size(2, 1, 2, 2, null));
        assertThat(school.queue.size(school.as("head"), NINE).concerns()).isOne();
        assertThat(school.queue.size(school.as("chair"), NINE).concerns()).isOne();
    }

    @Test
    void is_counted_with_one_query() {
        busy();
        var queries = new AtomicInteger();
        var counting =
                new ExecuteListener() {
                    @Override
                    public void executeStart(ExecuteContext context) {
                        queries.incrementAndGet();
                    }
                };
        school.house
                .database()
                .read(sql ->
                        new QueueRows(
                                        sql.configuration().deriveAppending(counting).dsl(),
                                        school.house.school())
                                .size(school.as("dsl"), NINE));
        assertThat(queries).hasValue(1);
    }

    @Test
    void shows_what_a_concern_could_join_with_everybody_in_it_and_enters_that() {
        var receipt = school.report("anything-else", "pip");
        var reference =
                school.incidents
                        .openFrom(
                                school.as("dsl"),
                                receipt.reference(),
                                List.of(
                                        new IncidentEvent.PersonLinked(
                                                school.id("pip"), Part.AFFECTED),
                                        new IncidentEvent.PersonLinked(
                                                school.id("bo"), Part.WITNESS)),
                                NINE)
                        .orElseThrow();
        var shown = school.queue.open(school.as("deputy"), NINE);
        assertThat(shown)
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.row().reference()).isEqualTo(reference);
                    assertThat(each.people())
                            .containsExactlyInAnyOrder(school.id("pip"), school.id("bo"));
                });
        var id = shown.getFirst().row().id();
        assertThat(school.ledger.about(school.house.school(), id, "queue.read"))
                .last()
                .satisfies(entry -> assertThat(entry.actor().id()).isEqualTo(school.id("deputy")));
        assertThat(school.queue.open(school.as("head"), NINE)).isEmpty();
    }

    /// Something of every kind: waiting, at risk, about staff and leaders, open, closed to the DSL,
    /// answered.
    private void busy() {
        school.report("anything-else", "pip");
        school.alarm("anything-else", "bo");
        school.report("about-staff", "teacher");
        school.report("about-headteacher", "head");
        school.report("anything-else", List.of(new Report.Named(null, "Mrs Sharpe")));
        for (var child : List.of("pip", "bo")) {
            school.incidents.openFrom(
                    school.as("dsl"),
                    school.report("anything-else", child).reference(),
                    List.of(),
                    NINE);
        }
        school.concerns.answer(
                school.as("dsl"),
                school.report("anything-else", "bo").reference(),
                new Concern.Answer("It was a dream.", "Nobody.", false, "She is away."),
                UUID.randomUUID().toString(),
                NINE);
    }
}
