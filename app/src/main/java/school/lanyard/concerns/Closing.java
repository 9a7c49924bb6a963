// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.util.ArrayList;
import java.util.List;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.playbook.Progress;

/// What stands between an incident and its closing.
public final class Closing {

    private Closing() {}

    /// What is missing, in plain words; nothing if it may close.
    public static List<String> missing(Pack pack, Incident incident, Progress progress) {
        var missing = new ArrayList<String>();
        if (incident.classification().isEmpty()) {
            missing.add("Say what kind of incident it was.");
        }
        progress.closing().missing().forEach(each -> missing.add(each.says()));
        if (incident.actions().isEmpty() && Actions.grid(pack, incident).isPresent()) {
            missing.add("Choose the actions, from those the policy proposes.");
        }
        Actions.waiting(pack, incident)
                .forEach(action -> missing.add("Not done yet: " + action.label() + "."));
        return missing;
    }
}
