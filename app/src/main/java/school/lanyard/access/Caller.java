// SPDX-License-Identifier: Apache-2.0
package school.lanyard.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.pack.Capability;

/// A kind of caller that a route may admit: by having signed in, or by what their roles let them do
/// today.
public enum Caller {
    /// Everybody, signed in or not.
    ANYONE,
    /// Whoever has given their password, even while their second factor is still to be set up.
    SETTING_UP,
    /// Whoever has signed in fully.
    SIGNED_IN,
    /// Whoever has signed in and belongs to the group `staff`.
    STAFF,
    /// Whoever has signed in and belongs to the group `governor`.
    GOVERNOR,
    REPORT_CONCERNS(Capability.REPORT_CONCERNS),
    HANDLE_CASES(Capability.HANDLE_CASES),
    RECORD_VIEWINGS(Capability.RECORD_VIEWINGS),
    APPROVE_ACCESS(Capability.APPROVE_ACCESS),
    ADMINISTER(Capability.ADMINISTER),
    APPOINT_PEOPLE(Capability.APPOINT_PEOPLE),
    ISSUE_REPORTS(Capability.ISSUE_REPORTS),
    READ_GOVERNOR_REPORTS(Capability.READ_GOVERNOR_REPORTS),
    READ_LEADER_ANNEX(Capability.READ_LEADER_ANNEX),
    READ_ACCESS_LOG(Capability.READ_ACCESS_LOG),
    BREAK_GLASS(Capability.BREAK_GLASS),
    EDIT_POLICY(Capability.EDIT_POLICY),
    APPROVE_POLICY(Capability.APPROVE_POLICY),
    SIGN_POLICY(Capability.SIGN_POLICY);

    private static final String STAFF_GROUP = "staff";
    private static final String GOVERNOR_GROUP = "governor";

    private final @Nullable Capability capability;

    Caller() {
        this(null);
    }

    Caller(@Nullable Capability capability) {
        this.capability = capability;
    }

    public @Nullable Capability capability() {
        return capability;
    }

    /// What such callers do, for somebody who is not one of them: "those who …".
    String words() {
        return switch (this) {
            case ANYONE, SETTING_UP, SIGNED_IN -> "have signed in";
            case STAFF -> "work at the school";
            case GOVERNOR -> "are governors";
            case REPORT_CONCERNS -> "report concerns";
            case HANDLE_CASES -> "handle concerns";
            case RECORD_VIEWINGS -> "record that an image was looked at";
            case APPROVE_ACCESS -> "decide who may read cases";
            case ADMINISTER -> "run the system";
            case APPOINT_PEOPLE -> "appoint people to posts";
            case ISSUE_REPORTS -> "write the report for governors";
            case READ_GOVERNOR_REPORTS -> "read the reports for governors";
            case READ_LEADER_ANNEX -> "read of concerns about leaders";
            case READ_ACCESS_LOG -> "check who read what";
            case BREAK_GLASS -> "may open a case in an emergency";
            case EDIT_POLICY -> "draft the school’s policy";
            case APPROVE_POLICY -> "approve the school’s policy";
            case SIGN_POLICY -> "sign the school’s policy";
        };
    }

    /// Whether somebody with these groups and capabilities, fully signed in, is this caller.
    boolean admits(Set<String> groups, Set<Capability> capabilities) {
        return switch (this) {
            case ANYONE, SETTING_UP, SIGNED_IN -> true;
            case STAFF -> groups.contains(STAFF_GROUP);
            case GOVERNOR -> groups.contains(GOVERNOR_GROUP);
            default -> capability != null && capabilities.contains(capability);
        };
    }
}
