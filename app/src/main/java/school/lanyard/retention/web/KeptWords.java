// SPDX-License-Identifier: Apache-2.0
package school.lanyard.retention.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import school.lanyard.access.SignedIn;
import school.lanyard.core.calendar.Lengths;
import school.lanyard.core.pack.Interval;
import school.lanyard.core.retention.Term;
import school.lanyard.people.People;
import school.lanyard.policy.Editions;
import school.lanyard.retention.Intervals;
import school.lanyard.retention.KeptCase;
import school.lanyard.retention.store.DisposalRows;
import school.lanyard.web.Card;
import school.lanyard.web.Link;
import school.lanyard.web.SummaryRow;
import school.lanyard.web.Times;

/// The words for how long a case is kept.
@Component
class KeptWords {

    private final People people;
    private final Editions editions;

    KeptWords(People people, Editions editions) {
        this.people = people;
        this.editions = editions;
    }

    String name(SignedIn me, String person) {
        return people.directory(me.schoolId()).name(person);
    }

    String people(SignedIn me, KeptCase kept) {
        return kept.people().isEmpty()
                ? "No person linked"
                : kept.people().stream()
                        .map(person -> name(me, person))
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    Card card(SignedIn me, KeptCase kept) {
        return Card.of(
                "/retention/" + kept.reference(),
                people(me, kept),
                Stream.of(kept.reference(), kind(me, kept), until(kept))
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.joining(". ")));
    }

    /// What the policy says.
    List<SummaryRow> rules(SignedIn me) {
        var pack = editions.running(me.schoolId()).pack();
        return List.of(
                SummaryRow.of(
                        "A case in which a child has a part",
                        length(Intervals.ofChildren(pack), "after the child was born")),
                SummaryRow.of("Any other case", length(Intervals.ofAdults(pack), "after it ended")),
                SummaryRow.of(
                        "A low-level concern about an adult",
                        length(Intervals.ofLowLevel(pack), "after the adult left")));
    }

    private static String length(Optional<Interval> interval, String after) {
        return interval.map(each ->
                        Lengths.words(each.length())
                                + " "
                                + after
                                + (each.chosenBy() == Interval.ChosenBy.SCHOOL
                                        ? " (the school’s own choice)"
                                        : ""))
                .orElse("The policy does not say, so it is kept");
    }

    List<SummaryRow> facts(SignedIn me, KeptCase kept) {
        var facts = new ArrayList<SummaryRow>();
        var ended = kept.endedAt();
        facts.add(
                SummaryRow.of(
                        "Case",
                        kind(me, kept),
                        Link.to(
                                (kept.kind().equals("incident") ? "/incidents/" : "/concerns/")
                                        + kept.reference(),
                                "Read it")));
        facts.add(SummaryRow.of("Ended", ended == null ? "It is open" : Times.day(ended)));
        facts.add(SummaryRow.of("How long it is kept", until(kept)));
        var hold = kept.hold();
        if (hold != null) {
            facts.add(
                    SummaryRow.of(
                            "On hold since", Times.day(hold.at()) + ", by " + name(me, hold.by())));
            facts.add(SummaryRow.of("Why it is on hold", hold.reason()));
        }
        return facts;
    }

    private String kind(SignedIn me, KeptCase kept) {
        if (kept.kind().equals("concern")) {
            return "Concern answered without an incident";
        }
        var key = kept.category();
        return key == null
                ? "Incident, not sorted"
                : editions.find(me.schoolId(), kept.edition())
                        .flatMap(edition -> edition.pack().categoryLabel(key))
                        .orElse(key);
    }

    private static String until(KeptCase kept) {
        var again = kept.keepUntil();
        return switch (kept.term()) {
            case null -> "As long as it is open, and then until its time is over";
            case Term.BirthMissing _ -> "A date of birth is missing";
            case Term.NotStated _ -> "The policy does not say, so it is kept";
            case Term.NotLeft _ -> "Until its time is over after the adult has left";
            case Term.From from when again != null && again.isAfter(from.day()) ->
                    "A review kept it until " + Times.day(again);
            case Term.From(var day, var reason) ->
                    "To be reviewed from "
                            + Times.day(day)
                            + switch (reason) {
                                case BIRTH -> ", counted from a child’s birth";
                                case END -> ", counted from its end";
                                case LEFT -> ", counted from when the adult left";
                            };
        };
    }

    /// The day on which somebody looks at it again.
    static LocalDate reviewOn(KeptCase kept) {
        var again = kept.keepUntil();
        var day = kept.term() instanceof Term.From(var from, _) ? from : LocalDate.MAX;
        return again != null && again.isAfter(day) ? again : day;
    }

    String both(SignedIn me, DisposalRows.Row row) {
        return name(me, row.decidedBy()) + " and " + name(me, row.agreedBy());
    }

    /// A disposal is complete once no older backup of keys is left.
    String complete(SignedIn me, DisposalRows.Row row, Instant now) {
        var destroyed = row.destroyedAt();
        if (destroyed == null) {
            return "Its keys are being destroyed";
        }
        return Intervals.complete(editions.running(me.schoolId()).pack(), destroyed)
                .map(day ->
                        now.isBefore(day)
                                ? "Not before "
                                        + Times.day(day)
                                        + ", when the last older backup"
                                        + " of keys has gone"
                                : "Since " + Times.day(day))
                .orElse("The policy does not say how long backups of keys are kept");
    }
}
