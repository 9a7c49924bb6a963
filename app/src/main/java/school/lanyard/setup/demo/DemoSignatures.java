// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import school.lanyard.attestations.Attestation.Form;
import school.lanyard.attestations.Attestation.Way;
import school.lanyard.attestations.Attestations;
import school.lanyard.attestations.Audience;
import school.lanyard.attestations.Campaigns;
import school.lanyard.attestations.Details;
import school.lanyard.attestations.Outcome;
import school.lanyard.attestations.Progress;
import school.lanyard.attestations.Signature;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.policy.Editions;

/// Leaves most agreements signed and some not: the staff's after a meeting, the families' on paper
/// since the autumn, the rules in most classes, and a campaign for the rest.
@Component
@ConditionalOnProperty("lanyard.demo")
final class DemoSignatures {

    private static final LocalTime MEETING = LocalTime.of(16, 10);

    private final Attestations attestations;
    private final Campaigns campaigns;
    private final Progress progress;
    private final Audience audience;
    private final Editions editions;
    private final DemoClock clock;

    DemoSignatures(
            Attestations attestations,
            Campaigns campaigns,
            Progress progress,
            Audience audience,
            Editions editions,
            DemoClock clock) {
        this.attestations = attestations;
        this.campaigns = campaigns;
        this.progress = progress;
        this.audience = audience;
        this.editions = editions;
        this.clock = clock;
    }

    void leave(DemoSchool cast, DemoFounder.Founded school, LocalDate day) {
        clock.putBackTo(day.atTime(MEETING).atZone(SchoolTime.ZONE).toInstant());
        var office = school.person(cast.holding("administrator").id());
        for (var sheet : progress.all(school.id())) {
            if (sheet.form() == Form.CLASS) {
                classes(cast, school, sheet, day);
            } else if (sheet.agreement().onBehalf()
                    || sheet.agreement().groups().contains("parent")) {
                paper(school, office, sheet, day);
            } else {
                meeting(school, sheet);
            }
        }
        visitors(school);
        campaigns.start(school.id(), office, "policy-known", day.plusDays(8), 7);
    }

    /// Those who were at the meeting; what somebody has to read first takes longer.
    private void meeting(DemoFounder.Founded school, Progress.Sheet sheet) {
        var text = sheet.agreement();
        int away = text.asking().policy().isEmpty() ? 9 : 3;
        IntStream.range(0, sheet.lines().size())
                .filter(at -> at % away != away - 1)
                .mapToObj(sheet.lines()::get)
                .forEach(line ->
                        must(
                                attestations.sign(
                                        new Signature(
                                                school.id(),
                                                text.key(),
                                                text.hash(),
                                                line.person().id(),
                                                line.person().id(),
                                                Way.ACCOUNT,
                                                ""))));
    }

    private void paper(
            DemoFounder.Founded school, String office, Progress.Sheet sheet, LocalDate day) {
        var came =
                IntStream.range(0, sheet.lines().size())
                        .filter(at -> at % 11 != 3)
                        .mapToObj(at -> sheet.lines().get(at).person().id())
                        .toList();
        must(attestations.recordPaper(school.id(), office, sheet.agreement().key(), came, day));
    }

    private void classes(
            DemoSchool cast, DemoFounder.Founded school, Progress.Sheet sheet, LocalDate day) {
        var here = audience.on(school.id(), day);
        var teacher = school.person(cast.teacher().id());
        here.classes().stream()
                .skip(2)
                .forEach(each -> {
                    var children = here.inClass(sheet.agreement(), each);
                    must(
                            attestations.recordClass(
                                    school.id(),
                                    teacher,
                                    sheet.agreement().key(),
                                    each,
                                    children.stream().skip(1).map(child -> child.id()).toList()));
                });
    }

    private void visitors(DemoFounder.Founded school) {
        var edition = editions.running(school.id());
        var texts =
                edition.pack().agreements().values().stream()
                        .filter(text -> text.asking().atTheDoor())
                        .toList();
        for (var visitor :
                List.of(
                        new Details("Rowan Ilves", "Piano tuner", "The hall", ""),
                        new Details("Sunniva Okoro", "Speech therapy", "The inclusion lead", ""),
                        new Details("Tobias Wren", "", "The office", ""))) {
            attestations.agreeAtTheDoor(school.id(), visitor.name(), texts, edition, visitor);
        }
    }

    private static void must(Outcome outcome) {
        if (outcome instanceof Outcome.Refused(var why)) {
            throw new IllegalStateException(why);
        }
    }
}
