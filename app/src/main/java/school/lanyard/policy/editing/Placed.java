// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.editing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import school.lanyard.core.pack.edit.Value;

/// A playbook with an entry more or an entry less: a new step comes with the ways that lead to it,
/// and one that goes takes with it the ways that would lead nowhere.
///
/// @param with what else changed, in words
record Placed(Value.Entries book, List<String> with) {

    static final String FROM = "from";
    static final String TO = "to";
    static final String WHEN = "when";

    /// What stands for the beginning of a case among the steps that something can come after.
    static final String OPENING = "when-a-case-opens";

    private static final String START = "start";
    private static final String EDGES = "edges";
    private static final String STEPS = "steps";

    public Placed {
        with = List.copyOf(with);
    }

    /// With a step that comes after some and leads to others.
    static Placed step(Value.Entries book, String key, Value.Entries said) {
        var from = new ArrayList<>(Question.texts(said.get(FROM)));
        boolean opens = from.remove(OPENING);
        var step = said.without(FROM).without(TO).without(WHEN);
        var is = StepQuestion.into(book, key, step, from.isEmpty() ? "" : from.getLast());
        if (opens) {
            var start = new ArrayList<>(Question.texts(is.get(START)));
            start.add(key);
            is = is.with(START, Value.texts(start));
        }
        if (!from.isEmpty()) {
            is = way(is, from, List.of(key), said);
        }
        var to = Question.texts(said.get(TO));
        return new Placed(
                to.isEmpty() ? is : way(is, List.of(key), to, Value.Entries.NONE), List.of());
    }

    private static Value.Entries way(
            Value.Entries book, List<String> from, List<String> to, Value.Entries said) {
        var edge = Value.Entries.NONE.with(FROM, Value.texts(from)).with(TO, Value.texts(to));
        var when = said.get(WHEN);
        return with(book, EDGES, edgeKey(book, edge), when == null ? edge : edge.with(WHEN, when));
    }

    /// A key for a way, from the steps that it joins.
    static String edgeKey(Value.Entries book, Value.Entries edge) {
        var from = Question.texts(edge.get(FROM));
        var to = Question.texts(edge.get(TO));
        if (from.isEmpty() || to.isEmpty()) {
            return "";
        }
        var wanted = from.getLast() + "-to-" + to.getFirst();
        wanted = wanted.substring(0, Math.min(wanted.length(), 56));
        var key = wanted;
        for (int more = 2; Book.entries(book.get(EDGES)).has(key); more++) {
            key = wanted + "-" + more;
        }
        return key;
    }

    static Value.Entries with(Value.Entries book, String part, String key, Value entry) {
        return book.with(part, Book.entries(book.get(part)).with(key, entry));
    }

    static Placed without(Value.Entries book, Target target) {
        var part = target.part().under();
        var left = book.with(part, Book.entries(book.get(part)).without(target.key()));
        return target.part() == Target.Part.STEPS
                ? withoutStep(book, left, target.key())
                : new Placed(left, List.of());
    }

    private static Placed withoutStep(Value.Entries was, Value.Entries left, String key) {
        var words = new LinkedHashSet<String>();
        var book = new Book(was);
        var edges = left.get(EDGES) instanceof Value.Entries all ? all : Value.Entries.NONE;
        for (var entry : edges.entries()) {
            var edge = Book.entries(entry.value());
            var shorter = trimmed(trimmed(edge, FROM, key), TO, key);
            if (shorter.equals(edge)) {
                continue;
            }
            boolean leads = shorter.has(FROM) && shorter.has(TO);
            words.add(book.way(edge) + (leads ? " goes on without it" : " goes with it"));
            edges = leads ? edges.with(entry.key(), shorter) : edges.without(entry.key());
        }
        var is = left.with(EDGES, edges);
        is = has(is.get(START), key) ? trimmed(is, START, key) : is;
        var asked = Offers.text(Book.entries(Book.entries(was.get(STEPS)).get(key)), "asks");
        var facts = Book.entries(is.get("facts"));
        if (facts.has(asked)) {
            words.add(
                    "The question “%s” goes with it"
                            .formatted(Offers.text(Book.entries(facts.get(asked)), "label")));
            is = is.with("facts", facts.without(asked));
        }
        return new Placed(is, List.copyOf(words));
    }

    private static boolean has(@org.jspecify.annotations.Nullable Value keys, String key) {
        return Question.texts(keys).contains(key);
    }

    private static Value.Entries trimmed(Value.Entries entry, String list, String key) {
        var keys = Question.texts(entry.get(list));
        if (!keys.contains(key)) {
            return entry;
        }
        var left = keys.stream().filter(each -> !each.equals(key)).toList();
        return left.isEmpty() ? entry.without(list) : entry.with(list, Value.texts(left));
    }
}
