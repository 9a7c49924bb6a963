// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a role lets its holders do; the only thing about a role that Java knows.
public enum Capability {
    /// Write a concern, and see that one's own was received.
    REPORT_CONCERNS,
    /// Take cases that routing and the one door give them, from triage to closure.
    HANDLE_CASES,
    /// Record that an image was looked at in exceptional circumstances.
    RECORD_VIEWINGS,
    /// Be the second person who lets somebody become a reader of cases.
    APPROVE_ACCESS,
    /// Run the system: accounts, settings, backups. Never together with reading cases.
    ADMINISTER,
    /// Put people into posts; whatever would make them readers still takes a second person.
    APPOINT_PEOPLE,
    /// Write and issue the anonymised report for governors.
    ISSUE_REPORTS,
    /// Read issued reports for governors.
    READ_GOVERNOR_REPORTS,
    /// Read the annex on concerns about leaders, but for those about oneself.
    READ_LEADER_ANNEX,
    /// See who read what and when, without any content.
    READ_ACCESS_LOG,
    /// Open one case that is not sent to them, in an emergency and for a limited time.
    BREAK_GLASS,
    /// Draft a new edition of the policy.
    EDIT_POLICY,
    /// Record that the governing body approved a drafted edition.
    APPROVE_POLICY,
    /// Sign an approved edition. Where a policy gives this to nobody, whoever may approve signs.
    SIGN_POLICY;

    /// The word in packs, such as `handle-cases`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether a holder may come to read what a case says.
    public boolean readsCases() {
        return this == HANDLE_CASES || this == READ_LEADER_ANNEX || this == BREAK_GLASS;
    }

    static Optional<Capability> of(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
