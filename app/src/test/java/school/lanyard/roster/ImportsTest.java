// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static school.lanyard.database.schema.Tables.ROSTER_IMPORT_FILE;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import school.lanyard.database.Database;
import school.lanyard.people.Births;
import school.lanyard.people.Classes;
import school.lanyard.people.Guardian;
import school.lanyard.people.Guardians;
import school.lanyard.people.Identifiers;
import school.lanyard.people.People;
import school.lanyard.people.SchoolClass;
import school.lanyard.testing.Engine;

/// Files that the office sends, from the dry run to what they change, on either database.
@ParameterizedClass
@EnumSource(Engine.class)
class ImportsTest extends Office {

    @Parameter Engine engine;

    @Override
    Engine engine() {
        return engine;
    }

    @Test
    void a_dry_run_changes_nothing_and_applying_changes_all() {
        var id = begin(PUPILS);
        assertThat(run(id).plan().rows()).hasSize(3);
        assertThat(absent("Ada Reed")).isTrue();
        assertThat(apply(id)).isInstanceOf(Imports.Applied.Done.class);
        var ada = known("Ada Reed");
        var today = school.today();
        assertThat(ada.groupsOn(today)).containsExactly("learner");
        assertThat(ada.yearGroupOn(today)).isEqualTo("year-1");
        assertThat(ada.className()).isEqualTo("Otter");
        assertThat(bean(Births.class).of(school.school(), List.of(ada.id())))
                .containsValue(LocalDate.of(2020, 8, 31));
        assertThat(bean(Identifiers.class).of(school.school(), ada.id()))
                .extracting(Identifiers.Numbered::scheme, Identifiers.Numbered::value)
                .containsExactly(tuple("upn", "A123456789012"));
        assertThat(bean(Classes.class).on(school.school(), today))
                .extracting(SchoolClass::title, SchoolClass::yearGroup)
                .containsExactly(tuple("Otter", "year-1"), tuple("Heron", "year-2"));
        assertThat(run(begin(PUPILS)).plan().changesNothing()).isTrue();
    }

    @Test
    void a_later_file_moves_and_renames_and_keeps_what_it_does_not_say() {
        apply(begin(PUPILS));
        apply(begin("UPN,Forename,Surname,Year,Reg\nA123456789012,Ada,Stone,2,Heron\n"));
        var ada = known("Ada Stone");
        assertThat(ada.yearGroupOn(school.today())).isEqualTo("year-2");
        assertThat(ada.className()).isEqualTo("Heron");
        assertThat(bean(Births.class).of(school.school(), List.of(ada.id()))).hasSize(1);
        assertThat(imports.newest(school.school(), 5).getFirst().end().counts().changed())
                .isEqualTo(1);
        assertThat(
                        imports.changes(
                                school.school(),
                                imports.newest(school.school(), 5).getFirst().id()))
                .extracting("person", "kind", "what")
                .containsExactly(tuple(ada.id(), "changed", "name,year,class"));
        assertThat(known("Bo Fox").groupsOn(school.today())).containsExactly("learner");
    }

    @Test
    void guardians_stand_as_the_file_says_and_are_family() {
        apply(begin(PUPILS));
        apply(
                begin(
                        """
                        Contact name,Pupil UPN,PR,May contact
                        Mary Reed,A123456789012,yes,yes
                        John Reed,A123456789012,no,no
                        """));
        var ada = known("Ada Reed").id();
        assertThat(bean(Guardians.class).of(school.school(), List.of(ada)))
                .extracting(Guardian::adult, Guardian::responsible, Guardian::mustNotBeContacted)
                .containsExactlyInAnyOrder(
                        tuple(known("Mary Reed").id(), true, false),
                        tuple(known("John Reed").id(), false, true));
        assertThat(bean(People.class).relatives(school.school(), Set.of(ada))).hasSize(2);
        apply(begin("Contact name,Pupil UPN,PR\nJohn Reed,A123456789012,yes\n"));
        assertThat(bean(Guardians.class).of(school.school(), List.of(ada)))
                .filteredOn(each -> each.adult().equals(known("John Reed").id()))
                .extracting(Guardian::responsible, Guardian::mustNotBeContacted)
                .containsExactly(tuple(true, true));
    }

    @Test
    void the_file_goes_once_it_is_applied_or_dropped() {
        var applied = begin(PUPILS);
        var dropped = begin(PUPILS.replace("Reed", "Dropped"));
        apply(applied);
        imports.drop(school.school(), admin, dropped);
        assertThat(
                        bean(Database.class)
                                .<Integer>read(sql ->
                                        sql.fetchCount(
                                                ROSTER_IMPORT_FILE,
                                                ROSTER_IMPORT_FILE.SCHOOL.eq(school.school()))))
                .isZero();
        assertThat(imports.dryRun(school.school(), dropped, admin)).isEmpty();
        assertThat(absent("Ada Dropped")).isTrue();
    }
}
