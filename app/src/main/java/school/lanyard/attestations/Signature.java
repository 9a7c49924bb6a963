// SPDX-License-Identifier: Apache-2.0
package school.lanyard.attestations;

import school.lanyard.attestations.Attestation.Way;

/// Somebody signing a text.
///
/// @param hash of the words that they were shown
/// @param subject whom it is about: themself, or a child whom they sign for
/// @param name as they typed it; empty where they are signed in
public record Signature(
        String school,
        String agreement,
        String hash,
        String subject,
        String signer,
        Way way,
        String name) {

    @Override
    public String toString() {
        return "Signature";
    }
}
