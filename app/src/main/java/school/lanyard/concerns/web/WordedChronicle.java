// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import school.lanyard.concerns.Chronicle;
import school.lanyard.concerns.Concerns;
import school.lanyard.concerns.Incidents;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Pack;
import school.lanyard.people.Appointments;
import school.lanyard.people.People;
import school.lanyard.policy.Editions;

/// Puts cases into the words that their own pages use.
@Component
final class WordedChronicle implements Chronicle {

    private final Appointments appointments;
    private final People people;
    private final Editions editions;

    WordedChronicle(Appointments appointments, People people, Editions editions) {
        this.appointments = appointments;
        this.people = people;
        this.editions = editions;
    }

    @Override
    public List<Entry> of(String school, Incidents.Opened incident) {
        var words = Words.of(incident, people.directory(school));
        var posts = new Posts(appointments, school, words.directory());
        var pack = incident.edition().pack();
        var reference = incident.file().reference();
        var entries = new ArrayList<Entry>();
        incident.concerns()
                .forEach(concern -> entries.addAll(reported(school, concern, reference, pack)));
        words.lines().stream()
                .map(line -> entry(reference, line, posts, pack))
                .forEach(entries::add);
        return entries;
    }

    private static Entry entry(String reference, Words.Line line, Posts posts, Pack pack) {
        var recorded = line.happening().at();
        var done = line.doneAt() == null ? recorded : line.doneAt();
        return new Entry(
                reference,
                SchoolTime.day(done),
                done.atZone(SchoolTime.ZONE).toLocalTime(),
                recorded,
                line.title(),
                line.details(),
                posts.by(line.happening().by(), recorded, pack),
                line.decision());
    }

    @Override
    public List<Entry> of(String school, Concerns.Opened concern) {
        var pack = editions.find(school, concern.row().edition()).orElseThrow().pack();
        return reported(school, concern, concern.row().reference(), pack);
    }

    /// A report stands where it happened, and its answer where it was given.
    private List<Entry> reported(
            String school, Concerns.Opened concern, String reference, Pack pack) {
        var directory = people.directory(school);
        var posts = new Posts(appointments, school, directory);
        var report = concern.report();
        var entries = new ArrayList<Entry>();
        entries.add(
                new Entry(
                        reference,
                        report.happenedOn(),
                        report.happenedAt(),
                        report.writtenAt(),
                        "Concern reported",
                        written(
                                report.what(),
                                labelled("The child’s own words: ", report.childsWords()),
                                labelled("At risk at that moment: ", report.riskNow()),
                                labelled("Time: ", report.happenedAbout()),
                                labelled("Where: ", report.where()),
                                labelled("System or device: ", report.system())),
                        posts.by(concern.row().reporter(), report.writtenAt(), pack),
                        false));
        var answered = concern.concern().answered();
        if (answered != null) {
            entries.add(
                    entry(
                            reference,
                            answered.at(),
                            "Concern answered without an incident",
                            written(
                                    answered.answer().decision(),
                                    labelled("Told: ", answered.answer().told()),
                                    labelled("The reporter: ", answered.answer().feedback())),
                            posts.by(answered.by(), answered.at(), pack)));
        }
        return entries;
    }

    private static Entry entry(
            String reference, Instant at, String title, List<String> details, String by) {
        return new Entry(
                reference,
                SchoolTime.day(at),
                at.atZone(SchoolTime.ZONE).toLocalTime(),
                at,
                title,
                details,
                by,
                true);
    }

    private static String labelled(String label, String text) {
        return text.isBlank() ? "" : label + text;
    }

    private static List<String> written(String... details) {
        return Stream.of(details).filter(text -> !text.isBlank()).toList();
    }
}
