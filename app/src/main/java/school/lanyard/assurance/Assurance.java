// SPDX-License-Identifier: Apache-2.0
package school.lanyard.assurance;

import java.time.Instant;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import school.lanyard.core.assurance.Assessment;
import school.lanyard.core.assurance.Evidence;
import school.lanyard.core.assurance.Showing;
import school.lanyard.core.calendar.Terms;
import school.lanyard.evidence.Asked;
import school.lanyard.evidence.EvidenceSource;
import school.lanyard.evidence.Keeper;
import school.lanyard.policy.CameIntoForce;
import school.lanyard.policy.Editions;
import school.lanyard.reports.SchoolYear;

/// How every clause of a school's policy stands, now or on a past day. Nothing of it is stored:
/// each feature is asked what it has to show, and the core decides.
@Service
public final class Assurance {

    private final Editions editions;
    private final Map<String, EvidenceSource> sources;
    private final Map<String, Plan> plans = new ConcurrentHashMap<>();

    Assurance(Editions editions, ObjectProvider<EvidenceSource> sources) {
        this.editions = editions;
        this.sources =
                sources.stream()
                        .collect(Collectors.toMap(EvidenceSource::prefix, Function.identity()));
    }

    /// How everything stood at a moment; absent where no edition was in force yet.
    public Optional<Picture> of(String school, Instant at) {
        return editions.inForceAt(school, at).map(in -> picture(school, in, at));
    }

    private Picture picture(String school, CameIntoForce in, Instant at) {
        var edition = in.edition();
        var plan = plans.computeIfAbsent(edition.id(), _ -> Plan.of(edition.pack()));
        var asked = new Asked(school, edition.pack(), in.at(), at);
        var showings = showings(plan, asked);
        var assessment = new Assessment(asked.day(), terms(asked));
        return new Picture(
                asked,
                edition.id(),
                plan.items().stream()
                        .map(item ->
                                new Picture.Standing(
                                        item.clause(),
                                        assessment.of(
                                                item.schedule(), of(item.clause().by(), showings))))
                        .toList());
    }

    private Map<String, Showing> showings(Plan plan, Asked asked) {
        var showings = new HashMap<String, Showing>();
        plan.byPrefix()
                .forEach((prefix, mechanisms) -> {
                    var source = source(prefix);
                    if (source != null) {
                        showings.putAll(source.show(asked, mechanisms));
                    }
                });
        return showings;
    }

    private static List<Showing> of(List<String> mechanisms, Map<String, Showing> showings) {
        return mechanisms.stream()
                .map(each ->
                        showings.getOrDefault(
                                each,
                                Showing.nothing(
                                        each,
                                        "Nothing in this version of Lanyard answers for it.")))
                .toList();
    }

    /// The days on which terms begin, as reports count them.
    private static Terms terms(Asked asked) {
        return new Terms(
                SchoolYear.of(asked.day()).terms().stream()
                        .map(term -> MonthDay.from(term.from()))
                        .toList());
    }

    /// What a mechanism is, in the school's words.
    public Keeper keeper(Asked asked, String mechanism) {
        var source = source(Plan.prefix(mechanism));
        return source == null ? Keeper.of(mechanism) : source.keeper(asked, mechanism);
    }

    /// The evidence behind one mechanism, the newest first.
    public List<Evidence> history(Asked asked, String mechanism) {
        var source = source(Plan.prefix(mechanism));
        return source == null ? List.of() : source.history(asked, mechanism);
    }

    private @Nullable EvidenceSource source(String prefix) {
        return sources.get(prefix);
    }
}
