// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.time.InstantSource;
import school.lanyard.exhibits.Exhibits;
import school.lanyard.flags.Flags;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Ledgers;
import school.lanyard.mail.Outbox;
import school.lanyard.people.People;
import school.lanyard.policy.Editions;
import school.lanyard.testing.House;

/// The services that cases pass through, on a house of the test's own, without Spring.
public record CaseWork(
        Ledger ledger,
        People people,
        Editions editions,
        Drafts drafts,
        Concerns concerns,
        Incidents incidents) {

    public static CaseWork in(House house) {
        return in(house, () -> House.NINE);
    }

    static CaseWork in(House house, InstantSource clock) {
        var ledger = Ledgers.of(house.database(), house.seals());
        var people = new People(house.database(), house.seals(), ledger, clock);
        var editions = new Editions(house.database(), ledger, clock);
        var outbox = new Outbox(house.database(), clock);
        var drafts = new Drafts(house.database(), house.seals());
        var concerns =
                new Concerns(
                        house.database(), house.seals(), ledger, editions, outbox, people, drafts);
        return new CaseWork(
                ledger,
                people,
                editions,
                drafts,
                concerns,
                new Incidents(
                        house.database(),
                        house.seals(),
                        ledger,
                        editions,
                        outbox,
                        concerns,
                        new Exhibits(house.database(), house.seals()),
                        new Flags(house.database(), house.seals(), ledger, people)));
    }
}
