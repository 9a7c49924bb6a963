// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A change that takes a second person: it could let somebody become a reader of cases, or keep one
/// out.
public sealed interface AccessChange {

    /// Puts somebody into a post.
    ///
    /// @param address that the person signs in with or was invited at when it was asked; absent
    ///   without an account
    /// @param covers the appointment whose absent holder they stand in for; absent otherwise
    record Appoint(
            String role,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable String address,
            @Nullable String covers)
            implements AccessChange {}

    record EndAppointment(String appointment, String role, LocalDate lastDay)
            implements AccessChange {}

    /// Also how a password is reset: the account starts again.
    record Invite(String address) implements AccessChange {}

    record ClearSecondFactor() implements AccessChange {}

    record CloseAccount() implements AccessChange {}

    /// Somebody leaves the school: their groups, posts and account end.
    record Leave(LocalDate lastDay) implements AccessChange {}

    default String kind() {
        return switch (this) {
            case Appoint _ -> "appoint";
            case EndAppointment _ -> "end-appointment";
            case Invite _ -> "invite";
            case ClearSecondFactor _ -> "clear-second-factor";
            case CloseAccount _ -> "close-account";
            case Leave _ -> "leave";
        };
    }
}
