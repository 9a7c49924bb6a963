// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.flowchart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import school.lanyard.core.playbook.Fact;
import school.lanyard.core.playbook.Guard;
import school.lanyard.core.playbook.Playbook;
import school.lanyard.core.playbook.Truth;
import school.lanyard.core.playbook.Value;

/// Finds the answers under which a condition holds, by trying them: a condition in any form becomes
/// a few alternatives, each some answers that must all be given.
final class Answers {

    private final Playbook book;

    Answers(Playbook book) {
        this.book = book;
    }

    /// Whether it can hold at all, whatever is answered.
    boolean possible(Guard guard) {
        return !alternatives(guard).isEmpty();
    }

    /// The alternatives; one without any answer means that it always holds.
    List<Map<String, Value>> alternatives(Guard guard) {
        var facts =
                book.facts().stream().filter(fact -> guard.reads().contains(fact.key())).toList();
        var found = new ArrayList<Map<String, Value>>();
        for (var answers : combinations(facts)) {
            if (guard.test(answers::get) == Truth.TRUE) {
                found.add(answers);
            }
        }
        return joined(found, facts);
    }

    private static List<Map<String, Value>> combinations(List<Fact> facts) {
        List<Map<String, Value>> all = List.of(Map.of());
        for (var fact : facts) {
            var longer = new ArrayList<Map<String, Value>>();
            for (var answers : all) {
                for (var value : fact.answers()) {
                    var next = new LinkedHashMap<>(answers);
                    next.put(fact.key(), value);
                    longer.add(next);
                }
            }
            all = longer;
        }
        return all;
    }

    /// Where every answer to a question is among the alternatives, the question does not matter.
    private static List<Map<String, Value>> joined(
            List<Map<String, Value>> alternatives, List<Fact> facts) {
        var left = new ArrayList<>(alternatives);
        for (var fact : facts) {
            for (var one : List.copyOf(left)) {
                var without = new LinkedHashMap<>(one);
                without.remove(fact.key());
                var all =
                        fact.answers().stream()
                                .<Map<String, Value>>map(value -> {
                                    var with = new LinkedHashMap<>(without);
                                    with.put(fact.key(), value);
                                    return with;
                                })
                                .toList();
                if (left.containsAll(all)) {
                    left.removeAll(all);
                    left.add(without);
                }
            }
        }
        return left;
    }

    /// An answer in the words of its question: "Yes", or an option's label up to its first
    /// semicolon, which is enough on an arrow.
    String words(String fact, Value value) {
        return switch (value) {
            case Value.YesNo(var yes) -> yes ? "Yes" : "No";
            case Value.Option(var key) ->
                    fact(fact) instanceof Fact.OneOf oneOf
                            ? oneOf.options().getOrDefault(key, key).split(";", 2)[0]
                            : key;
        };
    }

    Fact fact(String key) {
        return book.facts().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
