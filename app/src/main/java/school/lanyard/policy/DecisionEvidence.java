// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import school.lanyard.access.Caller;
import school.lanyard.core.assurance.Evidence;
import school.lanyard.core.assurance.Showing;
import school.lanyard.core.decision.Answer;
import school.lanyard.core.pack.Decisions;
import school.lanyard.core.pack.Pack;
import school.lanyard.evidence.Asked;
import school.lanyard.evidence.EvidenceSource;
import school.lanyard.evidence.Keeper;

/// A rule that "May I?" answers is kept while the edition in force answers it.
@Component
class DecisionEvidence implements EvidenceSource {

    private static final String MAY_I = "/policy/may-i/";

    @Override
    public String prefix() {
        return "decision";
    }

    @Override
    public Map<String, Showing> show(Asked asked, Collection<String> mechanisms) {
        var answered = answered(asked.pack());
        var showings = new LinkedHashMap<String, Showing>();
        for (var mechanism : mechanisms) {
            showings.put(
                    mechanism,
                    answered(answered, EvidenceSource.rest(mechanism))
                            ? Showing.of(
                                    mechanism,
                                    Evidence.seen(
                                            asked.since(),
                                            true,
                                            "The edition in force answers it, on “May I?” and its"
                                                    + " pages."))
                            : Showing.nothing(
                                    mechanism, "The edition in force leaves this unanswered."));
        }
        return showings;
    }

    /// Every subject by its full key, and whether it is answered for anybody.
    private static NavigableMap<String, Boolean> answered(Pack pack) {
        var decide = pack.decide();
        var answered = new TreeMap<String, Boolean>();
        for (var subject : decide.subjects()) {
            answered.put(subject.key(), isAnswered(pack, decide, subject.key()));
        }
        return answered;
    }

    private static boolean isAnswered(Pack pack, Decisions decide, String subject) {
        return pack.vocabulary().groups().keySet().stream()
                .anyMatch(group ->
                        decide.ask(group, subject, Map.of()).answer() != Answer.NOT_STATED);
    }

    /// A whole table, a subject, or a row that is asked about cell by cell.
    private static boolean answered(NavigableMap<String, Boolean> subjects, String asked) {
        var slash = asked.indexOf('/');
        var table = (slash < 0 ? asked : asked.substring(0, slash)) + "/";
        var row = slash < 0 ? "" : asked.substring(slash);
        return subjects.tailMap(table).entrySet().stream()
                .takeWhile(each -> each.getKey().startsWith(table))
                .filter(each ->
                        slash < 0 || each.getKey().equals(asked) || each.getKey().endsWith(row))
                .anyMatch(Map.Entry::getValue);
    }

    @Override
    public Keeper keeper(Asked asked, String mechanism) {
        var key = EvidenceSource.rest(mechanism);
        var subject = asked.pack().decide().subject(key);
        if (subject.isPresent()) {
            return Keeper.at("May I? " + subject.get().label(), MAY_I + key, Caller.SIGNED_IN);
        }
        var table = asked.pack().decisions().get(key.replaceFirst("/.*", ""));
        return Keeper.of("May I? " + (table == null ? key : table.label()));
    }
}
