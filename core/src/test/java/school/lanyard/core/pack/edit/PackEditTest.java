// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import school.lanyard.core.pack.Layers;
import school.lanyard.core.pack.Loaded;
import school.lanyard.core.pack.PackFiles;
import school.lanyard.core.pack.Packs;
import school.lanyard.core.pack.Section;
import school.lanyard.core.pack.edit.PackEdit.Result;

/// Changing what a school's pack says, where the pack says it or its base does.
class PackEditTest {

    private static final Packs PACKS = Packs.in(java.nio.file.Path.of("..", "packs"));
    private static final Layers BALFOUR = PACKS.layers(PACKS.files("balfour"));
    private static final Layers STARTER = PACKS.layers(PACKS.files("starter"));

    @Nested
    class What_the_school_says_itself {

        @Test
        void changes_in_its_own_file() {
            var changed =
                    changed(
                            put(
                                    BALFOUR,
                                    Section.CLAUSES,
                                    Path.to("BF-069", "cadence"),
                                    Value.text("none")));
            assertThat(changed.path()).startsWith("clauses/");
            assertThat(lines(BALFOUR, changed)).hasSizeLessThanOrEqualTo(1);
        }

        @Test
        void is_taken_away_whole() {
            var removed =
                    PackEdit.remove(
                            PACKS, BALFOUR, Section.DECISIONS, Path.to("devices", "rows").at(6));
            assertThat(changed(removed).after().loaded()).isInstanceOf(Loaded.Sound.class);
        }
    }

    @Nested
    class What_only_the_base_says {

        @Test
        void gets_an_entry_of_the_school_s_own_with_what_every_entry_needs() {
            var changed =
                    changed(
                            put(
                                    BALFOUR,
                                    Section.INTERVALS,
                                    Path.to("monitoring-report", "length"),
                                    Value.text("P3D")));
            assertThat(changed.path()).isEqualTo("intervals.yaml");
            assertThat(changed.text())
                    .isEqualTo(
                            text(BALFOUR, "intervals.yaml")
                                    + "monitoring-report:\n  label: Longest time between reports from monitoring\n"
                                    + "  length: P3D\n  chosen-by: law\n");
            assertThat(changed.after().loaded()).isInstanceOf(Loaded.Sound.class);
        }

        @Test
        void takes_along_what_a_changed_key_may_not_be_without() {
            var changed =
                    changed(
                            put(
                                    BALFOUR,
                                    Section.MARKS,
                                    Path.to("with-staff-permission", "when"),
                                    Value.text("!staff_permission")));
            assertThat(changed.after().loaded()).isInstanceOf(Loaded.Sound.class);
            assertThat(changed.text()).contains("says: with a member of staff's permission");
        }

        @Test
        void gets_a_file_where_there_is_none() {
            var texts = new TreeMap<>(BALFOUR.files().texts());
            texts.remove("contacts.yaml");
            var layers = PACKS.layers(new PackFiles("balfour", texts));
            var changed =
                    changed(
                            put(
                                    layers,
                                    Section.CONTACTS,
                                    Path.to("police", "use-when"),
                                    Value.text("Now.")));
            assertThat(changed.path()).isEqualTo("contacts.yaml");
            assertThat(changed.text()).startsWith("police:").contains("use-when: Now.");
        }

        @Test
        void of_a_playbook_that_adapts_it_is_only_what_differs() {
            var changed =
                    changed(
                            put(
                                    STARTER,
                                    Section.PLAYBOOKS,
                                    Path.to("incident", "choices", "review_meeting", "chosen"),
                                    Value.text("internal-only")));
            assertThat(changed.text())
                    .isEqualTo(
                            text(STARTER, "playbooks/incident.yaml")
                                    + "choices: {review_meeting: {chosen: internal-only}}\n");
            var again =
                    changed(
                            put(
                                    STARTER,
                                    Section.PLAYBOOKS,
                                    Path.to("incident", "steps", "watch", "within"),
                                    Value.text("P7D")));
            assertThat(again.text())
                    .isEqualTo(
                            text(STARTER, "playbooks/incident.yaml")
                                    .replace(
                                            "watch: {clauses: [ST-028]}",
                                            "watch: {clauses: [ST-028], within: P7D}"));
        }

        @Test
        void cannot_be_taken_away() {
            assertThat(PackEdit.remove(PACKS, BALFOUR, Section.CONTACTS, Path.to("police")))
                    .isInstanceOfSatisfying(
                            Result.Refused.class,
                            refused ->
                                    assertThat(refused.problem())
                                            .isEqualTo(
                                                    "police comes from the base, and cannot be taken away."));
        }
    }

    @Test
    void Saying_the_same_changes_nothing() {
        var is =
                PackEdit.at(Value.of(BALFOUR.section(Section.CLAUSES)), Path.to("BF-069"))
                        .orElseThrow();
        assertThat(put(BALFOUR, Section.CLAUSES, Path.to("BF-069"), is))
                .isEqualTo(new Result.Same());
    }

    private static Result put(Layers layers, Section section, Path path, Value is) {
        return PackEdit.put(PACKS, layers, section, path, is, null);
    }

    private static Result.Changed changed(Result result) {
        if (result instanceof Result.Changed changed) {
            return changed;
        }
        throw new AssertionError(result);
    }

    private static List<String> lines(Layers layers, Result.Changed changed) {
        var before = text(layers, changed.path()).lines().toList();
        return changed.text().lines().filter(line -> !before.contains(line)).toList();
    }

    private static String text(Layers layers, String path) {
        return layers.files().texts().get(path);
    }
}
