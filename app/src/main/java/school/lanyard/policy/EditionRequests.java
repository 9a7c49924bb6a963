// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.pack.Packs;
import school.lanyard.database.Database;
import school.lanyard.ledger.Actor;
import school.lanyard.policy.store.EditionRequestRows;

/// Publishing an edition of a school's policy, and the second person for one that changes who reads
/// cases: approving a policy must not be a way round ADR 31.
@Service
public final class EditionRequests {

    private static final Duration LASTS = Duration.ofDays(30);

    /// What was asked before then has lapsed.
    static Instant oldest(Instant now) {
        return now.minus(LASTS);
    }

    /// An edition that waits for a second person.
    public record Request(String id, Pack pack, LocalDate inForceOn, String askedBy) {}

    private final Database database;
    private final Editions editions;
    private final SecondPerson second;
    private final InstantSource clock;

    public EditionRequests(
            Database database, Editions editions, SecondPerson second, InstantSource clock) {
        this.database = database;
        this.editions = editions;
        this.second = second;
        this.clock = clock;
    }

    public Published publish(String school, Actor by, Pack pack, LocalDate inForceOn) {
        return database.write(
                school,
                tx -> {
                    var published = editions.publish(tx, by, pack, inForceOn);
                    if (published instanceof Published.Waits) {
                        second.tell(tx);
                    }
                    return published;
                });
    }

    /// What waits, oldest first.
    public List<Request> waiting(String school) {
        return database
                .read(sql -> new EditionRequestRows(sql, school).open(oldest(clock.instant())))
                .stream()
                .map(row ->
                        new Request(
                                row.id(),
                                Packs.fromCanonical(row.resolved()),
                                row.inForceOn(),
                                row.askedBy()))
                .toList();
    }

    /// How many wait that somebody did not ask for themself.
    public int waitingFor(String school, String person) {
        return (int)
                database
                        .read(sql ->
                                new EditionRequestRows(sql, school).askers(oldest(clock.instant())))
                        .stream()
                        .filter(asker -> !asker.equals(person))
                        .count();
    }

    /// Decides a request; one that is granted is published at once.
    ///
    /// @return why not; absent if it is decided
    public Optional<String> decide(String school, String by, String id, boolean granted) {
        return database.write(
                school,
                tx -> {
                    var row =
                            new EditionRequestRows(tx.sql(), school)
                                    .open(oldest(clock.instant())).stream()
                                            .filter(each -> each.id().equals(id))
                                            .findFirst();
                    if (row.isEmpty()) {
                        return Optional.of("This request has been decided already, or is too old.");
                    }
                    if (row.get().askedBy().equals(by) || !second.mayDecide(tx, by)) {
                        return Optional.of(
                                "Somebody else must decide this: not who asked, and somebody who"
                                        + " may approve access.");
                    }
                    editions.decide(tx, by, row.get(), granted);
                    return Optional.empty();
                });
    }
}
