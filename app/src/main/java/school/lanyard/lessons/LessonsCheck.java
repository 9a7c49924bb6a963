// SPDX-License-Identifier: Apache-2.0
package school.lanyard.lessons;

import org.springframework.stereotype.Component;
import school.lanyard.core.pack.Control;
import school.lanyard.database.Database;
import school.lanyard.evidence.Asked;
import school.lanyard.evidence.ControlCheck;
import school.lanyard.evidence.Finding;
import school.lanyard.ledger.Ledger;
import school.lanyard.lessons.store.LessonRows;

/// Looks whether each lesson that families read was published, with its day on record: only what
/// was found to name nobody ever is.
@Component
class LessonsCheck implements ControlCheck {

    private final Database database;
    private final Ledger ledger;

    LessonsCheck(Database database, Ledger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    @Override
    public Control control() {
        return Control.LESSONS_FOR_FAMILIES;
    }

    @Override
    public Finding look(Asked asked) {
        var lessons = database.read(sql -> new LessonRows(sql, asked.school()).all());
        return lessons.stream()
                        .noneMatch(each ->
                                ledger.about(asked.school(), each.id(), Lessons.PUBLISHED)
                                        .isEmpty())
                ? Finding.passed(
                        "The page for families is public, and each lesson on it was checked for"
                                + " names and has its day in the ledger.")
                : Finding.failed("A lesson is shown of which the ledger knows nothing.");
    }
}
