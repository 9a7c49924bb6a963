// SPDX-License-Identifier: Apache-2.0
package school.lanyard.notices;

/// What was decided about a notice, and why.
///
/// @param told whether the body outside that the kind names was told
/// @param reasons why, also where nobody was told
/// @param reference what that body gave; empty where it gave none
public record Decision(boolean told, String reasons, String reference) {

    /// Nothing of it, so that nothing of it gets into a log.
    @Override
    public String toString() {
        return "Decision";
    }
}
