// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static school.lanyard.testing.House.NINE;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import school.lanyard.core.ledger.Verdict;
import school.lanyard.core.pack.Loaded;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.pack.PackFiles;
import school.lanyard.core.pack.Packs;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Ledgers;
import school.lanyard.policy.Draft.Begun;
import school.lanyard.policy.Draft.Saved;
import school.lanyard.testing.Engine;
import school.lanyard.testing.House;

@ParameterizedClass
@EnumSource(Engine.class)
class DraftsTest {

    private static final Packs PACKS = Packs.in(Path.of("..", "packs"));
    private static final Pack PACK = ((Loaded.Sound) PACKS.load("starter")).pack();
    private static final String LEAD = "11111111-1111-4111-8111-111111111111";
    private static final String HEAD = "22222222-2222-4222-8222-222222222222";
    private static final String ROLES = "roles.yaml";

    @Parameter Engine engine;
    @TempDir Path directory;
    House house;
    Ledger ledger;
    Editions editions;
    Drafts drafts;

    @BeforeEach
    void open() {
        house = House.fresh(engine, directory);
        ledger = Ledgers.of(house.database(), house.seals());
        editions = new Editions(house.database(), ledger, () -> NINE);
        drafts =
                new Drafts(
                        house.database(),
                        ledger,
                        editions,
                        new ShippedPacks("../packs"),
                        () -> NINE);
        publish(PACK, Map.of());
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Nested
    class Begun_from_the_edition_in_force {

        @Test
        void it_has_the_files_of_the_pack_word_for_word_but_for_its_name() {
            var draft = begun();
            assertThat(drafts.files(school(), draft.id()).texts())
                    .isEqualTo(renamed(PACKS.files("starter").texts()));
            assertThat(drafts.check(school(), draft.id()))
                    .isInstanceOfSatisfying(
                            Loaded.Sound.class,
                            sound -> {
                                assertThat(sound.pack().edition()).isEqualTo("2026-09");
                                assertThat(sound.pack().clauses()).isEqualTo(PACK.clauses());
                            });
            assertThat(draft.basedOn()).isEqualTo(editions.running(school()).id());
        }

        @Test
        void it_has_the_files_that_the_edition_was_published_with() {
            var texts = new TreeMap<>(PACKS.files("starter").texts());
            texts.merge(ROLES, "# Our own remark.\n", (text, remark) -> remark + text);
            publish(PACK, texts);
            assertThat(drafts.files(school(), begun().id()).texts()).isEqualTo(renamed(texts));
        }

        @Test
        void it_is_written_out_where_the_folder_says_something_else_by_now() {
            var texts = new TreeMap<>(PACKS.files("starter").texts());
            texts.merge("pack.yaml", "\nnext-review: \"2027-01\"\n", String::concat);
            var other = ((Loaded.Sound) PACKS.load(new PackFiles("starter", texts))).pack();
            publish(other, Map.of());
            assertThat(drafts.check(drafts.sources(school()))).isEqualTo(new Loaded.Sound(other));
            assertThat(drafts.check(school(), begun().id())).isInstanceOf(Loaded.Sound.class);
        }

        @Test
        void it_is_the_only_one_until_it_ends() {
            var draft = begun();
            assertThat(drafts.begin(school(), HEAD, null)).isEqualTo(new Begun.AlreadyThere(draft));
            assertThat(drafts.discard(school(), draft.id(), LEAD)).isTrue();
            assertThat(drafts.discard(school(), draft.id(), LEAD)).isFalse();
            assertThat(drafts.open(school())).isEmpty();
            assertThat(drafts.begin(school(), HEAD, null)).isInstanceOf(Begun.Done.class);
        }

        @Test
        void it_needs_a_review_that_there_is() {
            assertThat(drafts.begin(school(), LEAD, "33333333-3333-4333-8333-333333333333"))
                    .isEqualTo(new Begun.NoSuchReview());
        }
    }

    @Nested
    class Saving_a_file {

        @Test
        void keeps_what_was_typed_and_counts() {
            var draft = begun();
            assertThat(save(draft, "a: 1", 1)).isEqualTo(new Saved.Done(2));
            assertThat(save(draft, "a: 2", 2)).isEqualTo(new Saved.Done(3));
            assertThat(text(draft)).isEqualTo("a: 2");
        }

        @Test
        void that_somebody_saved_meanwhile_overwrites_nothing() {
            var draft = begun();
            assertThat(drafts.save(school(), draft.id(), ROLES, "a: 1", 1, HEAD))
                    .isEqualTo(new Saved.Done(2));
            assertThat(save(draft, "b: 1", 1)).isEqualTo(new Saved.Conflict(2, "a: 1", HEAD, NINE));
            assertThat(text(draft)).isEqualTo("a: 1");
        }

        @Test
        void unchanged_writes_nothing() {
            var draft = begun();
            var head = ledger.head(school());
            assertThat(save(draft, text(draft), 1)).isEqualTo(new Saved.Done(1));
            assertThat(ledger.head(school())).isEqualTo(head);
        }

        @Test
        void is_in_the_ledger_in_the_same_transaction() {
            var draft = begun();
            save(draft, "a: 1", 1);
            assertThat(ledger.about(school(), draft.id(), "policy-draft."))
                    .extracting(each -> each.action())
                    .containsExactly("policy-draft.begun", "policy-draft.saved");
            assertThat(ledger.verify(school())).isInstanceOf(Verdict.Whole.class);
        }

        @Test
        void shows_its_faults_with_file_and_line_and_leaves_the_running_edition() {
            var draft = begun();
            assertThat(drafts.check(school(), draft.id())).isInstanceOf(Loaded.Sound.class);
            save(draft, "dsl:\n  label: [", 1);
            assertThat(drafts.check(school(), draft.id()))
                    .isInstanceOfSatisfying(
                            Loaded.Broken.class,
                            broken ->
                                    assertThat(broken.faults())
                                            .anySatisfy(fault -> {
                                                assertThat(fault.file())
                                                        .isEqualTo("starter/roles.yaml");
                                                assertThat(fault.line()).isPositive();
                                                assertThat(fault.mend()).isNotEmpty();
                                            }));
            assertThat(editions.running(school()).pack()).isEqualTo(PACK);
        }

        @Test
        void is_refused_for_a_draft_that_has_ended_or_is_another_schools() {
            var draft = begun();
            var other = java.util.UUID.randomUUID().toString();
            house.found(other);
            assertThat(drafts.save(other, draft.id(), ROLES, "a: 1", 1, LEAD))
                    .isEqualTo(new Saved.NoLongerOpen());
            assertThat(drafts.listing(other, draft.id())).isEmpty();
            assertThat(drafts.discard(other, draft.id(), LEAD)).isFalse();
            drafts.discard(school(), draft.id(), LEAD);
            assertThat(save(draft, "a: 1", 1)).isEqualTo(new Saved.NoLongerOpen());
        }
    }

    @Nested
    class A_file {

        @Test
        void can_be_removed_and_added_again() {
            var draft = begun();
            assertThat(drafts.remove(school(), draft.id(), ROLES, 1, LEAD))
                    .isEqualTo(new Saved.Done(2));
            assertThat(drafts.file(school(), draft.id(), ROLES)).isEmpty();
            assertThat(save(draft, "a: 1", 1)).isEqualTo(new Saved.Conflict(2, null, LEAD, NINE));
            assertThat(drafts.add(school(), draft.id(), ROLES, "a: 1", HEAD))
                    .isEqualTo(new Saved.Done(3));
        }

        @Test
        void that_is_there_is_not_added_over() {
            assertThat(drafts.add(school(), begun().id(), ROLES, "a: 1", HEAD))
                    .isInstanceOf(Saved.Conflict.class);
        }

        @Test
        void has_a_name_that_a_pack_can_hold_and_a_size_that_a_person_can_read() {
            var draft = begun();
            for (var path :
                    java.util.List.of("../x.yaml", "a/b/c.yaml", "X.yaml", "x", "/x.yaml")) {
                assertThat(drafts.add(school(), draft.id(), path, "a: 1", LEAD))
                        .as(path)
                        .isInstanceOf(Saved.Refused.class);
            }
            assertThat(save(draft, "#".repeat(600_000), 1)).isInstanceOf(Saved.Refused.class);
        }
    }

    @Nested
    class Putting_other_files_in_their_place {

        @Test
        void changes_what_differs_and_removes_what_is_gone() {
            var draft = begun();
            var texts = new TreeMap<>(drafts.files(school(), draft.id()).texts());
            texts.remove("routing.yaml");
            texts.put(ROLES, "a: 1");
            texts.put("law.yaml", "b: 2");
            var results =
                    drafts.replace(
                            school(),
                            draft.id(),
                            new PackFiles("starter", texts),
                            seen(draft),
                            LEAD);
            assertThat(results.keySet()).containsExactly("law.yaml", ROLES, "routing.yaml");
            assertThat(drafts.files(school(), draft.id()).texts()).isEqualTo(texts);
        }

        @Test
        void changes_nothing_at_all_where_somebody_saved_one_meanwhile() {
            var draft = begun();
            var seen = seen(draft);
            save(draft, "a: 1", 1);
            var before = drafts.files(school(), draft.id());
            var texts = new TreeMap<>(before.texts());
            texts.put(ROLES, "c: 3");
            texts.put("law.yaml", "b: 2");
            assertThat(
                            drafts.replace(
                                    school(),
                                    draft.id(),
                                    new PackFiles("starter", texts),
                                    seen,
                                    HEAD))
                    .containsOnlyKeys(ROLES);
            assertThat(drafts.files(school(), draft.id())).isEqualTo(before);
        }
    }

    @Test
    void a_school_without_a_policy_has_nothing_to_begin_from() {
        var other = java.util.UUID.randomUUID().toString();
        house.found(other);
        assertThatThrownBy(() -> drafts.begin(other, LEAD, null))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Map<String, String> renamed(Map<String, String> texts) {
        var renamed = new TreeMap<>(texts);
        renamed.computeIfPresent(
                "pack.yaml",
                (_, text) -> text.replaceFirst("edition: \"[^\"]*\"", "edition: \"2026-09\""));
        return renamed;
    }

    private Map<String, Integer> seen(Draft draft) {
        var seen = new TreeMap<String, Integer>();
        drafts.listing(school(), draft.id()).forEach(file -> seen.put(file.path(), file.version()));
        return seen;
    }

    private Draft begun() {
        return ((Begun.Done) drafts.begin(school(), LEAD, null)).draft();
    }

    private Saved save(Draft draft, String text, int version) {
        return drafts.save(school(), draft.id(), ROLES, text, version, LEAD);
    }

    private String text(Draft draft) {
        return drafts.file(school(), draft.id(), ROLES).orElseThrow().text();
    }

    private void publish(Pack pack, Map<String, String> sources) {
        house.database()
                .change(
                        school(),
                        tx ->
                                editions.publish(
                                        tx,
                                        Actor.LANYARD,
                                        pack,
                                        sources,
                                        LocalDate.of(2026, 9, 1)));
    }

    private String school() {
        return house.school();
    }
}
