// SPDX-License-Identifier: Apache-2.0
package school.lanyard.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.database.schema.Tables.CASE_FILE;
import static school.lanyard.database.schema.Tables.CASE_PERSON;
import static school.lanyard.testing.House.NINE;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import school.lanyard.access.Door;
import school.lanyard.access.Reader;
import school.lanyard.evidence.Asked;
import school.lanyard.ledger.Ledger;
import school.lanyard.people.Appointments;
import school.lanyard.policy.Editions;
import school.lanyard.testing.Engine;
import school.lanyard.testing.House;
import school.lanyard.testing.Willow;

class AccessChecksTest {

    @TempDir Path directory;

    @Test
    void a_door_that_opens_to_whom_a_case_is_about_fails_the_check() {
        try (var house = House.fresh(Engine.SQLITE, directory)) {
            var ledger = new Ledger(house.database(), house.seals());
            var willow = Willow.fill(house, ledger);
            var head = willow.id(Willow.HEAD);
            aCaseAbout(head, house, ledger);
            var asked = new Asked(house.school(), Willow.PACK, NINE, NINE);
            var appointments = new Appointments(house.database());
            assertThat(
                            new AccessChecks.ByRole(house.database(), appointments, Door::readers)
                                    .look(asked)
                                    .passed())
                    .isTrue();
            assertThat(
                            new AccessChecks.ByRole(
                                            house.database(),
                                            appointments,
                                            (_, _, _, _) ->
                                                    List.of(
                                                            new Reader(
                                                                    head,
                                                                    "headteacher",
                                                                    "x",
                                                                    null,
                                                                    null)))
                                    .look(asked)
                                    .passed())
                    .isFalse();
        }
    }

    private static void aCaseAbout(String person, House house, Ledger ledger) {
        var edition =
                new Editions(house.database(), ledger, () -> NINE).running(house.school()).id();
        house.database()
                .change(
                        house.school(),
                        tx -> {
                            tx.sql()
                                    .insertInto(CASE_FILE)
                                    .set(CASE_FILE.ID, "case")
                                    .set(CASE_FILE.SCHOOL, house.school())
                                    .set(CASE_FILE.KIND, "incident")
                                    .set(CASE_FILE.REFERENCE, "ABCD-2345")
                                    .set(CASE_FILE.KEY_ID, "key")
                                    .set(CASE_FILE.EDITION, edition)
                                    .set(CASE_FILE.OPENED_AT, NINE)
                                    .execute();
                            tx.sql()
                                    .insertInto(CASE_PERSON)
                                    .set(CASE_PERSON.SCHOOL, house.school())
                                    .set(CASE_PERSON.CASE_ID, "case")
                                    .set(CASE_PERSON.PERSON, person)
                                    .set(CASE_PERSON.PART, "alleged")
                                    .execute();
                        });
    }
}
