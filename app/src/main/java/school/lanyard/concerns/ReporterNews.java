// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.time.Instant;
import school.lanyard.concerns.store.CaseFiles;
import school.lanyard.concerns.store.NewsRows;
import school.lanyard.database.Tx;
import school.lanyard.policy.Edition;

/// Lets reporters know what became of their concerns, as part of the change that they are told of,
/// and only where they may know it at that moment.
record ReporterNews(Tx tx, Edition running) {

    /// Somebody who deals with it has opened it.
    void opened(String concern, Instant at) {
        if (mayBeTold(concern)) {
            rows().opened(concern, at);
        }
    }

    /// It is recorded that somebody came back to them.
    void answered(String concern, Instant at) {
        if (mayBeTold(concern)) {
            rows().answered(concern, at);
        }
    }

    /// What is on a route that today's policy does not have might be for leaders.
    private boolean mayBeTold(String concern) {
        var route = new CaseFiles(tx.sql(), tx.school()).routeOf(concern);
        return rows().mayBeTold(concern)
                && running.pack().route(route).filter(each -> !each.leader()).isPresent();
    }

    private NewsRows rows() {
        return new NewsRows(tx.sql(), tx.school());
    }
}
