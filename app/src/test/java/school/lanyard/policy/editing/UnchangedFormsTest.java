// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import school.lanyard.core.pack.Layers;
import school.lanyard.core.pack.Packs;
import school.lanyard.core.pack.Section;
import school.lanyard.core.pack.Slug;
import school.lanyard.core.pack.edit.PackEdit;
import school.lanyard.core.pack.edit.Value;
import school.lanyard.policy.editing.Target.Part;
import school.lanyard.web.Form;

/// Nothing that a form does not show is lost: every form of every entry, opened and saved as it is,
/// as browsers send it, leaves every file as it was to the last character.
class UnchangedFormsTest {

    private static final Packs PACKS = Packs.in(Path.of("..", "packs"));

    @ParameterizedTest
    @ValueSource(strings = {"boughton-leigh", "balfour", "starter"})
    void change_nothing(String key) {
        var layers = PACKS.layers(PACKS.files(key));
        var sheets = new Sheets(layers);
        var targets = targets(layers);
        for (var target : targets) {
            var sheet = sheets.of(target).orElseThrow(() -> new AssertionError(target));
            var form = sent(sheet.questions().stream().map(Question::key).toList(), sheet.filled());
            var read = sheet.read(form);
            assertThat(form.errors()).as("%s", target).isEmpty();
            assertThat(read).as("%s", target).isEqualTo(sheet.value());
            assertThat(sheet.write(PACKS, layers, read))
                    .as("%s", target)
                    .isEqualTo(new PackEdit.Result.Same());
        }
        assertThat(targets.size()).isGreaterThan(key.equals("starter") ? 200 : 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"boughton-leigh", "balfour", "starter"})
    void of_tables_and_grids_change_no_mark(String key) {
        var layers = PACKS.layers(PACKS.files(key));
        int cells = 0;
        for (var section : List.of(Section.DECISIONS, Section.RESPONSES)) {
            boolean responses = section == Section.RESPONSES;
            for (var table : Value.of(layers.section(section)).entries()) {
                var value = (Value.Entries) table.value();
                var grid =
                        responses ? Grid.responses(value) : Grid.table(value, new Offers(layers));
                var names =
                        grid.rows().stream()
                                .flatMap(row -> row.cells().stream())
                                .map(Grid.Cell::name)
                                .distinct()
                                .toList();
                assertThat(Grid.read(value, sent(names, grid.filled()), responses))
                        .as(table.key())
                        .isEqualTo(value);
                cells += names.size();
            }
        }
        assertThat(cells).isGreaterThan(50);
    }

    /// As a browser sends it: with two characters at the end of each line.
    private static Form sent(List<String> names, Form form) {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        for (var name : names) {
            var values = form.all(name).stream().map(each -> each.replace("\n", "\r\n")).toList();
            if (!values.isEmpty()) {
                typed.put(name, values);
            }
        }
        return Form.of(typed);
    }

    private static List<Target> targets(Layers layers) {
        var targets = new ArrayList<Target>();
        for (var part : Part.values()) {
            var section = Value.of(layers.section(part.section()));
            switch (part) {
                case POLICY -> targets.add(new Target(part, "", "policy"));
                case ROWS, RESPONSES ->
                        section.entries()
                                .forEach(table ->
                                        Grid.rows((Value.Entries) table.value())
                                                .forEach(row ->
                                                        targets.add(
                                                                new Target(
                                                                        part,
                                                                        table.key(),
                                                                        Slug.of(
                                                                                Offers.text(
                                                                                        row,
                                                                                        "row"))))));
                case STEPS, EDGES, BARS, CHOICES, CLOSING ->
                        section.entries()
                                .forEach(book ->
                                        under(book.value(), part.under())
                                                .forEach(key ->
                                                        targets.add(
                                                                new Target(
                                                                        part, book.key(), key))));
                default ->
                        (part.under().isEmpty() ? section.keys() : under(section, part.under()))
                                .forEach(key -> targets.add(new Target(part, "", key)));
            }
        }
        return targets;
    }

    private static List<String> under(Value value, String key) {
        return value instanceof Value.Entries entries
                        && entries.get(key) instanceof Value.Entries under
                ? under.keys()
                : List.of();
    }
}
