// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import school.lanyard.roster.file.Columns;
import school.lanyard.roster.file.Identifier;
import school.lanyard.roster.file.Reading;
import school.lanyard.roster.file.RosterFile;
import school.lanyard.roster.file.Scheme;
import school.lanyard.roster.plan.Difference.What;

class PlannerTest {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    static final LocalDate BORN = LocalDate.of(2020, 5, 1);

    final Map<String, Standing.Person> people = new HashMap<>();
    final Map<String, String> owners = new HashMap<>();
    final List<Standing.Bond> bonds = new ArrayList<>();
    final Map<String, String> answers = new HashMap<>();
    final Set<String> whole = new java.util.HashSet<>();

    private void child(String id, String name, @Nullable LocalDate born, @Nullable String upn) {
        person(id, name, "learner", born);
        if (upn != null) {
            owners.put("UPN:" + upn, id);
        }
    }

    private void person(String id, String name, String group, @Nullable LocalDate born) {
        people.put(
                id,
                new Standing.Person(
                        id, name, Set.of(group), Set.of(group), born, "year-1", Set.of("Otter")));
    }

    private final Standing.Numbers numbers =
            new Standing.Numbers() {
                @Override
                public Optional<String> owner(Identifier identifier) {
                    return Optional.ofNullable(owners.get(identifier.key()));
                }

                @Override
                public boolean has(String person, Scheme scheme) {
                    return owners.entrySet().stream()
                            .anyMatch(each ->
                                    each.getValue().equals(person)
                                            && each.getKey().startsWith(scheme + ":"));
                }

                @Override
                public boolean mailedAt(String person, String address) {
                    return false;
                }
            };

    private Plan plan(String csv) {
        return plan(read(csv));
    }

    private Plan plan(Reading reading) {
        return new Planner(reading, new Standing(people, bonds, numbers), answers, whole).plan();
    }

    private static Reading read(String csv) {
        var file = csv.getBytes(StandardCharsets.UTF_8);
        return RosterFile.read(file, Columns.guess(file).columns(), TODAY);
    }

    private static Decision only(Plan plan) {
        assertThat(plan.rows()).hasSize(1);
        return plan.rows().getFirst().decision();
    }

    @Nested
    class Somebody_with_a_number {

        @Test
        void who_stands_as_the_file_says_is_left_alone() {
            child("1", "Ada Reed", BORN, "A1");
            var plan = plan("upn,name,dob,year,class\na1,ADA  REED,1/5/2020,Year 1,Otter\n");
            assertThat(only(plan)).isEqualTo(new Decision.Same("1"));
            assertThat(plan.changesNothing()).isTrue();
        }

        @Test
        void has_each_change_shown_with_what_it_was() {
            child("1", "Ada Reed", BORN, "A1");
            var plan = plan("upn,name,year,class,email\nA1,Ada Stone,2,Heron,a@example.org\n");
            assertThat(only(plan))
                    .isEqualTo(
                            new Decision.Change(
                                    "1",
                                    List.of(
                                            new Difference(What.NAME, "Ada Reed", "Ada Stone"),
                                            new Difference(What.YEAR, "year-1", "year-2"),
                                            new Difference(What.CLASS, "Otter", "Heron"),
                                            new Difference(What.EMAIL, "", "a@example.org"))));
        }

        @Test
        void keeps_what_the_file_does_not_say() {
            child("1", "Ada Reed", BORN, "A1");
            assertThat(only(plan("upn,name\nA1,Ada Reed\n"))).isEqualTo(new Decision.Same("1"));
        }

        @Test
        void whose_birthday_is_another_is_asked_about() {
            child("1", "Ada Reed", BORN, "A1");
            var csv = "upn,name,dob\nA1,Ada Reed,2/5/2020\n";
            var question = plan(csv).questions().getFirst();
            assertThat(question.kind()).isEqualTo(Question.Kind.OTHER_BIRTHDAY);
            answers.put(question.key(), Question.KEEP);
            assertThat(only(plan(csv))).isEqualTo(new Decision.Same("1"));
            answers.put(question.key(), Question.TAKE);
            assertThat(only(plan(csv))).isInstanceOf(Decision.Change.class);
            answers.put(question.key(), Question.OUT);
            assertThat(only(plan(csv))).isInstanceOf(Decision.LeftOut.class);
        }

        @Test
        void whose_name_has_nothing_in_common_is_asked_about() {
            child("1", "Ada Reed", BORN, "A1");
            var question = plan("upn,name\nA1,Bo Fox\n").questions().getFirst();
            assertThat(question.kind()).isEqualTo(Question.Kind.OTHER_NAME);
            answers.put(question.key(), Question.TAKE);
            assertThat(only(plan("upn,name\nA1,Bo Fox\n"))).isInstanceOf(Decision.Change.class);
        }

        @Test
        void of_two_people_at_once_is_asked_about() {
            child("1", "Ada Reed", BORN, "A1");
            child("2", "Ada Reed", BORN, null);
            owners.put("NUMBER:7", "2");
            assertThat(plan("upn,adno,name\nA1,7,Ada Reed\n").questions()).hasSize(1);
        }
    }

    @Nested
    class A_name_alone {

        @Test
        void is_never_enough() {
            child("1", "Ada Reed", null, null);
            var question = plan("upn,name\nA1,Ada Reed\n").questions().getFirst();
            assertThat(question.candidates()).containsExactly("person:1");
            answers.put(question.key(), "person:1");
            assertThat(only(plan("upn,name\nA1,Ada Reed\n"))).isInstanceOf(Decision.Change.class);
            answers.put(question.key(), Question.NEW);
            assertThat(only(plan("upn,name\nA1,Ada Reed\n"))).isInstanceOf(Decision.Add.class);
        }

