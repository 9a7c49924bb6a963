// SPDX-License-Identifier: Apache-2.0
package school.lanyard.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HouseRuleTest {

    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("school.lanyard");

    private static final JavaClasses PLANTED =
            new ClassFileImporter().importPackages("school.lanyard.architecture.planted");

    /// A rule whose `that` matches no class fails here as well: ArchUnit refuses an empty set.
    @ParameterizedTest
    @EnumSource
    void the_house_keeps(HouseRule rule) {
        rule.rule().check(HOUSE);
    }

    @ParameterizedTest
    @EnumSource
    void a_planted_breach_is_caught_by(HouseRule rule) {
        var report = rule.rule().evaluate(PLANTED).getFailureReport();
        assertThat(report.getDetails()).anyMatch(detail -> detail.contains(rule.planted()));
    }

    @ParameterizedTest
    @EnumSource
    void a_class_that_breaks_nothing_is_left_alone_by(HouseRule rule) {
        var report = rule.rule().evaluate(PLANTED).getFailureReport();
        assertThat(report.getDetails())
                .noneMatch(detail -> detail.contains("planted.feature.Innocent"));
    }

    @Test
    void the_rules_see_the_app_and_the_core() {
        assertThat(HOUSE.contain("school.lanyard.database.EpochMillis")).isTrue();
        assertThat(
                        HOUSE.stream()
                                .filter(type ->
                                        type.getPackageName().startsWith("school.lanyard.core")))
                .isNotEmpty();
    }
}
