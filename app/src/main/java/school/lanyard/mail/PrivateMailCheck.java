// SPDX-License-Identifier: Apache-2.0
package school.lanyard.mail;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import school.lanyard.core.pack.Control;
import school.lanyard.database.Database;
import school.lanyard.evidence.Asked;
import school.lanyard.evidence.ControlCheck;
import school.lanyard.evidence.Finding;
import school.lanyard.mail.store.OutboxRows;

/// Looks at all mail that was ever queued: its text is one of the fixed ones, and its link leads to
/// a page that says nothing.
@Component
class PrivateMailCheck implements ControlCheck {

    private static final Set<String> KINDS =
            Arrays.stream(MailKind.values()).map(MailKind::stored).collect(Collectors.toSet());

    /// A page's own name without anything after it, or the id of a link whose secret is added when
    /// the mail is sent.
    private static final Pattern TELLS_NOTHING =
            Pattern.compile("/[a-z-]{0,30}|(link:)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Database database;

    PrivateMailCheck(Database database) {
        this.database = database;
    }

    @Override
    public Control control() {
        return Control.PRIVATE_MAIL;
    }

    @Override
    public Finding look(Asked asked) {
        var wrong =
                database.read(sql -> new OutboxRows(sql).kinds(asked.school())).stream()
                        .anyMatch(each ->
                                !KINDS.contains(each.kind())
                                        || !TELLS_NOTHING.matcher(each.link()).matches());
        return wrong
                ? Finding.failed("A mail says or links to more than that something waits.")
                : Finding.passed(
                        "Every mail has one of the fixed texts, and a link that says nothing.");
    }
}
