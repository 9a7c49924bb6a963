// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.playbook.Event;
import school.lanyard.core.playbook.Playbook;
import school.lanyard.core.playbook.Progress;

/// Where an incident stands: what has happened in it, read by the edition it was opened under and
/// by the bars of the newest.
///
/// @param newer editions that came into force since it was opened, in order
/// @param alarms its concerns whose reporter said that somebody was at risk then
public record Standing(
        Pack pack,
        Playbook playbook,
        Incident incident,
        List<Event.NewEdition> newer,
        Set<String> alarms) {

    public Standing {
        newer = List.copyOf(newer);
        alarms = Set.copyOf(alarms);
    }

    public Progress progress() {
        return playbook.progress(incident.situation(newer));
    }

    /// Where it stood after its first so many events.
    Standing after(int known) {
        var then = incident.after(known);
        var at = then.history().getLast().at();
        return new Standing(
                pack,
                playbook,
                then,
                newer.stream().filter(each -> !each.at().isAfter(at)).toList(),
                alarms);
    }

    /// Whether a reporter said that somebody was at risk, and nobody has recorded since that
    /// everybody is safe.
    public boolean somebodyAtRisk() {
        var atRisk = false;
        for (var happening : incident.history()) {
            atRisk =
                    switch (happening.event()) {
                        case IncidentEvent.Opened(var concern, _) -> alarms.contains(concern);
                        case IncidentEvent.ConcernJoined(var concern) ->
                                atRisk || alarms.contains(concern);
                        case IncidentEvent.MadeSafe _ -> false;
                        case IncidentEvent.StepDone done ->
                                atRisk && (done.notNeeded() || !makesSafe(done.step()));
                        default -> atRisk;
                    };
        }
        return atRisk;
    }

    private boolean makesSafe(String step) {
        return playbook.step(step).card().makesSafe();
    }

    /// What stands between the incident and its closing, in plain words; nothing if it may close.
    public List<String> missing() {
        var missing = new ArrayList<String>();
        if (somebodyAtRisk()) {
            missing.add("Record that everybody is safe.");
        }
        if (incident.classification().isEmpty()) {
            missing.add("Say what kind of incident it was.");
        }
        progress().closing().missing().forEach(each -> missing.add(each.says()));
        Referral.of(pack, incident).stream()
                .filter(Referral::waits)
                .forEach(each ->
                        missing.add(
                                each.contact().label()
                                        + ": record the reply, or why none is to come."));
        if (incident.actions().isEmpty() && Actions.grid(pack, incident).isPresent()) {
            missing.add("Choose the actions, from those the policy proposes.");
        }
        Actions.chosen(pack, incident).stream()
                .filter(Actions.Chosen::waits)
                .forEach(chosen -> missing.add(waiting(chosen)));
        return missing;
    }

    private static String waiting(Actions.Chosen chosen) {
        return chosen.action().label()
                + (chosen.action().beforeClosing()
                        ? ": record that it was done."
                        : ": record that it was done, or why it was not needed.");
    }
}
