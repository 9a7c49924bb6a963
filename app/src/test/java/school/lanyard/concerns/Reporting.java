// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import static school.lanyard.testing.House.NINE;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import school.lanyard.access.Door;
import school.lanyard.access.Reader;
import school.lanyard.concerns.store.ConcernRows;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Ledgers;
import school.lanyard.mail.Outbox;
import school.lanyard.people.People;
import school.lanyard.policy.Editions;
import school.lanyard.testing.Engine;
import school.lanyard.testing.House;
import school.lanyard.testing.Willow;

/// A house with everything that receiving a concern needs, without Spring.
public record Reporting(
        House house,
        Willow willow,
        Ledger ledger,
        Drafts drafts,
        Concerns concerns,
        KeepTokens keeps)
        implements AutoCloseable {

    public static final List<String> PUPIL = List.of("anything-else");

    public static Reporting open(Engine engine, Path directory) {
        var house = House.fresh(engine, directory);
        var ledger = Ledgers.of(house.database(), house.seals());
        return of(house, ledger, Willow.fill(house, ledger));
    }

    static Reporting of(House house, Ledger ledger, Willow willow) {
        var drafts = new Drafts(house.database(), house.seals());
        var concerns =
                new Concerns(
                        house.database(),
                        house.seals(),
                        ledger,
                        new Editions(house.database(), ledger, () -> NINE),
                        new Outbox(house.database(), () -> NINE),
                        new People(house.database(), house.seals(), ledger, () -> NINE),
                        drafts);
        return new Reporting(
                house, willow, ledger, drafts, concerns, new KeepTokens(house.seals()));
    }

    /// What a teacher writes, about those on some routes and those named: known by their own name
    /// where the school knows it, typed otherwise.
    public Report report(List<String> about, String... names) {
        return new Report(
                about,
                Arrays.stream(names).map(name -> new Report.Named(willow.id(name), name)).toList(),
                "Something was seen.",
                "",
                SchoolTime.day(NINE),
                null,
                "",
                Report.Place.ON_SITE,
                "",
                "",
                false,
                "",
                NINE);
    }

    public Receipt receive(Report report) {
        return concerns.receive(
                willow.viewer(Willow.TEACHER), UUID.randomUUID().toString(), report);
    }

    /// Sends a report and says who may read it, by name.
    public Set<String> readers(Report report) {
        return readers(receive(report).reference());
    }

    public Set<String> readers(String reference) {
        var id = house.database().read(sql -> caseId(sql, reference));
        return house
                .database()
                .read(sql -> Door.readers(sql, house.school(), id, Willow.TODAY))
                .stream()
                .map(Reader::person)
                .map(willow::name)
                .collect(Collectors.toSet());
    }

    public @Nullable String caseId(String reference) {
        return house.database().read(sql -> caseId(sql, reference));
    }

    private static @Nullable String caseId(org.jooq.DSLContext sql, String reference) {
        var files = school.lanyard.database.schema.Tables.CASE_FILE;
        return sql.select(files.ID)
                .from(files)
                .where(files.REFERENCE.eq(reference))
                .fetchOne(files.ID);
    }

    public List<ConcernRows.Row> waitingFor(String name) {
        return concerns.waiting(willow.viewer(name));
    }

    @Override
    public void close() {
        house.close();
    }
}
