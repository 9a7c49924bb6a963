// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignalsArchitectureTest {

    private static final JavaClasses SIGNALS =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("school.lanyard.signals");

    private static final JavaClasses PLANTED =
            new ClassFileImporter().importPackages("school.lanyard.signals.architecture.planted");

    enum Rule {
        DEPENDS_ON_NOTHING_BUT_THE_JDK_AND_THE_PACK(
                classes()
                        .that()
                        .resideInAPackage("school.lanyard.signals..")
                        .should()
                        .onlyDependOnClassesThat(
                                resideInAnyPackage(
                                        "school.lanyard.signals..",
                                        "school.lanyard.core.pack",
                                        "java.io",
                                        "java.lang..",
                                        "java.nio..",
                                        "java.text",
                                        "java.time..",
                                        "java.util..",
                                        "com.github.luben.zstd",
                                        "org.jspecify.."))),

        ASKS_NO_CLOCK(
                noClasses()
                        .should()
                        .callMethodWhere(
                                com.tngtech.archunit.base.DescribedPredicate.describe(
                                        "reads a clock", Rule::readsAClock))),

        IS_NOT_RANDOM(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("..demo..")
                        .should()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("java.util.Random")
                        .orShould()
                        .dependOnClassesThat()
                        .resideInAPackage("java.util.random.."));

        private final ArchRule rule;

        Rule(ArchRule rule) {
            this.rule = rule;
        }

        private static boolean readsAClock(JavaAccess<?> access) {
            var owner = access.getTargetOwner();
            return owner.getPackageName().startsWith("java.time") && access.getName().equals("now")
                    || owner.isEquivalentTo(System.class)
                            && (access.getName().equals("currentTimeMillis")
                                    || access.getName().equals("nanoTime"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_module_keeps(Rule rule) {
        rule.rule.check(SIGNALS);
    }

    @ParameterizedTest
    @EnumSource
    void a_planted_breach_is_caught_by(Rule rule) {
        assertThat(rule.rule.evaluate(PLANTED).hasViolation()).isTrue();
    }
}
