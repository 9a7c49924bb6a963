// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static school.lanyard.database.schema.Tables.PERSON;
import static school.lanyard.testing.House.NINE;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledgers;
import school.lanyard.testing.Engine;
import school.lanyard.testing.House;

@ParameterizedClass
@EnumSource(Engine.class)
class PeopleTest {

    static final LocalDate MONDAY = LocalDate.of(2026, 9, 14);

    @Parameter Engine engine;
    @TempDir Path directory;
    House house;
    People people;

    @BeforeEach
    void open() {
        house = House.fresh(engine, directory);
        people =
                new People(
                        house.database(),
                        house.seals(),
                        Ledgers.of(house.database(), house.seals()),
                        () -> NINE);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void are_listed_by_name_as_a_reader_expects() {
        add("Óscar Finch", "zoe Ash", "Oscar Vale", "Abdi Reed");
        assertThat(people.directory(house.school()).everybody())
                .extracting(Known::name)
                .containsExactly("Abdi Reed", "Óscar Finch", "Oscar Vale", "zoe Ash");
    }

    @Test
    void are_found_by_any_part_of_their_name_without_accents() {
        add("Óscar Finch", "Abdi Reed");
        assertThat(people.directory(house.school()).matching(" finch osc "))
                .extracting(Known::name)
                .containsExactly("Óscar Finch");
    }

    @Test
    void belong_to_groups_only_between_their_days() {
        var id = add("Abdi Reed").getFirst();
        house.database()
                .change(
                        house.school(),
                        tx ->
                                people.join(
                                        tx,
                                        Actor.LANYARD,
                                        id,
                                        new Membership("learner", "1", MONDAY, null)));
        house.database()
                .change(
                        house.school(),
                        tx -> people.leave(tx, Actor.LANYARD, id, "learner", MONDAY.plusDays(3)));
        var known = people.directory(house.school()).find(id).orElseThrow();
        assertThat(known.groupsOn(MONDAY.minusDays(1))).isEmpty();
        assertThat(known.groupsOn(MONDAY.plusDays(3))).containsExactly("learner");
        assertThat(known.yearGroupOn(MONDAY)).isEqualTo("1");
        assertThat(known.groupsOn(MONDAY.plusDays(4))).isEmpty();
    }

    @Test
    void are_family_in_both_directions() {
        var ids = add("Abdi Reed", "Sam Reed", "Zoe Ash");
        house.database()
                .change(
                        house.school(),
                        tx ->
                                people.relate(
                                        tx,
                                        Actor.LANYARD,
                                        List.of(
                                                new Kinship(
                                                        ids.get(0),
                                                        ids.get(1),
                                                        Kinship.Kind.GUARDIAN))));
        assertThat(people.relatives(house.school(), Set.of(ids.get(0)))).containsOnly(ids.get(1));
        assertThat(people.relatives(house.school(), Set.of(ids.get(1)))).containsOnly(ids.get(0));
        assertThat(people.relatives(house.school(), Set.of(ids.get(2)))).isEmpty();
    }

    @Test
    void are_not_in_the_directory_of_another_school() {
        var id = add("Abdi Reed").getFirst();
        var other = "00000000-0000-0000-0000-000000000001";
        house.found(other);
        assertThat(people.directory(other).find(id)).isEmpty();
        assertThatThrownBy(() ->
                        house.database()
                                .change(
                                        other,
                                        tx ->
                                                people.join(
                                                        tx,
                                                        Actor.LANYARD,
                                                        id,
                                                        Membership.since(MONDAY, "staff"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void have_no_readable_name_in_their_row() {
        add("Abdi Reed");
        var sealed =
                house.database().read(sql -> sql.select(PERSON.SEALED).from(PERSON).fetchOne());
        assertThat(new String(sealed.value1(), StandardCharsets.ISO_8859_1))
                .doesNotContain("Abdi", "Reed");
    }

    @Test
    void disposed_of_have_no_name_any_more() {
        var id = add("Abdi Reed").getFirst();
        var key = house.database().write(house.school(), tx -> people.keyOf(tx, id));
        house.seals().destroy(key);
        assertThat(people.directory(house.school()).name(id)).doesNotContain("Abdi");
    }

    @Test
    void that_failed_to_be_added_are_not_known() {
        people.directory(house.school());
        assertThatThrownBy(() ->
                        house.database()
                                .change(
                                        house.school(),
                                        tx -> {
                                            people.add(
                                                    tx,
                                                    Actor.LANYARD,
                                                    NewPerson.named("Abdi Reed"));
                                            throw new IllegalStateException("no");
                                        }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(people.directory(house.school()).everybody()).isEmpty();
    }

    private List<String> add(String... names) {
        return house.database()
                .write(
                        house.school(),
                        tx ->
                                people.add(
                                        tx,
                                        Actor.LANYARD,
                                        List.of(names).stream()
                                                .map(name -> NewPerson.named(name))
                                                .toList()));
    }
}
