// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import school.lanyard.access.SignedIn;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Capability;
import school.lanyard.ledger.Actor;
import school.lanyard.people.AccessRequests;
import school.lanyard.people.Outcome;

/// Leaves a few things half done on the last evening, so that those who run the system, those who
/// decide about access and those who work on the policy have something to do.
@Component
@ConditionalOnProperty("lanyard.demo")
final class DemoPresent {

    private static final LocalTime EVENING = LocalTime.of(17, 45);

    private final DemoFounder founder;
    private final DemoPolicy policy;
    private final DemoFollowing following;
    private final DemoSignatures signatures;
    private final DemoTraining training;
    private final AccessRequests requests;
    private final DemoClock clock;

    DemoPresent(
            DemoFounder founder,
            DemoPolicy policy,
            DemoFollowing following,
            DemoSignatures signatures,
            DemoTraining training,
            AccessRequests requests,
            DemoClock clock) {
        this.founder = founder;
        this.policy = policy;
        this.following = following;
        this.signatures = signatures;
        this.training = training;
        this.requests = requests;
        this.clock = clock;
    }

    void leave(DemoSchool cast, DemoFounder.Founded school, LocalDate day) {
        signatures.leave(cast, school, day);
        training.leave(cast, school, day);
        clock.putBackTo(day.atTime(EVENING).atZone(SchoolTime.ZONE).toInstant());
        policy.leave(cast, school);
        following.leave(cast, school, day, clock.instant());
        var administrator = administrator(cast, school);
        founder.invite(cast, school, Actor.person(administrator.personId()));
        var asked =
                requests.appoint(
                        administrator,
                        school.person(cast.teacher().id()),
                        "deputy-dsl",
                        day.plusDays(1),
                        null);
        if (!(asked instanceof Outcome.Waits)) {
            throw new IllegalStateException("a reader was appointed without a second person");
        }
    }

    private static SignedIn administrator(DemoSchool cast, DemoFounder.Founded school) {
        var one = cast.holding("administrator");
        return new SignedIn(
                school.id(),
                school.person(one.id()),
                one.given() + " " + one.family(),
                Set.of(Capability.ADMINISTER),
                Set.of("staff"),
                Set.copyOf(one.roles()),
                true);
    }
}
