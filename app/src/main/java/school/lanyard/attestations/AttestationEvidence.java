// SPDX-License-Identifier: Apache-2.0
package school.lanyard.attestations;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import school.lanyard.access.Caller;
import school.lanyard.attestations.Attestation.Form;
import school.lanyard.core.assurance.Evidence;
import school.lanyard.core.assurance.Showing;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Agreement;
import school.lanyard.evidence.Asked;
import school.lanyard.evidence.EvidenceSource;
import school.lanyard.evidence.Keeper;

/// Shows that everybody who is asked to sign a text has, or how many have not.
@Component
class AttestationEvidence implements EvidenceSource {

    private static final String CLASS = "class";
    private static final String DOOR = "door";

    private final Attestations attestations;
    private final Audience audience;

    AttestationEvidence(Attestations attestations, Audience audience) {
        this.attestations = attestations;
        this.audience = audience;
    }

    @Override
    public String prefix() {
        return "attestation";
    }

    @Override
    public Map<String, Showing> show(Asked asked, Collection<String> mechanisms) {
        var here = audience.on(asked.school(), asked.day());
        var book =
                new Book(
                        asked.pack(),
                        asked.day(),
                        attestations.counting(asked.school(), asked.at()));
        var showings = new LinkedHashMap<String, Showing>();
        for (var mechanism : mechanisms) {
            showings.put(mechanism, show(asked, here, book, mechanism));
        }
        return showings;
    }

    private Showing show(Asked asked, Audience.On here, Book book, String mechanism) {
        var text = asked.pack().agreements().get(key(mechanism));
        if (text == null) {
            return Showing.nothing(mechanism, "The edition in force has no such text.");
        }
        return switch (part(mechanism)) {
            case DOOR -> door(asked, text, mechanism);
            case CLASS ->
                    everybody(asked, here, book, text, Form.CLASS, mechanism, "agreed in class");
            default -> everybody(asked, here, book, text, Form.SIGNED, mechanism, "signed");
        };
    }

    private Showing door(Asked asked, Agreement text, String mechanism) {
        return attestations
                .door(asked.school(), text.key(), asked.at())
                .map(door ->
                        Showing.of(
                                mechanism,
                                Evidence.seen(
                                        door.first(),
                                        true,
                                        "%s agreed at the door to “%s”. Nobody gets a badge without."
                                                .formatted(many(door.many()), text.title()))))
                .orElseGet(() ->
                        Showing.nothing(
                                mechanism, "Nobody has agreed to this at the door so far."));
    }

    private static String many(int count) {
        return count == 1 ? "1 visitor has" : count + " visitors have";
    }

    private static Showing everybody(
            Asked asked,
            Audience.On here,
            Book book,
            Agreement text,
            Form form,
            String mechanism,
            String done) {
        var people = here.askedFor(text);
        if (people.isEmpty()) {
            return Showing.nothing(mechanism, "Nobody who is asked for this is on record.");
        }
        var enough = people.size() >= text.asking().atLeast();
        var signed =
                people.stream()
                        .map(each -> book.of(text, form, each.id()))
                        .filter(Standing::signed)
                        .map(Standing::newest)
                        .filter(Objects::nonNull)
                        .toList();
        var since =
                signed.stream()
                        .map(Attestation::recordedAt)
                        .max(Comparator.naturalOrder())
                        .orElse(asked.since());
        boolean all = enough && signed.size() == people.size();
        return Showing.of(
                mechanism,
                Evidence.seen(
                        latest(since, asked),
                        all,
                        enough
                                ? words(
                                        all,
                                        people.size() - signed.size(),
                                        people.size(),
                                        done,
                                        text)
                                : "At least %d have to be asked, and only %d are on record."
                                        .formatted(text.asking().atLeast(), people.size())));
    }

    private static String words(boolean all, int missing, int asked, String done, Agreement text) {
        return all
                ? "All %d have %s “%s” as it stands.".formatted(asked, done, text.title())
                : "%d of %d have not %s “%s” as it stands."
                        .formatted(missing, asked, done, text.title());
    }

    /// What was recorded on the day that is asked about may be younger than its first minute.
    private static Instant latest(Instant since, Asked asked) {
        var last = asked.at();
        return SchoolTime.day(since).isAfter(asked.day()) ? last : since;
    }

    @Override
    public Keeper keeper(Asked asked, String mechanism) {
        var key = key(mechanism);
        var text = asked.pack().agreements().get(key);
        var title = text == null ? key : text.title();
        var how =
                switch (part(mechanism)) {
                    case DOOR -> "Agreed at the door: ";
                    case CLASS -> "Agreed in class: ";
                    default -> "Signed: ";
                };
        return Keeper.at(
                how + title,
                part(mechanism).equals(DOOR) ? "/visitors" : "/attestations/" + key,
                Caller.ADMINISTER,
                Caller.APPOINT_PEOPLE,
                Caller.ISSUE_REPORTS);
    }

    private static String key(String mechanism) {
        var rest = EvidenceSource.rest(mechanism);
        int slash = rest.indexOf('/');
        return slash < 0 ? rest : rest.substring(0, slash);
    }

    private static String part(String mechanism) {
        var rest = EvidenceSource.rest(mechanism);
        int slash = rest.indexOf('/');
        return slash < 0 ? "" : rest.substring(slash + 1);
    }
}
