// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Service;
import school.lanyard.database.Database;
import school.lanyard.ledger.Actor;

/// Those whose last day is over, and what is still open of theirs.
@Service
public final class Leavers {

    private final Database database;
    private final People people;
    private final Accounts accounts;

    public Leavers(Database database, People people, Accounts accounts) {
        this.database = database;
        this.people = people;
        this.accounts = accounts;
    }

    /// Closes what is open of everybody who has left.
    ///
    /// @return how many accounts that were
    public int close(String school, LocalDate today) {
        var gone =
                people.directory(school).everybody().stream()
                        .filter(each -> each.goneBy(today))
                        .map(Known::id)
                        .filter(each -> open(school, each))
                        .toList();
        if (!gone.isEmpty()) {
            database.change(
                    school,
                    tx ->
                            Set.copyOf(gone)
                                    .forEach(each -> accounts.close(tx, Actor.LANYARD, each)));
        }
        return gone.size();
    }

    private boolean open(String school, String person) {
        return switch (accounts.state(school, person)) {
            case AccountState.Open _, AccountState.Invited _ -> true;
            case AccountState.None _, AccountState.Closed _ -> false;
        };
    }
}
