// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;
import school.lanyard.policy.Holders;

/// Names the holders of posts for pages about the policy.
@Component
class PostHolders implements Holders {

    private final Appointments appointments;
    private final People people;
    private final InstantSource clock;

    PostHolders(Appointments appointments, People people, InstantSource clock) {
        this.appointments = appointments;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public List<String> of(String school, String role) {
        var names = people.directory(school);
        return appointments.on(school, SchoolDay.today(clock)).stream()
                .filter(each -> each.role().equals(role))
                .map(each -> names.name(each.person()))
                .toList();
    }
}
