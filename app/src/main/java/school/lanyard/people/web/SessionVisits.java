// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import school.lanyard.access.SignedIn;
import school.lanyard.access.Visit;
import school.lanyard.access.Visits;
import school.lanyard.people.Appointments;
import school.lanyard.people.Guarded;
import school.lanyard.people.Known;
import school.lanyard.people.People;
import school.lanyard.people.Posts;
import school.lanyard.people.SchoolDay;
import school.lanyard.people.Schools;
import school.lanyard.people.Sessions;
import school.lanyard.policy.Editions;
import school.lanyard.web.NavSource;
import school.lanyard.web.Visitor;
import school.lanyard.web.Visitors;

/// Finds who is behind a request, with what they hold at this moment.
@Component
class SessionVisits implements Visits, Visitors {

    private static final String KNOWN = "school.lanyard.people.visit";

    private final Sessions sessions;
    private final Appointments appointments;
    private final Editions editions;
    private final People people;
    private final Schools schools;
    private final ObjectProvider<NavSource> navigation;
    private final InstantSource clock;

    SessionVisits(
            Sessions sessions,
            Appointments appointments,
            Editions editions,
            People people,
            Schools schools,
            ObjectProvider<NavSource> navigation,
            InstantSource clock) {
        this.sessions = sessions;
        this.appointments = appointments;
        this.editions = editions;
        this.people = people;
        this.schools = schools;
        this.navigation = navigation;
        this.clock = clock;
    }

    @Override
    public @Nullable Visit of(HttpServletRequest request) {
        if (request.getAttribute(KNOWN) instanceof Visit known) {
            return known;
        }
        var visit = Seat.session(request).flatMap(sessions::find).map(this::visit).orElse(null);
        request.setAttribute(KNOWN, visit);
        return visit;
    }

    private @Nullable Visit visit(Sessions.Session session) {
        var school = session.school();
        var day = SchoolDay.today(clock);
        var roles = appointments.rolesOf(school, session.person(), day);
        var can = Posts.capabilities(editions.running(school).pack(), roles);
        var idle = Guarded.readsCases(can) ? Sessions.IDLE_READER : Sessions.IDLE;
        if (!sessions.touch(session, idle)) {
            return null;
        }
        var known = people.directory(school).find(session.person());
        if (known.filter(each -> each.goneBy(day)).isPresent()) {
            return null;
        }
        var who =
                new SignedIn(
                        school,
                        session.person(),
                        known.map(Known::name).orElse(""),
                        can,
                        known.map(each -> each.groupsOn(day)).orElse(java.util.Set.of()),
                        roles,
                        session.secondFactor());
        return new Visit(who, Guarded.needsSecondFactor(can) && !session.secondFactor());
    }

    @Override
    public Visitor current(HttpServletRequest request) {
        var visit = of(request);
        if (visit == null) {
            var all = schools.all();
            return all.size() == 1 ? Visitor.nobodyAt(all.getFirst().name()) : Visitor.nobody();
        }
        var who = visit.who();
        return new Visitor(
                who.displayName(),
                schools.name(who.schoolId()),
                visit.mustSetUp() ? null : "/account",
                "/sign-out",
                visit.mustSetUp()
                        ? List.of()
                        : navigation
                                .orderedStream()
                                .flatMap(source -> source.items(who).stream())
                                .toList());
    }
}
