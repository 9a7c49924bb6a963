// SPDX-License-Identifier: Apache-2.0
package school.lanyard.sealing;

/// What a key seals, so that disposal and backups can be reasoned about without opening anything.
public enum KeyKind {
    /// Wraps every other key of one school.
    SCHOOL,
    /// One person's name, address and credentials.
    PERSON,
    /// One concern or incident.
    CASE,
    /// One file kept with a case, beside the case's own key.
    EXHIBIT,
    /// One issued report.
    REPORT,
    /// One class tablet: its class, and the grown-ups that it shows.
    DEVICE,
    /// What people said about one draft or review of the policy.
    POLICY,
    /// One class's name.
    CLASS,
    /// One file that waits to be brought into the roster, or what a school's columns hold.
    IMPORT,
    /// A key pair that other schools seal a child's file for this one with.
    TRANSFER;

    String stored() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
