// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import school.lanyard.core.pack.Loaded;
import school.lanyard.core.pack.Packs;
import school.lanyard.database.DataHome;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.people.People;
import school.lanyard.policy.Editions;
import school.lanyard.testing.Engine;
import school.lanyard.testing.House;
import school.lanyard.testing.Told;

/// Bringing people in from the command line, with the server stopped.
class RosterImportCommandTest {

    @TempDir Path directory;
    DataHome home;
    String school;

    @BeforeEach
    void found() {
        try (var house = House.fresh(Engine.SQLITE, directory.resolve("data"))) {
            home = house.home();
            school = house.school();
            var ledger = new Ledger(house.database(), house.seals());
            var pack = ((Loaded.Sound) Packs.in(Path.of("..", "packs")).load("starter")).pack();
            house.database()
                    .change(
                            school,
                            tx ->
                                    new Editions(house.database(), ledger, () -> House.NINE)
                                            .publish(
                                                    tx,
                                                    Actor.LANYARD,
                                                    pack,
                                                    LocalDate.of(2026, 9, 1)));
        }
    }

    private String file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(directory, "roster", ".csv"), text)
                .toString();
    }

    private int people() {
        try (var house = House.reopened(home, school)) {
            return new People(
                            house.database(),
                            house.seals(),
                            new Ledger(house.database(), house.seals()),
                            () -> House.NINE)
                    .directory(school)
                    .everybody()
                    .size();
        }
    }

    @Test
    void a_dry_run_says_what_it_would_do_and_names_nobody() throws IOException {
        var file = file("upn,name\nA1,Ada Reed\nB1,Bo Fox\n");
        var told = Told.by(new RosterImportCommand(), home, file, "--dry-run");
        assertThat(told.exit()).as(told.err()).isZero();
        assertThat(told.out()).contains("2 to add").doesNotContain("Ada", "Bo");
        assertThat(people()).isZero();
    }

    @Test
    void it_applies_all_of_a_file_or_none() throws IOException {
        assertThat(
                        Told.by(
                                        new RosterImportCommand(),
                                        home,
                                        file("upn,name,dob\nA1,Ada Reed,45/1/2020\nB1,Bo Fox,\n"))
                                .exit())
                .isEqualTo(1);
        assertThat(people()).isZero();
        var told = Told.by(new RosterImportCommand(), home, file("upn,name\nA1,Ada Reed\n"));
        assertThat(told.exit()).as(told.err()).isZero();
        assertThat(told.out()).contains("Applied.");
        assertThat(people()).isEqualTo(1);
    }

    @Test
    void it_says_what_is_not_clear_and_ends_with_2() throws IOException {
        var unclear = file("name\nAda Reed\n");
        var told = Told.by(new RosterImportCommand(), home, unclear);
        assertThat(told.exit()).isEqualTo(2);
        assertThat(told.err()).contains("--everyone");
        assertThat(
                        Told.by(
                                        new RosterImportCommand(),
                                        home,
                                        unclear,
                                        "--everyone",
                                        "staff",
                                        "--dry-run")
                                .exit())
                .isZero();
        assertThat(Told.by(new RosterImportCommand(), home, unclear, "--school", "nobody").exit())
                .isEqualTo(2);
    }
}
