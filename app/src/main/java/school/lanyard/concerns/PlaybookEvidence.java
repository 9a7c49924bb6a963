// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.lanyard.core.assurance.Evidence;
import school.lanyard.core.assurance.Showing;
import school.lanyard.core.playbook.Playbook;
import school.lanyard.core.playbook.Step;
import school.lanyard.evidence.Asked;
import school.lanyard.evidence.EvidenceSource;
import school.lanyard.evidence.Keeper;

/// A step of a playbook is kept while the edition in force has it, ready for when it is needed.
///
/// Whether it was ever needed is not looked at: an answer that changed with the first case would
/// tell everybody who may see it that there is one (ADR 70).
@Component
class PlaybookEvidence implements EvidenceSource {

    private static final String READY =
            "Ready in the edition in force. Lanyard asks for it whenever a case needs it. This page"
                    + " never says whether there has been one.";

    @Override
    public String prefix() {
        return "playbook";
    }

    @Override
    public Map<String, Showing> show(Asked asked, Collection<String> mechanisms) {
        var showings = new LinkedHashMap<String, Showing>();
        for (var mechanism : mechanisms) {
            var playbook = playbook(asked, mechanism);
            showings.put(
                    mechanism,
                    playbook != null && has(playbook, mechanism)
                            ? Showing.of(mechanism, Evidence.seen(asked.since(), true, READY))
                            : Showing.nothing(
                                    mechanism, "The edition in force does not have this step."));
        }
        return showings;
    }

    private static @Nullable Playbook playbook(Asked asked, String mechanism) {
        return asked.pack().playbooks().get(parts(mechanism)[0]);
    }

    /// A step must be there under its own name; what else cites a clause is a part of the whole.
    private static boolean has(Playbook playbook, String mechanism) {
        var parts = parts(mechanism);
        return parts.length < 3
                || !parts[1].equals("steps")
                || playbook.steps().stream().map(Step::key).anyMatch(parts[2]::equals);
    }

    private static String[] parts(String mechanism) {
        return EvidenceSource.rest(mechanism).split("/", 3);
    }

    @Override
    public Keeper keeper(Asked asked, String mechanism) {
        var playbook = playbook(asked, mechanism);
        var parts = parts(mechanism);
        if (playbook == null) {
            return Keeper.of("What happens in a case: " + EvidenceSource.rest(mechanism));
        }
        var step =
                parts.length == 3 && parts[1].equals("steps")
                        ? playbook.steps().stream()
                                .filter(each -> each.key().equals(parts[2]))
                                .map(each -> each.card().label())
                                .findFirst()
                                .orElse("")
                        : "";
        return Keeper.of(
                "What happens in a case: "
                        + (step.isEmpty() ? playbook.label() : "“" + step + "”"));
    }
}
