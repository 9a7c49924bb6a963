// SPDX-License-Identifier: Apache-2.0
package school.lanyard.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static school.lanyard.architecture.Predicates.askTheTime;
import static school.lanyard.architecture.Predicates.dependOn;
import static school.lanyard.architecture.Predicates.liveInANullMarkedPackage;

import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Random;

/// What every class of the house keeps to. The `planted` class breaks its rule on purpose.
enum HouseRule {
    NULL_IS_MARKED(
            classes()
                    .that(are(not(resideInAPackage("school.lanyard.database.schema.."))))
                    .should(liveInANullMarkedPackage())
                    .because("NullAway checks marked packages only"),
            "unmarked.Unmarked"),

    ONLY_THE_DATABASE_CONNECTS(
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..database", "..database.schema..")
                    .and(
                            are(
                                    not(
                                            belongTo(
                                                    HasName.Predicates.name(
                                                            "school.lanyard.sealing.KeyStore")))))
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                    "java.sql..", "javax.sql..", "com.zaxxer..", "org.flywaydb.."))
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("org.jooq.Configuration")
                    .because(
                            "one writer and many readers is a promise that one package keeps; the keys have a store of their own"),
            "feature.Connects"),

    ONLY_STORES_SEE_TABLES(
            classes()
                    .that(dependOn("school.lanyard.database.schema.."))
                    .and()
                    .doNotHaveFullyQualifiedName("school.lanyard.access.Door")
                    .should()
                    .resideInAnyPackage("..store..", "school.lanyard.database..")
                    .because(
                            "a query is found in its feature's store; the one door is a condition on every query"),
            "feature.Queries"),

    PAGES_DO_NOT_QUERY(
            classes()
                    .that(dependOn("org.jooq.."))
                    .should()
                    .resideOutsideOfPackage("..web..")
                    .because("what a page shows has passed the feature's one door"),
            "web.Page"),

    TIME_IS_GIVEN(
            noClasses()
                    .that()
                    .resideOutsideOfPackage("school.lanyard.cli")
                    .should(askTheTime())
                    .because(
                            "clocks are part of what is tested; only the clock bean and the command line ask"),
            "feature.AsksTheTime"),

    SECRETS_ARE_NOT_GUESSABLE(
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..demo..")
                    .should()
                    .dependOnClassesThat(
                            assignableTo(Random.class)
                                    .and(not(assignableTo(java.security.SecureRandom.class)))
                                    .or(resideInAPackage("java.util.random.."))
                                    .or(assignableTo(java.util.SplittableRandom.class)))
                    .orShould()
                    .callMethod(Math.class, "random")
                    .because("references, tokens and keys come from SecureRandom"),
            "feature.Guessable"),

    ONLY_COMMANDS_PRINT(
            noClasses()
                    .that()
                    .resideOutsideOfPackage("school.lanyard.cli")
                    .should()
                    .accessField(System.class, "out")
                    .orShould()
                    .accessField(System.class, "err")
                    .orShould()
                    .callMethod(Throwable.class, "printStackTrace")
                    .because("a print reaches places that are not meant to hold personal data"),
            "feature.Prints"),

    CORE_IS_PURE(
            classes()
                    .that()
                    .resideInAPackage("school.lanyard..core..")
                    .and()
                    .resideOutsideOfPackage("school.lanyard.core.pack..")
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(
                                            "school.lanyard.core..",
                                            "java.lang..",
                                            "java.io",
                                            "java.math",
                                            "java.nio",
                                            "java.nio.charset",
                                            "java.security",
                                            "java.text",
                                            "java.time..",
                                            "java.util..",
                                            "org.jspecify..")
                                    .or(resideInAPackage("..planted.core..")))
                    .because("the same question gets the same answer for ever"),
            "core.decision.ReadsAFile"),

    ONLY_PACKS_SEE_THEIR_LIBRARIES(
            noClasses()
                    .that()
                    .resideOutsideOfPackage("school.lanyard.core.pack..")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage("org.snakeyaml..", "com.networknt..", "dev.cel.."))
                    .because("the pack format must outlive the libraries that read it"),
            "feature.ReadsYaml");

    private final ArchRule rule;
    private final String planted;

    HouseRule(ArchRule rule, String planted) {
        this.rule = rule;
        this.planted = planted;
    }

    ArchRule rule() {
        return rule;
    }

    String planted() {
        return HouseRule.class.getPackageName() + ".planted." + planted;
    }
}
