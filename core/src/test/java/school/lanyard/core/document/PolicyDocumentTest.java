// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import school.lanyard.core.pack.Loaded;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.pack.Packs;

/// A pack as the document that a school publishes.
class PolicyDocumentTest {

    private static Pack pack(String key) {
        return ((Loaded.Sound) Packs.in(Path.of("..", "packs")).load(key)).pack();
    }

    private static Stream<PolicyDocument.Chapter> chapters(PolicyDocument document) {
        return document.parts().stream().flatMap(part -> part.chapters().stream());
    }

    private static Stream<Block> blocks(PolicyDocument document) {
        return chapters(document).flatMap(chapter -> chapter.blocks().stream());
    }

    @ParameterizedTest
    @ValueSource(strings = {"boughton-leigh", "balfour", "starter"})
    void holds_every_clause_once_in_the_order_of_its_headings(String key) {
        var pack = pack(key);
        var document = PolicyDocument.of(pack);
        assertThat(
                        chapters(document)
                                .flatMap(chapter -> chapter.promises().stream())
                                .map(Promise::id))
                .containsExactlyInAnyOrderElementsOf(pack.clauses().keySet());
        assertThat(chapters(document).map(PolicyDocument.Chapter::anchor))
                .startsWith(pack.headings().keySet().iterator().next())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"boughton-leigh", "balfour", "starter"})
    void prints_in_each_cell_what_the_policy_answers(String key) {
        var pack = pack(key);
        long cells = 0;
        for (var table : pack.decisions().values()) {
            var printed = (Block.Answers) new Blocks(pack).of(shown(table.key()));
            for (var row : printed.rows()) {
                assertThat(row.cells()).as(row.label()).hasSameSizeAs(printed.columns());
                cells += row.cells().size();
            }
            for (var column : table.columns()) {
                if (table.columns().size() == printed.columns().size()) {
                    int at = table.columns().indexOf(column);
                    for (var row : printed.rows()) {
                        var subject =
                                table.subjects().values().stream()
                                        .filter(each -> each.label().equals(row.label()))
                                        .findFirst()
                                        .orElseThrow();
                        assertThat(row.cells().get(at).answer())
                                .as(row.label())
                                .isEqualTo(
                                        table.decide(subject, column.groups().getFirst(), Map.of())
                                                .orElseThrow()
                                                .answer());
                    }
                }
            }
        }
        assertThat(cells).isGreaterThan(50);
    }

    private static school.lanyard.core.pack.Heading.Shown shown(String table) {
        return new school.lanyard.core.pack.Heading.Shown(
                school.lanyard.core.pack.Heading.What.DECISION, table);
    }

    @Test
    void sets_a_table_whose_cells_are_asked_about_out_as_rows_and_columns() {
        var pack = pack("boughton-leigh");
        var devices = (Block.Answers) new Blocks(pack).of(shown("devices"));
        assertThat(devices.columns()).hasSize(6).contains("Device owned by a visitor");
        assertThat(devices.rows()).hasSize(4);
        int visitor = devices.columns().indexOf("Device owned by a visitor");
        assertThat(devices.rows().getFirst().label()).isEqualTo("Allowed in school");
        assertThat(devices.rows().getFirst().cells().get(visitor).word()).isEqualTo("Not allowed");
    }

    @Test
    void names_posts_and_who_chose_each_length_of_time_and_no_local_number() {
        var blocks = blocks(PolicyDocument.of(pack("boughton-leigh"))).toList();
        assertThat(blocks).hasAtLeastOneElementOfType(Block.Posts.class);
        assertThat(blocks)
                .filteredOn(Block.Intervals.class::isInstance)
                .map(Block.Intervals.class::cast)
                .first()
                .satisfies(intervals ->
                        assertThat(intervals.intervals())
                                .extracting(Block.Intervals.Interval::chosenBy)
                                .contains("The law", "The school"));
        assertThat(blocks)
                .filteredOn(Block.Contacts.class::isInstance)
                .map(Block.Contacts.class::cast)
                .flatExtracting(Block.Contacts::contacts)
                .filteredOn(Block.Contacts.Contact::local)
                .isNotEmpty()
                .allSatisfy(contact -> assertThat(contact.call()).isEmpty());
    }

    @Test
    void says_that_a_number_the_policy_does_not_give_was_the_schools_choice() {
        var often =
                chapters(PolicyDocument.of(pack("boughton-leigh")))
                        .flatMap(chapter -> chapter.promises().stream())
                        .map(Promise::often);
        assertThat(often)
                .anyMatch(words ->
                        words.matches("regularly: every .* \\(the school chose this\\).*"));
    }
}
