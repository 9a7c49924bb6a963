// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster;

import java.time.Duration;
import org.springframework.stereotype.Component;
import school.lanyard.people.Schools;
import school.lanyard.rounds.Round;

/// Drops, once an hour while the server runs, the files that nobody applied.
@Component
class ImportRound extends Round {

    private final Imports imports;
    private final Schools schools;

    ImportRound(Imports imports, Schools schools) {
        super("roster", Duration.ofMinutes(2), Duration.ofHours(1));
        this.imports = imports;
        this.schools = schools;
    }

    @Override
    protected void round() {
        schools.all().forEach(each -> imports.dropOld(each.id()));
    }
}
