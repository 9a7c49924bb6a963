// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import gg.jte.Content;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One thing that happened, for a timeline.
///
/// @param by who did it, as a name or a role
/// @param strong set out from the rest: a call to the police, a change of track
public record Moment(
        Instant at, String title, @Nullable String by, @Nullable Content body, boolean strong) {

    public static Moment of(Instant at, String title, @Nullable String by) {
        return new Moment(at, title, by, null, false);
    }

    public Moment body(Content content) {
        return new Moment(at, title, by, content, strong);
    }

    public Moment emphasised() {
        return new Moment(at, title, by, body, true);
    }
}
