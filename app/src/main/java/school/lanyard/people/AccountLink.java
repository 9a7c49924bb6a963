// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

/// A link somebody followed, still good.
///
/// @param needsCode whether a code of the second factor must be given too
/// @param lost whether it cannot be used, because the reader has no second factor to prove themself
///   with
public record AccountLink(
        String id,
        String school,
        String person,
        Purpose purpose,
        String address,
        boolean needsCode,
        boolean lost) {

    public enum Purpose {
        INVITATION,
        RESET
    }
}
