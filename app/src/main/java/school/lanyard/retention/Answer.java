// SPDX-License-Identifier: Apache-2.0
package school.lanyard.retention;

/// What became of a decision on how long a case is kept.
public sealed interface Answer {

    record Done() implements Answer {}

    /// It takes effect once a second person agrees.
    record Waits() implements Answer {}

    /// The keys are destroyed, and nobody can read it any more.
    record Disposed() implements Answer {}

    record Refused(String why) implements Answer {}

    /// There is no such case, or none that this person may know of. The two look the same.
    record NotFound() implements Answer {}
}
