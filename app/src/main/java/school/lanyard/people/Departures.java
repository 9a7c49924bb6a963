// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.time.InstantSource;
import java.time.LocalDate;
import school.lanyard.database.Tx;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.people.store.AppointmentRows;
import school.lanyard.people.store.ClassRows;
import school.lanyard.people.store.MembershipRows;
import school.lanyard.people.store.PersonRows;

/// What becomes of somebody who leaves: nothing of theirs is deleted, and everything ends.
final class Departures {

    private final People people;
    private final Posts posts;
    private final Accounts accounts;
    private final Ledger ledger;
    private final InstantSource clock;

    Departures(People people, Posts posts, Accounts accounts, Ledger ledger, InstantSource clock) {
        this.people = people;
        this.posts = posts;
        this.accounts = accounts;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// Ends their groups, classes and posts on their last day. Their account closes at once if that
    /// day is over; otherwise the door closes on the day after.
    void close(Tx tx, Actor by, String person, LocalDate lastDay) {
        new MembershipRows(tx.sql(), tx.school()).endAll(person, lastDay);
        var classes = new ClassRows(tx.sql(), tx.school());
        classes.of(person).stream()
                .filter(each -> each.to() == null || each.to().isAfter(lastDay))
                .forEach(each -> classes.end(each, lastDay));
        new AppointmentRows(tx.sql(), tx.school())
                .of(person).stream()
                        .filter(each -> each.to() == null || each.to().isAfter(lastDay))
                        .forEach(each -> posts.end(tx, by, each, lastDay));
        if (lastDay.isBefore(SchoolDay.today(clock))
                && !(accounts.state(tx, person) instanceof AccountState.None)) {
            accounts.close(tx, by, person);
        }
        ledger.enter(tx, Note.of(clock.instant(), by, "people.left", person));
        people.forgetAfter(tx);
    }

    /// Whether they belong to the school in another way as well.
    boolean staysWithout(Tx tx, String person, String group) {
        var today = SchoolDay.today(clock);
        return new MembershipRows(tx.sql(), tx.school())
                .of(person).stream()
                        .filter(each -> each.to() == null || !each.to().isBefore(today))
                        .anyMatch(each -> !each.group().equals(group));
    }

    /// Ends one group, and every post that those who stay in the others cannot hold.
    void leave(Tx tx, Actor by, String person, String group, LocalDate lastDay) {
        people.leave(tx, by, person, group, lastDay);
        var groups = new PersonRows(tx.sql(), tx.school()).groupsOf(person, lastDay.plusDays(1));
        new AppointmentRows(tx.sql(), tx.school())
                .of(person).stream()
                        .filter(each -> each.to() == null || each.to().isAfter(lastDay))
                        .filter(each ->
                                posts.role(tx, each.role())
                                        .filter(role ->
                                                role.groups().stream().anyMatch(groups::contains))
                                        .isEmpty())
                        .forEach(each -> posts.end(tx, by, each, lastDay));
    }
}
