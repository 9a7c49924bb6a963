// SPDX-License-Identifier: Apache-2.0
package school.lanyard.home;

import org.jspecify.annotations.Nullable;
import school.lanyard.web.Card;
import school.lanyard.web.Row;

/// One thing on a home page.
public sealed interface AtHome {

    /// The one button that comes first.
    record Start(String href, String text) implements AtHome {}

    /// Something that needs somebody, and where they see to it.
    ///
    /// @param href absent where it is seen to outside Lanyard
    /// @param detail a line about it; empty where there is nothing to add
    record Need(Urgency urgency, String title, @Nullable String href, String detail)
            implements AtHome {}

    /// Something that they began and did not finish.
    record Begun(Card card) implements AtHome {}

    /// Something that they sent: its reference, and when it was received.
    record Sent(Row row) implements AtHome {}

    /// Something new to read.
    record News(Card card) implements AtHome {}

    /// Somewhere to look something up, where nobody waits.
    record Place(Card card) implements AtHome {}

    /// What they should know about their own account, such as what they can never see.
    record Limit(String text) implements AtHome {}

    /// How soon somebody is needed. The most urgent comes first.
    enum Urgency {
        NOW,
        OVERDUE,
        WAITING,
        OPEN
    }
}