        @Test
        void of_another_birthday_is_another_child() {
            child("1", "Ada Reed", BORN, null);
            assertThat(only(plan("upn,name,dob\nA1,Ada Reed,2/5/2020\n")))
                    .isInstanceOf(Decision.Add.class);
        }

        @Test
        void with_another_pupil_number_is_another_child() {
            child("1", "Ada Reed", BORN, "B2");
            assertThat(only(plan("upn,name,dob\nA1,Ada Reed,1/5/2020\n")))
                    .isInstanceOf(Decision.Add.class);
        }

        @Test
        void of_an_adult_is_no_child() {
            person("1", "Ada Reed", "staff", null);
            assertThat(only(plan("upn,name\nA1,Ada Reed\n"))).isInstanceOf(Decision.Add.class);
        }

        @Test
        void is_the_same_with_and_without_accents_when_it_is_asked() {
            child("1", "Zoë-Mae O’Neill", null, null);
            assertThat(plan("upn,name\nA1,ZOE MAE O'NEILL\n").questions()).hasSize(1);
        }

        @Test
        void twice_in_a_file_without_numbers_is_asked_about() {
            var csv = "role,name\nparent,Mary Reed\nparent,Mary Reed\n";
            var question = plan(csv).questions().getFirst();
            answers.put(question.key(), question.candidates().getFirst());
            assertThat(plan(csv).rows())
                    .extracting(row -> (Object) row.decision().getClass())
                    .containsExactly(Decision.Add.class, Decision.Joined.class);
        }
    }

    @Nested
    class Those_who_are_missing {

        private void class_of(int size) {
            for (int n = 0; n < size; n++) {
                child("p" + n, "Child " + (char) ('A' + n), null, "U" + n);
            }
        }

        @Test
        void from_a_file_that_is_not_whole_stay() {
            class_of(3);
            assertThat(plan("upn,name\nU0,Child A\n").leavers()).isEmpty();
        }

        @Test
        void from_a_whole_file_are_closed() {
            class_of(3);
            person("t", "Tess Marlow", "staff", null);
            whole.add("learner");
            var plan = plan("upn,name\nU0,Child A\n");
            assertThat(plan.leavers())
                    .containsOnly(Map.entry("p1", "learner"), Map.entry("p2", "learner"));
            assertThat(plan.covered()).isEqualTo(3);
            assertThat(plan.shrunken()).isFalse();
        }

        @Test
        void in_great_number_show_that_a_file_was_cut_off() {
            class_of(20);
            whole.add("learner");
            assertThat(plan("upn,name\nU0,Child A\n").shrunken()).isTrue();
        }

        @Test
        void but_may_be_somebody_who_is_asked_about_are_not() {
            child("1", "Ada Reed", null, null);
            whole.add("learner");
            assertThat(plan("upn,name\nA1,Ada Reed\n").leavers()).isEmpty();
        }

        @Test
        void by_a_leaving_date_are_closed_from_any_file() {
            child("1", "Ada Reed", BORN, "A1");
            var plan = plan("upn,name,leaving date\nA1,Ada Reed,1/9/2026\n");
            assertThat(only(plan)).isEqualTo(new Decision.Close("1"));
            assertThat(plan.closes()).isEqualTo(1);
        }

        @Test
        void and_were_never_here_are_not_added() {
            assertThat(only(plan("upn,name,leaving date\nA1,Ada Reed,1/9/2026\n")))
                    .isInstanceOf(Decision.LeftOut.class);
        }
    }

    @Nested
    class A_contact {

        @Test
        void of_a_known_child_is_bound_to_them() {
            child("1", "Ada Reed", BORN, "A1");
            var plan = plan("name,child upn,pr,may contact\nMary Reed,a1,yes,no\n");
            assertThat(plan.bonds()).hasSize(1);
            var bond = plan.bonds().getFirst();
            assertThat(bond.child()).isEqualTo(new Plan.End.Known("1"));
            assertThat(bond.adult()).isInstanceOf(Plan.End.Added.class);
            assertThat(bond.responsible()).isTrue();
            assertThat(bond.mayContact()).isFalse();
        }

        @Test
        void whom_the_child_has_already_is_the_same_and_keeps_what_is_not_said() {
            child("1", "Ada Reed", BORN, "A1");
            person("m", "Mary Reed", "parent", null);
            bonds.add(new Standing.Bond("1", "m", true, true, false));
            var plan = plan("name,child upn\nMARY Reed,A1\n");
            assertThat(only(plan)).isEqualTo(new Decision.Same("m"));
            assertThat(plan.bonds()).isEmpty();
        }

        @Test
        void of_a_child_who_is_nowhere_is_said() {
            var plan = plan("name,child upn\nMary Reed,A1\n");
            assertThat(plan.bonds()).isEmpty();
            assertThat(plan.orphans()).hasSize(1);
        }
    }

    @Test
    void the_same_makes_the_same_plan_and_a_change_another() {
        child("1", "Ada Reed", BORN, "A1");
        var print = plan("upn,name\nA1,Ada Reed\nB1,Bo Fox\n").print();
        assertThat(plan("upn,name\nA1,Ada Reed\nB1,Bo Fox\n").print()).isEqualTo(print);
        people.clear();
        assertThat(plan("upn,name\nA1,Ada Reed\nB1,Bo Fox\n").print()).isNotEqualTo(print);
    }
}
