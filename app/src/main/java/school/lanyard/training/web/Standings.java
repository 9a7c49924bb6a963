// SPDX-License-Identifier: Apache-2.0
package school.lanyard.training.web;

import school.lanyard.training.Trained;
import school.lanyard.web.Times;

/// Says in words where somebody stands with a course.
final class Standings {

    private Standings() {}

    static String words(Trained trained) {
        var last = trained.last();
        var due = trained.due();
        if (last == null) {
            var state =
                    due == null
                            ? "Not yet"
                            : trained.overdue()
                                    ? "Overdue since " + Times.day(due)
                                    : "To be had by " + Times.day(due);
            return trained.missing().isEmpty()
                    ? state
                    : state + ". Missing: " + String.join("; ", trained.missing());
        }
        var had = "Had on " + Times.day(last);
        return due == null
                ? had
                : had + (trained.overdue() ? ", overdue since " : ", next by ") + Times.day(due);
    }
}
