// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.editing;

import java.util.Arrays;
import java.util.List;
import school.lanyard.core.pack.Cadence;
import school.lanyard.core.pack.Capability;
import school.lanyard.core.pack.ClauseKind;
import school.lanyard.web.Choice;

/// The program's own keys in plain words.
final class Words {

    private Words() {}

    static String of(Capability capability) {
        return switch (capability) {
            case REPORT_CONCERNS -> "Report concerns";
            case HANDLE_CASES -> "Take cases and read them, as far as each case allows";
            case RECORD_VIEWINGS ->
                    "Record that an image was looked at in exceptional circumstances";
            case APPROVE_ACCESS -> "Be the second person who lets somebody read cases";
            case ADMINISTER -> "Run the system, and never read cases";
            case APPOINT_PEOPLE -> "Put people into posts";
            case ISSUE_REPORTS -> "Write the report for governors";
            case READ_GOVERNOR_REPORTS -> "Read the reports for governors";
            case READ_LEADER_ANNEX -> "Read the annex on concerns about leaders";
            case READ_ACCESS_LOG -> "See who read what and when";
            case BREAK_GLASS -> "Open a case that is not sent to them, in an emergency";
            case EDIT_POLICY -> "Draft the policy";
            case APPROVE_POLICY -> "Approve the policy";
            case SIGN_POLICY -> "Sign the policy once it is approved";
        };
    }

    static String of(Cadence cadence) {
        return switch (cadence) {
            case NONE -> "It does not say, or once";
            case CONTINUOUS -> "All the time";
            case ON_EVENT -> "When something happens";
            case IMMEDIATE -> "At once";
            case WITHIN_72H -> "Within 72 hours";
            case AT_INDUCTION -> "When somebody starts at the school";
            case TERMLY -> "Every term";
            case ANNUAL -> "Every year";
            case EVERY_2_YEARS -> "Every two years";
            case REGULAR -> "Regularly, with no number: the school chooses one";
        };
    }

    static String of(ClauseKind kind) {
        return switch (kind) {
            case WORKFLOW -> "Something to be done, step by step or on request";
            case DECISION -> "Whether something is allowed";
            case SCHEDULE -> "Something done again and again";
            case RECORD -> "Something written down";
            case REGISTER -> "A list that is kept";
            case ATTESTATION -> "Something that people sign or agree to";
            case PUBLISH -> "Something made public or told to people";
            case CONTROL -> "Something that the system enforces";
            case PEOPLE -> "Who holds a post";
            case REPORT -> "A report to somebody";
        };
    }

    static List<Choice> capabilities() {
        return Arrays.stream(Capability.values())
                .map(each -> Choice.of(each.key(), of(each)))
                .toList();
    }

    static List<Choice> cadences() {
        return Arrays.stream(Cadence.values())
                .map(each -> Choice.of(each.key(), of(each)))
                .toList();
    }

    static List<Choice> kinds() {
        return Arrays.stream(ClauseKind.values())
                .map(each -> Choice.of(each.key(), of(each)))
                .toList();
    }

    static final List<Choice> STEPS =
            List.of(
                    Choice.of("task", "Something to do"),
                    Choice.of("decision", "A decision: somebody answers a question"),
                    Choice.of("wait", "A wait for an answer from outside the school"),
                    Choice.of("meeting", "A meeting"),
                    Choice.of("outcome", "Something that the case reaches by itself"));

    static final List<Choice> EVIDENCE =
            List.of(
                    Choice.of("measured", "Measured by the system"),
                    Choice.of("self-reported", "Reported by people"));

    static final List<Choice> CHOSEN_BY =
            List.of(
                    Choice.of("law", "The law or national guidance"),
                    Choice.of("policy", "The policy says it"),
                    Choice.of("school", "The school chose it, where nothing says"));

    static final List<Choice> HOLDERS =
            List.of(Choice.of("one", "One person at a time"), Choice.of("many", "Several people"));

    static final List<Choice> ANSWERS =
            List.of(
                    Choice.of("allowed", "Allowed"),
                    Choice.of("not-allowed", "Not allowed"),
                    Choice.of("illegal", "Illegal"));

    static final List<Choice> OTHERWISE =
            List.of(
                    Choice.of("not-allowed", "Not allowed"),
                    Choice.of("illegal", "Illegal"),
                    Choice.of("not-stated", "Not stated"));

    static final List<Choice> UNKNOWN =
            List.of(
                    Choice.of("allowed-when", "Allowed when"),
                    Choice.of("not-allowed", "Not allowed"),
                    Choice.of("illegal", "Illegal"),
                    Choice.of("not-stated", "Not stated"));
}
