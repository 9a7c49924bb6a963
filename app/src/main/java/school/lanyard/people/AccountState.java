// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.time.Instant;

/// How somebody's account stands.
public sealed interface AccountState {

    /// Never invited, or the invitation was taken back.
    record None() implements AccountState {}

    /// Invited, and no password chosen yet. The invitation may have expired.
    record Invited(String address, Instant until) implements AccountState {}

    record Open(String address, boolean secondFactor, boolean everSignedIn)
            implements AccountState {}

    record Closed(Instant at) implements AccountState {}
}
