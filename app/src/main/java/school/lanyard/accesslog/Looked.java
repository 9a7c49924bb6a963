// SPDX-License-Identifier: Apache-2.0
package school.lanyard.accesslog;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What the access log knows of: each way of reading something confidential, or taking it out. An
/// action of the ledger that is not here is in no access log.
public enum Looked {
    AT_MESSAGES("conversation.read", true, "Opened messages with a reporter without a name"),
    AT_MESSAGE_LIST("conversation.listed", true, "Looked at the list of such messages"),
    AT_REGISTER("low-level.read", true, "Opened the register of low-level concerns"),
    AT_LIST("queue.read", true, "Looked at the list of concerns and incidents"),
    AT_CONCERN("concern.read", true, "Opened a concern"),
    AT_INCIDENT("incident.read", true, "Opened an incident"),
    AT_CHRONOLOGY("incident.chronology-read", true, "Opened a chronology"),
    TOOK_CHRONOLOGY("incident.exported", true, "Took a chronology out as a PDF"),
    PRINTED_PAPER("incident.paper-printed", true, "Printed a form of an incident"),
    AT_PRIVATE_NOTES("private-note.read", true, "Opened the private notes of an incident"),
    AT_REPEATS("repeat.read", true, "Was shown earlier incidents of the same person"),
    BROKE_GLASS_OF_INCIDENT("incident.glass-broken", true, "Opened an incident in an emergency"),
    BROKE_GLASS_OF_CONCERN("concern.glass-broken", true, "Opened a concern in an emergency"),
    AT_EVIDENCE("incident.exhibit-read", true, "Opened evidence kept with an incident"),
    AT_PERSON("person.chronology-read", true, "Opened a person’s chronology"),
    TOOK_PERSON("person.chronology-exported", true, "Took a person’s chronology out as a PDF"),
    FOUND("search.read", true, "Looked for cases, and was shown some"),
    AT_FILE("transfer.read", true, "Opened a file that came with a child"),
    SENT_FILE("transfer.sent", true, "Made a child’s file to send to another school"),
    TOOK_FOUND("search.exported", true, "Took a list of cases out as a table"),
    COUNTED("patterns.read", true, "Looked at patterns across cases"),
    AT_RETENTION("retention.read", true, "Looked at how long cases are kept"),
    AT_FLAGS("flags.read", false, "Looked at children’s flags"),
    AT_REPORT("report.read", false, "Opened a report for governors"),
    TOOK_REPORT("report.exported", false, "Took a report for governors out as a PDF"),
    AT_PREVIEW("report.previewed", false, "Looked at the figures for a report"),
    AT_ANNEX("report.annex-read", false, "Opened the leaders’ annex"),
    TOOK_ASSURANCE("assurance.exported", false, "Took out how every clause of the policy stands"),
    AT_LOG("access-log.read", false, "Opened this access log");

    private final String action;
    private final boolean ofCases;
    private final String words;

    Looked(String action, boolean ofCases, String words) {
        this.action = action;
        this.ofCases = ofCases;
        this.words = words;
    }

    public String action() {
        return action;
    }

    public String words() {
        return words;
    }

    static Optional<Looked> of(String action) {
        return Arrays.stream(values()).filter(each -> each.action.equals(action)).findFirst();
    }

    /// The ledger's words for looking at cases, which pass the door, or for the rest.
    static List<String> actions(boolean ofCases) {
        return Arrays.stream(values())
                .filter(each -> each.ofCases == ofCases)
                .map(Looked::action)
                .toList();
    }
}
