// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.flowchart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import school.lanyard.core.pack.Loaded;
import school.lanyard.core.pack.Packs;
import school.lanyard.core.playbook.Step;

/// A playbook as a picture, and the same in words.
class FlowchartTest {

    private static Flowchart chart(String key) {
        var pack = ((Loaded.Sound) Packs.in(Path.of("..", "packs")).load(key)).pack();
        return Flowchart.of(pack.playbooks().get("incident"), role -> pack.role(role).shortLabel());
    }

    private static int number(Flowchart chart, String label) {
        return chart.boxes().stream()
                .filter(box -> box.labels().contains(label))
                .findFirst()
                .orElseThrow()
                .number();
    }

    @ParameterizedTest
    @ValueSource(strings = {"boughton-leigh", "balfour", "starter"})
    void has_every_step_that_somebody_takes_in_one_box(String key) {
        var pack = ((Loaded.Sound) Packs.in(Path.of("..", "packs")).load(key)).pack();
        var labels = chart(key).boxes().stream().flatMap(box -> box.labels().stream()).toList();
        assertThat(labels).doesNotHaveDuplicates();
        assertThat(pack.playbooks().get("incident").steps())
                .filteredOn(step -> !(step instanceof Step.Outcome))
                .extracting(step -> step.card().label())
                .allMatch(labels::contains);
    }

    @ParameterizedTest
    @ValueSource(strings = {"boughton-leigh", "balfour", "starter"})
    void reaches_every_box_from_the_first(String key) {
        var chart = chart(key);
        var reached = new HashSet<Integer>(List.of(1));
        for (int pass = 0; pass < chart.boxes().size(); pass++) {
            chart.arrows().stream()
                    .filter(arrow -> reached.contains(arrow.from()))
                    .forEach(arrow -> reached.add(arrow.to()));
        }
        assertThat(chart.boxes()).extracting(Box::number).allMatch(reached::contains);
    }

    @Test
    void leads_from_a_question_by_its_answers() {
        var chart = chart("boughton-leigh");
        int serious = number(chart, "Decide whether it is serious");
        int meeting = number(chart, "Hold a safeguarding incident review meeting");
        int found = number(chart, "Find out what happened");
        assertThat(chart.from(serious))
                .contains(
                        new Arrow(serious, meeting, "Yes", false),
                        new Arrow(serious, found, "No", false));
        int kind = number(chart, "Decide which kind of incident it is");
        assertThat(chart.from(kind))
                .contains(
                        new Arrow(kind, serious, "Unsuitable or inappropriate", false),
                        new Arrow(kind, meeting, "Illegal, found or only suspected", true));
    }

    @Test
    void says_in_words_where_each_box_leads() {
        var chart = chart("boughton-leigh");
        int wait = number(chart, "Wait for the police");
        assertThat(Onward.sentences(chart.from(wait)))
                .contains(
                        "Then, if the answer is Nothing illegal is confirmed, or they will not take it on, go to %d."
                                .formatted(number(chart, "Decide whether it is serious")));
    }

    @Test
    void needs_an_answer_given_in_another_box_by_its_number() {
        var chart = chart("boughton-leigh");
        int staff = number(chart, "Decide whether the adult is staff or a volunteer");
        int suspension = number(chart, "Decide about suspension");
        assertThat(chart.arrows())
                .anySatisfy(arrow -> {
                    assertThat(arrow.to()).isEqualTo(suspension);
                    assertThat(arrow.when()).isEqualTo("Yes in " + staff);
                });
        assertThat(chart.box(staff).row()).isLessThan(chart.box(suspension).row());
    }

    @ParameterizedTest
    @ValueSource(strings = {"boughton-leigh", "balfour", "starter"})
    void is_drawn_within_its_sheet_and_no_box_covers_another(String key) {
        for (var drawing : List.of(Drawing.wide(chart(key)), Drawing.narrow(chart(key)))) {
            assertThat(boxes(drawing)).hasSizeGreaterThan(15);
            within(drawing);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"boughton-leigh", "balfour", "starter"})
    void stands_on_sheets_of_two_columns_with_every_box_once(String key) {
        var chart = chart(key);
        var sheets = Drawing.sheets(chart, 1.2);
        assertThat(sheets)
                .hasSizeBetween(1, 4)
                .allSatisfy(sheet -> {
                    assertThat(sheet.height() / sheet.width()).isLessThanOrEqualTo(1.21);
                    within(sheet);
                });
        assertThat(sheets.stream().mapToInt(sheet -> boxes(sheet).size()).sum())
                .isEqualTo(chart.boxes().size());
        assertThat(sheets)
                .flatExtracting(Drawing::shapes)
                .filteredOn(Shape.Words.class::isInstance)
                .allSatisfy(words ->
                        assertThat(((Shape.Words) words).y())
                                .isLessThanOrEqualTo(sheets.getFirst().height()));
    }

    private static List<Shape.Area> boxes(Drawing drawing) {
        return drawing.shapes().stream()
                .filter(Shape.Area.class::isInstance)
                .map(Shape.Area.class::cast)
                .filter(area -> area.look() != Shape.Look.GROUND && area.look() != Shape.Look.LABEL)
                .toList();
    }

    private static void within(Drawing drawing) {
        var boxes = boxes(drawing);
        assertThat(boxes)
                .allSatisfy(box -> {
                    assertThat(box.x()).isGreaterThanOrEqualTo(0);
                    assertThat(box.x() + box.width()).isLessThanOrEqualTo(drawing.width());
                    assertThat(box.y() + box.height()).isLessThanOrEqualTo(drawing.height());
                    assertThat(boxes)
                            .filteredOn(other -> other != box)
                            .noneMatch(other -> covers(box, other));
                });
    }

    private static boolean covers(Shape.Area one, Shape.Area other) {
        return one.x() < other.x() + other.width()
                && other.x() < one.x() + one.width()
                && one.y() < other.y() + other.height()
                && other.y() < one.y() + one.height();
    }
}
