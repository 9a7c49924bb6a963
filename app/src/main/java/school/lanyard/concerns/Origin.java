// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

/// Where a report came from that was not written by somebody signed in.
///
/// @param who what the sender says of themselves; empty where they say nothing
/// @param contact how they may be reached; empty where they leave nothing
public record Origin(Way way, String who, String contact) {

    public enum Way {
        /// The open form for parents and visitors.
        OPEN_FORM,
        /// Without a name, with a code that opens a conversation.
        ANONYMOUS,
        /// The pictures on a class tablet.
        CLASS_TABLET
    }

    public static Origin of(Way way) {
        return new Origin(way, "", "");
    }

    /// Nothing of it, so that nothing of it gets into a log.
    @Override
    public String toString() {
        return "Origin";
    }
}
