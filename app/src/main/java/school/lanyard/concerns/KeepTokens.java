// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import school.lanyard.access.Viewer;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.sealing.Seals;

/// Proof, carried by a form itself, of whose it is: what is typed into it can be kept for that
/// person, and nobody else, after their session has ended.
@Service
public final class KeepTokens {

    /// A working day, and the evening and morning round it.
    static final Duration LASTS = Duration.ofHours(24);

    private static final String PURPOSE = "concern-draft";

    /// Whose draft a form was issued for.
    public record Kept(Viewer writer, String draft) {}

    private final Seals seals;

    KeepTokens(Seals seals) {
        this.seals = seals;
    }

    public String issue(Viewer writer, String draft, Instant at) {
        return seals.sealToken(
                writer.school(), PURPOSE, writer.person() + " " + draft, at.plus(LASTS));
    }

    /// What a form's token proves; nothing where it was made up, changed or is too old.
    public Optional<Kept> read(String token, Instant at) {
        return seals.openToken(PURPOSE, token)
                .map(opened -> {
                    var parts = opened.content().split(" ", 2);
                    var writer = new Viewer(opened.school(), parts[0], SchoolTime.day(at));
                    return new Kept(writer, parts[1]);
                });
    }
}
