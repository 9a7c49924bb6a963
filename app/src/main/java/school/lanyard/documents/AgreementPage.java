// SPDX-License-Identifier: Apache-2.0
package school.lanyard.documents;

import school.lanyard.core.pack.Agreement;

/// What the template of an agreement shows.
///
/// @param groups whose agreement it is, in words
public record AgreementPage(
        Agreement agreement, String groups, Standing standing, String edition, Medium medium) {

    /// Enough of the hash to tell two texts apart on paper.
    public String mark() {
        return agreement.hash().substring(0, 12);
    }

    public boolean print() {
        return medium == Medium.PRINT;
    }
}
