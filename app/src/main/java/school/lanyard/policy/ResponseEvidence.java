// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import school.lanyard.core.assurance.Evidence;
import school.lanyard.core.assurance.Showing;
import school.lanyard.core.response.ResponseRow;
import school.lanyard.evidence.Asked;
import school.lanyard.evidence.EvidenceSource;
import school.lanyard.evidence.Keeper;

/// A line of a response grid is kept while the edition in force proposes something for it.
@Component
class ResponseEvidence implements EvidenceSource {

    @Override
    public String prefix() {
        return "response";
    }

    @Override
    public Map<String, Showing> show(Asked asked, Collection<String> mechanisms) {
        var showings = new LinkedHashMap<String, Showing>();
        for (var mechanism : mechanisms) {
            showings.put(
                    mechanism,
                    proposes(asked, EvidenceSource.rest(mechanism))
                            ? Showing.of(
                                    mechanism,
                                    Evidence.seen(
                                            asked.since(),
                                            true,
                                            "The edition in force proposes what to do, and Lanyard"
                                                    + " asks for it when it is needed."))
                            : Showing.nothing(
                                    mechanism, "The edition in force proposes nothing for this."));
        }
        return showings;
    }

    private static boolean proposes(Asked asked, String key) {
        var slash = key.indexOf('/');
        var grid = asked.pack().responses().get(slash < 0 ? key : key.substring(0, slash));
        if (grid == null) {
            return false;
        }
        return slash < 0
                ? grid.rows().values().stream().anyMatch(row -> !row.actions().isEmpty())
                : Optional.ofNullable(grid.rows().get(key.substring(slash + 1)))
                        .filter(row -> !row.actions().isEmpty())
                        .isPresent();
    }

    @Override
    public Keeper keeper(Asked asked, String mechanism) {
        var key = EvidenceSource.rest(mechanism);
        var slash = key.indexOf('/');
        var grid = asked.pack().responses().get(slash < 0 ? key : key.substring(0, slash));
        var row =
                grid == null || slash < 0
                        ? Optional.<ResponseRow>empty()
                        : Optional.ofNullable(grid.rows().get(key.substring(slash + 1)));
        return Keeper.of(
                "What is proposed: "
                        + row.map(ResponseRow::label).orElse(grid == null ? key : grid.label()));
    }
}
