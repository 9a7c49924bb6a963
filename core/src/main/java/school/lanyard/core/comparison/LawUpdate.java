// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.pack.Cadence;
import school.lanyard.core.pack.Clause;
import school.lanyard.core.pack.ClauseKind;
import school.lanyard.core.pack.LawFact;
import school.lanyard.core.pack.Pack;

/// What a newer base of law and guidance makes stale in a school's policy: what somebody has to
/// look at again before the policy builds on it.
///
/// @param base the newer base
/// @param facts that are new, or say something else
/// @param agreements clauses about something signed, which is to be signed again
/// @param training clauses about training, which is to be looked at again
/// @param reviews clauses about something done again and again
/// @param others every other clause that is touched
/// @param help contacts and times that the newer base brings, in words
public record LawUpdate(
        Pack base,
        List<Fact> facts,
        List<Stale> agreements,
        List<Stale> training,
        List<Stale> reviews,
        List<Stale> others,
        List<String> help) {

    private static final String TRAINING = "training";
    private static final Set<Cadence> REPEATED =
            Set.of(Cadence.TERMLY, Cadence.ANNUAL, Cadence.EVERY_2_YEARS, Cadence.REGULAR);

    /// A fact of law that is new, or says something else.
    ///
    /// @param was what it said before; absent where it is new
    public record Fact(LawFact now, @Nullable String was) {}

    /// A clause that is touched, and the facts that touch it.
    public record Stale(Clause clause, List<LawFact> by) {
        public Stale {
            by = List.copyOf(by);
        }
    }

    public LawUpdate {
        facts = List.copyOf(facts);
        agreements = List.copyOf(agreements);
        training = List.copyOf(training);
        reviews = List.copyOf(reviews);
        others = List.copyOf(others);
        help = List.copyOf(help);
    }

    /// Works out what moving a school's policy to a base makes stale.
    public static LawUpdate of(Pack school, Pack base) {
        var facts = facts(school, base);
        var stale = stale(school, facts);
        var agreements = new ArrayList<Stale>();
        var training = new ArrayList<Stale>();
        var reviews = new ArrayList<Stale>();
        var others = new ArrayList<Stale>();
        for (var each : stale) {
            list(each.clause(), agreements, training, reviews, others).add(each);
        }
        return new LawUpdate(
                base, facts, agreements, training, reviews, others, help(school, base));
    }

    /// Whether there is anything to look at.
    public boolean isEmpty() {
        return facts.isEmpty();
    }

    private static List<Fact> facts(Pack school, Pack base) {
        var found = new ArrayList<Fact>();
        base.law()
                .forEach((key, fact) -> {
                    var before = school.law().get(key);
                    if (before == null) {
                        found.add(new Fact(fact, null));
                    } else if (!before.says().equals(fact.says())) {
                        found.add(new Fact(fact, before.says()));
                    }
                });
        return found;
    }

    private static List<Stale> stale(Pack school, List<Fact> facts) {
        var touched = new LinkedHashMap<String, List<LawFact>>();
        for (var clause : school.clauses().values()) {
            for (var fact : facts) {
                if (stale(school, fact.now(), clause)) {
                    touched.computeIfAbsent(clause.id(), _ -> new ArrayList<>()).add(fact.now());
                }
            }
        }
        return touched.entrySet().stream().map(each -> stale(school, each)).toList();
    }

    /// Where clauses name the fact, somebody has said what rests on it, and nothing else does.
    private static boolean stale(Pack school, LawFact fact, Clause clause) {
        var cited = school.law().get(fact.key());
        if (cited == null || cited.clauses().isEmpty()) {
            return fact.touches(clause);
        }
        return cited.clauses().contains(clause.id());
    }

    private static Stale stale(Pack school, Map.Entry<String, List<LawFact>> touched) {
        var clause = java.util.Objects.requireNonNull(school.clauses().get(touched.getKey()));
        return new Stale(clause, touched.getValue());
    }

    private static List<Stale> list(
            Clause clause,
            List<Stale> agreements,
            List<Stale> training,
            List<Stale> reviews,
            List<Stale> others) {
        if (clause.kind() == ClauseKind.ATTESTATION) {
            return agreements;
        }
        if (clause.area().equals(TRAINING) || clause.cadence() == Cadence.AT_INDUCTION) {
            return training;
        }
        return clause.kind() == ClauseKind.SCHEDULE || REPEATED.contains(clause.cadence())
                ? reviews
                : others;
    }

    private static List<String> help(Pack school, Pack base) {
        var found = new ArrayList<String>();
        base.contacts()
                .forEach((key, contact) -> {
                    if (!school.contacts().containsKey(key)) {
                        found.add("Help: " + contact.label());
                    }
                });
        base.intervals()
                .forEach((key, interval) -> {
                    if (!school.intervals().containsKey(key)) {
                        found.add(
                                "Time: "
                                        + interval.label()
                                        + ": "
                                        + Plain.length(interval.length()));
                    }
                });
        return found;
    }
}
