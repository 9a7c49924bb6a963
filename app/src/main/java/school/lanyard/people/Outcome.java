// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import org.jspecify.annotations.Nullable;

/// What became of a change to who may do what.
public sealed interface Outcome {

    /// It took effect at once.
    ///
    /// @param secret of a link to print; absent where there is none, or it went by mail
    record Done(@Nullable String secret) implements Outcome {
        @Override
        public String toString() {
            return "Done";
        }
    }

    /// It waits for a second person.
    record Waits(String request) implements Outcome {}

    record Refused(String reason) implements Outcome {}
}
