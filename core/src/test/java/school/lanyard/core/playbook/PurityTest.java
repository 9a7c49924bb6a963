// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.playbook;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PurityTest {
    private static final JavaClasses CORE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("school.lanyard.core");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "school.lanyard.core.playbook",
                "school.lanyard.core.ledger",
                "school.lanyard.core.digest"
            })
    void depends_on_nothing_but_java_and_itself(String name) {
        classes()
                .that()
                .resideInAPackage(name)
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(name, "school.lanyard.core.digest", "java..", "org.jspecify..")
                .because("it must come out the same way for ever")
                .check(CORE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "school.lanyard.core.playbook",
                "school.lanyard.core.ledger",
                "school.lanyard.core.digest"
            })
    void asks_no_clock_and_rolls_no_dice(String name) {
        noClasses()
                .that()
                .resideInAPackage(name)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.util.random..", "java.sql..", "java.net..", "java.nio.file..")
                .because("it must come out the same way for ever")
                .check(CORE);
    }
}
