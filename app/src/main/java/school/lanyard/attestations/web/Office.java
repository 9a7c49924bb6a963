// SPDX-License-Identifier: Apache-2.0
package school.lanyard.attestations.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import school.lanyard.access.SignedIn;
import school.lanyard.attestations.Attestation.Form;
import school.lanyard.attestations.Audience;
import school.lanyard.attestations.Progress;
import school.lanyard.attestations.Standing;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Agreement;
import school.lanyard.core.pack.Pack;
import school.lanyard.policy.Editions;
import school.lanyard.web.Times;

/// What the pages of the office share: the text that an address names, and words for where people
/// stand.
@Component
class Office {

    static final String ADDRESS = "/attestations";
    static final String ONE = ADDRESS + "/{agreement:[a-z][a-z0-9-]*}";

    /// Beside a text's key, for what classes agree to together.
    static final String CLASS = "class";

    private final Editions editions;
    private final Progress progress;
    private final Audience audience;
    private final InstantSource clock;

    Office(Editions editions, Progress progress, Audience audience, InstantSource clock) {
        this.editions = editions;
        this.progress = progress;
        this.audience = audience;
        this.clock = clock;
    }

    Pack pack(SignedIn me) {
        return editions.running(me.schoolId()).pack();
    }

    Agreement text(SignedIn me, String key) {
        var text = pack(me).agreements().get(key);
        if (text == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return text;
    }

    Progress.Sheet sheet(SignedIn me, String key, Form form) {
        var text = text(me, key);
        if (!Progress.forms(text).contains(form)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return progress.of(me.schoolId(), text, form);
    }

    List<Progress.Sheet> sheets(SignedIn me) {
        return progress.all(me.schoolId());
    }

    Audience.On here(SignedIn me) {
        return audience.on(me.schoolId(), today());
    }

    /// How many of those who wait have nobody on record who could sign for them.
    long withoutSigner(SignedIn me, Progress.Sheet sheet) {
        var here = here(me);
        return sheet.waiting().stream()
                .filter(line -> here.signersOf(sheet.agreement(), line.person().id()).isEmpty())
                .count();
    }

    LocalDate today() {
        return SchoolTime.day(clock.instant());
    }

    /// Who is asked, in the policy's words. A class agrees together: nobody signs for it.
    static String asked(Pack pack, Agreement text, Form form) {
        var words =
                String.join(", ", text.asked().stream().map(pack::who).toList())
                        + (text.onBehalf() && form != Form.CLASS
                                ? "; signed by a " + pack.vocabulary().one(text.signedBy())
                                : "");
        return words.isEmpty()
                ? words
                : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static String state(Standing standing, Form form) {
        return switch (standing) {
            case Standing.Signed(var by, _) ->
                    (form == Form.CLASS ? "Agreed on " : "Signed on ") + Times.day(by.signedOn());
            case Standing.OtherWords(var last) ->
                    "An earlier text, on " + Times.day(last.signedOn());
            case Standing.Lapsed(var last, _) ->
                    "To sign again: last on " + Times.day(last.signedOn());
            case Standing.Never() -> "Not yet";
        };
    }
}
