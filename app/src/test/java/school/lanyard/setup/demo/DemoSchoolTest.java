// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DemoSchoolTest {

    static LongStream seeds() {
        return LongStream.range(0, 15);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void has_270_pupils_in_nine_classes_of_thirty(long seed) {
        DemoSchool school = DemoSchool.of(seed);
        assertThat(school.pupils()).hasSize(270);
        var classes =
                school.pupils().stream()
                        .collect(groupingBy(p -> p.year() + " " + p.classroom(), counting()));
        assertThat(classes).hasSize(9).allSatisfy((_, size) -> assertThat(size).isEqualTo(30));
        assertThat(school.pupils().stream().map(DemoSchool.Pupil::year).distinct())
                .containsExactlyInAnyOrder("reception", "year-1", "year-2");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void has_45_staff_with_every_role_held(long seed) {
        DemoSchool school = DemoSchool.of(seed);
        assertThat(school.staff()).hasSize(45);
        for (String role :
                List.of(
                        "headteacher",
                        "dsl",
                        "deputy-dsl",
                        "online-safety-lead",
                        "administrator",
                        "it-provider",
                        "deputy-headteacher",
                        "curriculum-lead",
                        "line-manager")) assertThat(school.holding(role)).isNotNull();
        assertThat(school.staff().stream().filter(s -> s.roles().contains("class-teacher")))
                .hasSize(9);
        assertThat(school.chair()).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void names_nobody_twice_but_those_who_are_also_parents(long seed) {
        DemoSchool school = DemoSchool.of(seed);
        var also = school.guardians().stream().filter(g -> g.sameAs() != null).toList();
        assertThat(also).hasSize(2);
        assertThat(also.get(0).sameAs()).startsWith("staff-");
        assertThat(also.get(1).sameAs()).startsWith("governor-");
        assertThat(also).allSatisfy(g -> assertThat(g.children()).isNotEmpty());
        assertThat(
                        school.people()
                                .filter(p -> !also.contains(p))
                                .map(p -> p.given() + " " + p.family()))
                .doesNotHaveDuplicates();
        assertThat(school.people().map(DemoSchool.Person::id)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void gives_every_pupil_a_guardian(long seed) {
        DemoSchool school = DemoSchool.of(seed);
        var looked = school.guardians().stream().flatMap(g -> g.children().stream()).distinct();
        assertThat(looked)
                .containsExactlyInAnyOrderElementsOf(
                        school.pupils().stream().map(DemoSchool.Pupil::id).toList());
    }

    @Test
    void writes_only_to_a_reserved_domain_and_says_that_it_is_invented() {
        DemoSchool school = DemoSchool.of(1);
        assertThat(school.guardians()).allSatisfy(g -> assertThat(g.email()).endsWith(".example"));
        assertThat(school.staff()).allSatisfy(s -> assertThat(s.email()).endsWith(".example"));
        assertThat(school.governors()).allSatisfy(g -> assertThat(g.email()).endsWith(".example"));
        assertThat(school.name()).contains("invented");
    }

    @Test
    void is_the_same_for_the_same_seed_only() {
        assertThat(DemoSchool.of(5)).isEqualTo(DemoSchool.of(5)).isNotEqualTo(DemoSchool.of(6));
    }
}
