// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Deciding is pure: only the pack package meets YAML, JSON and CEL, and nobody asks what time it
/// is.
class PurePartsTest {

    private static final JavaClasses CORE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("school.lanyard.core");

    @Test
    void the_rules_look_at_the_whole_of_core() {
        assertThat(Stream.of(Pack.class, school.lanyard.core.decision.DecisionTable.class))
                .allSatisfy(type -> assertThat(CORE.contain(type)).isTrue());
    }

    @Test
    void only_the_pack_package_sees_yaml_json_schema_json_and_cel() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..core.pack..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.snakeyaml..", "dev.cel..", "com.networknt..", "tools.jackson..")
                .because("a format or a library may change without a decision changing")
                .check(CORE);
    }

    @Test
    void nothing_in_core_reads_a_clock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("the same question must get the same answer for ever")
                .check(CORE);
    }

    @Test
    void decisions_responses_and_routing_depend_on_nothing_but_java() {
        classes()
                .that()
                .resideInAnyPackage("..core.decision", "..core.response", "..core.routing")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "..core.decision",
                        "..core.response",
                        "..core.routing",
                        "java.lang..",
                        "java.util..",
                        "org.jspecify..")
                .because("deciding is pure")
                .check(CORE);
    }
}
