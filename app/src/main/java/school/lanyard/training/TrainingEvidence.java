// SPDX-License-Identifier: Apache-2.0
package school.lanyard.training;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import school.lanyard.access.Caller;
import school.lanyard.core.assurance.Basis;
import school.lanyard.core.assurance.Evidence;
import school.lanyard.core.assurance.Lasts;
import school.lanyard.core.assurance.Showing;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.evidence.Asked;
import school.lanyard.evidence.EvidenceSource;
import school.lanyard.evidence.Keeper;

/// Shows that nobody who needs a course is overdue, or how many are. Who attended is what somebody
/// recorded, so it is self-reported.
@Component
class TrainingEvidence implements EvidenceSource {

    private final Training training;
    private final Trainees trainees;

    TrainingEvidence(Training training, Trainees trainees) {
        this.training = training;
        this.trainees = trainees;
    }

    @Override
    public String prefix() {
        return "training";
    }

    @Override
    public Map<String, Showing> show(Asked asked, Collection<String> mechanisms) {
        var here = trainees.on(asked.school(), asked.day());
        var sessions = training.counting(asked.school(), asked.at());
        var book = new Book(asked.pack(), asked.day(), sessions);
        var showings = new LinkedHashMap<String, Showing>();
        for (var mechanism : mechanisms) {
            var course = asked.pack().training().get(EvidenceSource.rest(mechanism));
            var newest =
                    sessions.stream()
                            .filter(each -> each.course().equals(EvidenceSource.rest(mechanism)))
                            .filter(each -> !each.heldOn().isAfter(asked.day()))
                            .max(Comparator.comparing(Session::heldOn));
            showings.put(
                    mechanism,
                    course == null || newest.isEmpty()
                            ? Showing.nothing(mechanism, "No session of this course is recorded.")
                            : showing(mechanism, Training.sheet(book, here, course), newest.get()));
        }
        return showings;
    }

    private static Showing showing(String mechanism, Training.Sheet sheet, Session newest) {
        int overdue = sheet.overdue().size();
        int all = sheet.lines().size();
        if (all == 0) {
            return Showing.nothing(mechanism, "Nobody who needs this course is on record.");
        }
        return Showing.of(
                mechanism,
                new Evidence(
                        Basis.SELF_REPORTED,
                        newest.heldOn().atStartOfDay(SchoolTime.ZONE).toInstant(),
                        overdue == 0,
                        new Lasts.OnTheDay(),
                        overdue == 0
                                ? "None of the %d who need “%s” is overdue."
                                        .formatted(all, sheet.course().label())
                                : "%d of the %d who need “%s” are overdue."
                                        .formatted(overdue, all, sheet.course().label()),
                        "Whoever records training"));
    }

    @Override
    public Keeper keeper(Asked asked, String mechanism) {
        var key = EvidenceSource.rest(mechanism);
        var course = asked.pack().training().get(key);
        return Keeper.at(
                "Training: " + (course == null ? key : course.label()),
                "/training/" + key,
                Caller.ADMINISTER,
                Caller.APPOINT_PEOPLE,
                Caller.ISSUE_REPORTS);
    }
}
