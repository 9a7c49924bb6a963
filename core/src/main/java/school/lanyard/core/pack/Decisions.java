// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import school.lanyard.core.decision.Answer;
import school.lanyard.core.decision.Column;
import school.lanyard.core.decision.Decision;
import school.lanyard.core.decision.DecisionTable;
import school.lanyard.core.decision.Shown;
import school.lanyard.core.decision.Subject;

/// What can be asked of a pack's decision tables, and the answers.
public final class Decisions {

    private final Pack pack;

    Decisions(Pack pack) {
        this.pack = pack;
    }

    /// A subject by its full key, such as `activities/online-gaming`, with the columns that can be
    /// asked.
    public record Askable(
            String key,
            String label,
            String heading,
            String note,
            String table,
            Shown shown,
            List<String> asks) {

        /// The subject as other programs read it; this shape only ever grows.
        public Map<String, Object> shape() {
            var shape = new LinkedHashMap<String, Object>();
            shape.put("key", key);
            shape.put("label", label);
            shape.put("asks", asks);
            return shape;
        }
    }

    /// Everything that can be asked about, in the pack's order.
    public List<Askable> subjects() {
        return subjects((_, _) -> true);
    }

    /// What the page for a group of people shows, in the pack's order.
    public List<Askable> shownTo(String group) {
        var words = pack.vocabulary().groups().get(group);
        return words == null
                ? List.of()
                : subjects((table, subject) -> table.shows(subject, group, words.child()));
    }

    private List<Askable> subjects(BiPredicate<DecisionTable, Subject> wanted) {
        var found = new ArrayList<Askable>();
        for (var table : pack.decisions().values()) {
            var asks = asks(table);
            for (var subject : table.subjects().values()) {
                if (wanted.test(table, subject)) {
                    found.add(askable(table, subject, asks));
                }
            }
        }
        return List.copyOf(found);
    }

    private static Askable askable(DecisionTable table, Subject subject, List<String> asks) {
        return new Askable(
                table.key() + "/" + subject.key(),
                subject.label(),
                subject.heading(),
                subject.note(),
                table.label(),
                subject.shown(),
                asks);
    }

    /// What the words of a question are about, the best first; everything when there are none.
    public List<Askable> search(String words) {
        return Search.of(subjects(), words);
    }

    /// A subject by its full key.
    public Optional<Askable> subject(String about) {
        return find(about)
                .map(found -> askable(found.getKey(), found.getValue(), asks(found.getKey())));
    }

    /// The group in which somebody asks for themself: the first of the pack's that they belong to.
    public Optional<String> asker(Set<String> groups) {
        return pack.vocabulary().groups().keySet().stream().filter(groups::contains).findFirst();
    }

    /// The facts that could change an answer, as the questions to ask a person.
    public List<FactKind> questions(String group, String about) {
        return find(about).stream()
                .flatMap(found -> found.getKey().facts(found.getValue(), group).stream())
                .flatMap(fact -> Stream.ofNullable(pack.facts().get(fact)))
                .toList();
    }

    /// Decides as [#ask] does, and says it in the pack's words.
    public Told tell(String group, String about, Map<String, Object> given) {
        var decision = ask(group, about, given);
        var ask =
                find(about)
                        .flatMap(found -> found.getKey().columnFor(group))
                        .map(Column::ask)
                        .orElse(pack.ask());
        return new Told(
                decision,
                pack.role(decision.ask().isEmpty() ? ask : decision.ask()),
                decision.missing().stream()
                        .flatMap(fact -> Stream.ofNullable(pack.facts().get(fact)))
                        .toList(),
                decision.clauses().stream()
                        .flatMap(id -> Stream.ofNullable(pack.clauses().get(id)))
                        .toList());
    }

    /// A column that is named after a group asks for that group; one for everyone asks for each
    /// group.
    private static List<String> asks(DecisionTable table) {
        return table.columns().stream()
                .flatMap(column ->
                        column.groups().contains(column.key())
                                ? Stream.of(column.key())
                                : column.groups().stream())
                .toList();
    }

    /// The table and the row of a full key, if the pack has it.
    private Optional<Map.Entry<DecisionTable, Subject>> find(String about) {
        int slash = about.indexOf('/');
        var table = slash < 0 ? null : pack.decisions().get(about.substring(0, slash));
        var subject = table == null ? null : table.subjects().get(about.substring(slash + 1));
        return table == null || subject == null
                ? Optional.empty()
                : Optional.of(Map.entry(table, subject));
    }

    public boolean knows(String about) {
        return find(about).isPresent();
    }

    /// Decides for somebody of a group; a group that the table does not speak for gets "not
    /// stated".
    ///
    /// @throws IllegalArgumentException for a subject or a group that the pack does not have
    public Decision ask(String group, String about, Map<String, Object> given) {
        var found =
                find(about).orElseThrow(() -> new IllegalArgumentException("no subject " + about));
        if (!pack.vocabulary().groups().containsKey(group)) {
            throw new IllegalArgumentException("no group " + group);
        }
        return found.getKey()
                .decide(found.getValue(), group, given)
                .orElseGet(() -> silent(found.getKey(), found.getValue()));
    }

    private Decision silent(DecisionTable table, Subject subject) {
        var clauses =
                table.columns().stream()
                        .map(Column::key)
                        .flatMap(column -> subject.clauses(column).stream())
                        .distinct()
                        .toList();
        return new Decision(Answer.NOT_STATED, "", List.of(), pack.ask(), clauses);
    }

    /// A fact as somebody typed it, refused when the pack does not declare it or it has the wrong
    /// type.
    public sealed interface Given {
        record Known(Map<String, Object> facts) implements Given {}

        record Refused(String problem, String mend) implements Given {}
    }

    /// Reads facts from text by their declared types.
    public Given read(Map<String, String> typed) {
        var facts = new LinkedHashMap<String, Object>();
        for (var each : typed.entrySet()) {
            var kind = pack.facts().get(each.getKey());
            if (kind == null) {
                return new Given.Refused(
                        "The pack %s declares no fact %s.".formatted(pack.key(), each.getKey()),
                        Suggestions.mend(each.getKey(), pack.facts().keySet()));
            }
            var value = kind.type().read(each.getValue());
            if (value.isEmpty()) {
                return new Given.Refused(
                        "The fact %s cannot be %s.".formatted(each.getKey(), each.getValue()),
                        "Give %s.".formatted(kind.type().wanted()));
            }
            facts.put(each.getKey(), value.get());
        }
        return new Given.Known(facts);
    }
}
