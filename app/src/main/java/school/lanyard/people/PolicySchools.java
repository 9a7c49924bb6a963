// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import school.lanyard.policy.SchoolNames;

/// Names the schools whose policies anybody may read.
@Component
final class PolicySchools implements SchoolNames {

    private final Schools schools;

    PolicySchools(Schools schools) {
        this.schools = schools;
    }

    @Override
    public Map<String, String> all() {
        var names = new LinkedHashMap<String, String>();
        schools.all().forEach(school -> names.put(school.id(), school.name()));
        return names;
    }
}
