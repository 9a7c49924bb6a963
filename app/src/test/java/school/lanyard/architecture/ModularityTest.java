// SPDX-License-Identifier: Apache-2.0
package school.lanyard.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    /// The core and the signals are libraries of their own. The tables, below the named interface
    /// `schema`, are left to the house rule that only stores see them.
    private static final ApplicationModules MODULES =
            ApplicationModules.of(
                    "school.lanyard",
                    Predicates.resideInAnyPackage(
                            "school.lanyard.core..",
                            "school.lanyard.signals..",
                            "school.lanyard.database.schema.tables.."));

    @Test
    void features_reach_each_other_through_their_roots_and_never_in_a_circle() {
        MODULES.verify();
    }

    @Test
    void the_check_sees_the_features() {
        assertThat(MODULES.stream().map(module -> module.getIdentifier().toString()))
                .contains("cli", "database")
                .doesNotContain("core", "signals");
    }

    @Test
    void a_planted_circle_and_a_planted_reach_inside_are_caught() {
        var planted =
                ApplicationModules.of(
                        "school.lanyard.architecture.planted.modules",
                        (ImportOption) location -> true);
        assertThat(planted.stream().map(ApplicationModule::getIdentifier)).hasSize(3);
        assertThat(planted.detectViolations().getMessages())
                .anyMatch(message -> message.contains("Cycle detected"))
                .anyMatch(message -> message.contains("non-exposed type"));
    }
}
