// SPDX-License-Identifier: Apache-2.0
package school.lanyard.mail;

import java.util.Optional;

/// Finds where a mail goes, at the moment it is sent. The module that knows people supplies the one
/// bean.
@FunctionalInterface
public interface Addressees {

    /// Where a mail goes, and what it links to.
    ///
    /// @param path on this server, with the secret of a link in it where the kind has one
    record Addressed(String to, String path) {
        @Override
        public String toString() {
            return "Addressed";
        }
    }

    /// Where this mail goes now; absent if there is nobody to send it to any more.
    ///
    /// @param link as it was queued
    Optional<Addressed> find(String school, String person, MailKind kind, String link);
}
