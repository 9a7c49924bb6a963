// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import school.lanyard.core.ledger.Verdict;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.people.Known;
import school.lanyard.people.People;
import school.lanyard.testing.Engine;
import school.lanyard.testing.LiveSchool;

/// The office of a school, sending files.
abstract class Office {

    static final String PUPILS =
            """
            UPN,Forename,Surname,DOB,Year,Reg
            A123456789012,Ada,Reed,31/08/2020,1,Otter
            B123456789012,Bo,Fox,1/9/2019,2,Heron
            C123456789012,Cy,Ash,1/9/2019,2,Heron
            """;

    LiveSchool school;
    Imports imports;
    Actor admin;

    abstract Engine engine();

    @BeforeEach
    void open() {
        school = new LiveSchool(engine());
        imports = bean(Imports.class);
        school.add("office", "Ola Quinn", "staff", "administrator");
        admin = Actor.person(school.id("office"));
    }

    @AfterEach
    void close() {
        assertThat(bean(Ledger.class).verify(school.school())).isInstanceOf(Verdict.Whole.class);
        school.close();
    }

    <T> T bean(Class<T> type) {
        return school.server().bean(type);
    }

    String begin(String csv) {
        var id = imports.begin(school.school(), admin, csv.getBytes(StandardCharsets.UTF_8));
        imports.say(
                school.school(),
                admin,
                id,
                imports.columns(school.school(), id, admin).orElseThrow().columns());
        return id;
    }

    Imports.DryRun run(String id) {
        return imports.dryRun(school.school(), id, admin).orElseThrow();
    }

    Imports.Applied apply(String id) {
        var plan = run(id).plan();
        return imports.apply(
                school.school(),
                admin,
                id,
                new Imports.Consent(plan.print(), plan.closes(), plan.shrunken()));
    }

    void whole(String id, String... groups) {
        imports.say(school.school(), admin, id, null, Set.of(groups), Map.of());
    }

    Known known(String name) {
        return bean(People.class).directory(school.school()).everybody().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    boolean absent(String name) {
        return bean(People.class).directory(school.school()).everybody().stream()
                .noneMatch(each -> each.name().equals(name));
    }
}
