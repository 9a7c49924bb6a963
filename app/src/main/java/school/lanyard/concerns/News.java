// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.time.Instant;

/// What a reporter may know has become of a concern: never what it says, who deals with it or what
/// came of it.
public sealed interface News {

    record Received() implements News {}

    /// Somebody who deals with concerns has opened it.
    record Opened() implements News {}

    /// It is recorded that somebody came back to the reporter.
    record Answered(Instant at) implements News {}
}
