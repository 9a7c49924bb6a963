// SPDX-License-Identifier: Apache-2.0
package school.lanyard.attestations;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import school.lanyard.attestations.Attestation.Form;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Agreement;
import school.lanyard.people.Known;

/// What one person is asked to sign: for themself, and for the children whose guardian they are.
@Service
public final class ToSign {

    private final Attestations attestations;
    private final Audience audience;
    private final InstantSource clock;

    ToSign(Attestations attestations, Audience audience, InstantSource clock) {
        this.attestations = attestations;
        this.audience = audience;
        this.clock = clock;
    }

    /// A text that somebody can sign, and where it stands.
    ///
    /// @param subject whom it is about
    /// @param own whether that is whoever signs
    public record Item(Agreement agreement, Known subject, boolean own, Standing standing) {

        public boolean due() {
            return !standing.signed();
        }
    }

    /// Everything that somebody can sign, in the order of the policy, what they sign for themself
    /// first.
    public List<Item> of(String school, String signer) {
        var here = audience.forOne(school, signer, SchoolTime.day(clock.instant()));
        var subjects = here.signsFor(signer);
        var book = attestations.bookOf(school, subjects);
        var items = new ArrayList<Item>();
        for (var subject : subjects) {
            for (var text : book.pack().agreements().values()) {
                if (here.maySign(text, subject, signer)) {
                    here.directory()
                            .find(subject)
                            .map(known ->
                                    new Item(
                                            text,
                                            known,
                                            subject.equals(signer),
                                            book.of(text, Form.SIGNED, subject)))
                            .ifPresent(items::add);
                }
            }
        }
        return List.copyOf(items);
    }

    /// What of it waits.
    public List<Item> due(String school, String signer) {
        return of(school, signer).stream().filter(Item::due).toList();
    }
}
