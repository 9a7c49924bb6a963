// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

/// What came of asking for something to be recorded in an incident.
public sealed interface Outcome {

    /// It is on disk, or it already was.
    record Recorded() implements Outcome {}

    /// It says what was on record already. Nothing was written.
    record Unchanged() implements Outcome {}

    /// It may not be recorded.
    ///
    /// @param why in plain words, for the person who asked
    record Refused(String why) implements Outcome {}

    /// There is no such incident, or none that this person may know of. The two look the same.
    record NotFound() implements Outcome {}
}
