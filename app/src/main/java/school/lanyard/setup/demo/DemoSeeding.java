// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import school.lanyard.assurance.Checks;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.database.Database;
import school.lanyard.ledger.Actor;
import school.lanyard.mail.Outbox;
import school.lanyard.people.Schools;

/// Makes the invented school and plays its years before the server opens its doors, where they have
/// not been made yet. Nothing happens after yesterday evening, so nothing lies in the future.
@Component
@ConditionalOnProperty("lanyard.demo")
public final class DemoSeeding implements SmartLifecycle {

    /// Changing it changes who is in the school and what happens there.
    public static final long SEED = 2026;

    private static final LocalTime MORNING = LocalTime.of(8, 30);

    private final DemoDirectory directory;
    private final DemoFounder founder;
    private final DemoPlayer player;
    private final DemoWaysIn waysIn;
    private final DemoPresent present;
    private final DemoClock clock;
    private final Schools schools;
    private final Database database;
    private final Outbox outbox;
    private final Checks checks;
    private final ObjectProvider<DemoProgress> progress;
    private volatile boolean running;

    DemoSeeding(
            DemoDirectory directory,
            DemoFounder founder,
            DemoPlayer player,
            DemoWaysIn waysIn,
            DemoPresent present,
            DemoClock clock,
            Schools schools,
            Database database,
            Outbox outbox,
            Checks checks,
            ObjectProvider<DemoProgress> progress) {
        this.directory = directory;
        this.founder = founder;
        this.player = player;
        this.waysIn = waysIn;
        this.present = present;
        this.clock = clock;
        this.schools = schools;
        this.database = database;
        this.outbox = outbox;
        this.checks = checks;
        this.progress = progress;
    }

    @Override
    public void start() {
        if (schools.all().isEmpty()) {
            make(progress.getIfAvailable(() -> words -> {}));
        }
        running = true;
    }

    private void make(DemoProgress told) {
        if (directory.state() != DemoDirectory.State.UNFINISHED) {
            directory.begin();
        }
        var yesterday = SchoolTime.day(clock.instant()).minusDays(1);
        var cast = DemoSchool.of(SEED);
        var years = DemoYear.upTo(yesterday, cast, SEED);
        told.reached("inventing a school of %d children".formatted(cast.pupils().size()));
        var school = found(cast, years.getFirst().start());
        player.play(cast, school, years, yesterday, told);
        waysIn.play(cast, school, yesterday);
        present.leave(cast, school, yesterday);
        clock.goOn();
        checks.make(school.id(), Actor.LANYARD);
        // Nobody is to be told of what never happened, and there is no mail server to do it.
        database.change(school.id(), outbox::giveUp);
        directory.finish(SchoolTime.day(clock.instant()));
    }

    private DemoFounder.Founded found(DemoSchool cast, int year) {
        clock.putBackTo(
                LocalDate.of(year, 9, 1).atTime(MORNING).atZone(SchoolTime.ZONE).toInstant());
        return founder.found(cast, directory.secrets());
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Before the web server, which starts in one of the last phases.
    @Override
    public int getPhase() {
        return 0;
    }
}
