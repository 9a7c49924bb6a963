// SPDX-License-Identifier: Apache-2.0
package school.lanyard.attestations;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;
import school.lanyard.attestations.Attestation.Form;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Agreement;
import school.lanyard.people.Known;

/// How far a text is signed: by whom, and by whom not.
@Service
public final class Progress {

    private final Attestations attestations;
    private final Audience audience;
    private final InstantSource clock;

    Progress(Attestations attestations, Audience audience, InstantSource clock) {
        this.attestations = attestations;
        this.audience = audience;
        this.clock = clock;
    }

    /// Somebody whom a text is about.
    ///
    /// @param place their class, or the group in the policy's words
    public record Line(Known person, String place, Standing standing) {}

    /// How far one text is.
    public record Sheet(Agreement agreement, Form form, List<Line> lines) {

        public List<Line> waiting() {
            return lines.stream().filter(line -> !line.standing().signed()).toList();
        }

        public List<Line> signed() {
            return lines.stream().filter(line -> line.standing().signed()).toList();
        }

        public int asked() {
            return lines.size();
        }
    }

    /// Every text of the policy in force; one that classes agree to is there a second time.
    public List<Sheet> all(String school) {
        var book = attestations.book(school);
        var here = audience.on(school, SchoolTime.day(clock.instant()));
        return book.pack().agreements().values().stream()
                .flatMap(text -> forms(text).stream().map(form -> sheet(book, here, text, form)))
                .toList();
    }

    /// The ways in which a text is assented to by people on record.
    public static List<Form> forms(Agreement text) {
        return text.asking().inClass() ? List.of(Form.SIGNED, Form.CLASS) : List.of(Form.SIGNED);
    }

    /// One text, by class or group and then by name.
    public Sheet of(String school, Agreement text, Form form) {
        return sheet(
                attestations.bookOf(school, text.key()),
                audience.on(school, SchoolTime.day(clock.instant())),
                text,
                form);
    }

    private static Sheet sheet(Book book, Audience.On here, Agreement text, Form form) {
        return new Sheet(
                text,
                form,
                here.askedFor(text).stream()
                        .map(each ->
                                new Line(
                                        each,
                                        place(book, here, text, each),
                                        book.of(text, form, each.id())))
                        .sorted(Comparator.comparing(Line::place))
                        .toList());
    }

    private static String place(Book book, Audience.On here, Agreement text, Known person) {
        var className = person.className();
        if (className != null) {
            return className;
        }
        var groups = person.groupsOn(here.day());
        var words =
                text.groups().stream()
                        .filter(groups::contains)
                        .findFirst()
                        .or(() -> groups.stream().sorted().findFirst())
                        .map(book.pack().vocabulary()::many)
                        .orElse("");
        return words.isEmpty()
                ? words
                : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
