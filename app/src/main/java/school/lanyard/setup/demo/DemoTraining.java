// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup.demo;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import school.lanyard.core.pack.Course;
import school.lanyard.training.Session;
import school.lanyard.training.Training;

/// Leaves the training of a year: most had theirs in September, a few were away, one course is not
/// begun and one is overdue.
@Component
@ConditionalOnProperty("lanyard.demo")
final class DemoTraining {

    /// Of so many, one was away.
    private static final int AWAY = 12;

    private static final String LATE = "online-safety-lead";
    private static final String NOT_BEGUN = "ai";

    private final Training training;

    DemoTraining(Training training) {
        this.training = training;
    }

    void leave(DemoSchool cast, DemoFounder.Founded school, LocalDate day) {
        var by = school.person(cast.holding("administrator").id());
        for (var sheet : training.sheets(school.id())) {
            var course = sheet.course();
            var people = attended(sheet);
            if (!course.key().equals(NOT_BEGUN) && !people.isEmpty()) {
                var held =
                        new Training.Held(
                                course.key(),
                                course.key(),
                                course.groups().isEmpty()
                                        ? Session.Provider.EXTERNAL
                                        : Session.Provider.SCHOOL,
                                course.key().equals(LATE) ? day.minusMonths(14) : day.minusWeeks(9),
                                course.items().stream()
                                        .map(Course.Item::key)
                                        .collect(Collectors.toSet()),
                                people,
                                new Session.Details("The safeguarding lead", "This year’s slides"));
                training.record(school.id(), by, held);
            }
        }
    }

    private static Set<String> attended(Training.Sheet sheet) {
        return IntStream.range(0, sheet.lines().size())
                .filter(at -> at % AWAY != AWAY - 1)
                .mapToObj(at -> sheet.lines().get(at).needs().person().id())
                .collect(Collectors.toSet());
    }
}
