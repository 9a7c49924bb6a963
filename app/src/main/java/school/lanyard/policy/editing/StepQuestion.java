// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.editing;

import java.util.ArrayList;
import java.util.Set;
import school.lanyard.core.pack.edit.Value;
import school.lanyard.web.Form;

/// A step together with the question that it asks. A playbook keeps the question apart, among its
/// facts, but each is asked by one step, so whoever edits sees the two as one.
final class StepQuestion {

    static final String QUESTION = "question";
    static final String ANSWERS = "answers";
    static final Set<String> ASKING = Set.of("decision", "wait");

    private static final String ASKS = "asks";
    private static final String FACTS = "facts";
    private static final String OPTIONS = "options";

    private StepQuestion() {}

    static Value.Entries joined(Value.Entries book, Value.Entries step) {
        var fact = Book.entries(facts(book).get(Offers.text(step, ASKS)));
        var label = fact.get("label");
        if (label == null) {
            return step;
        }
        var options = fact.get(OPTIONS);
        var joined = new ArrayList<Value.Entry>();
        for (var entry : step.entries()) {
            if (!entry.key().equals(ASKS)) {
                joined.add(entry);
                continue;
            }
            joined.add(new Value.Entry(QUESTION, label));
            if (options != null) {
                joined.add(new Value.Entry(ANSWERS, options));
            }
        }
        return new Value.Entries(joined);
    }

    private static Value.Entries facts(Value.Entries book) {
        return Book.entries(book.get(FACTS));
    }

    /// Refuses what no step can be, before the playbook is tried.
    static void check(Form form, Value.Entries said) {
        boolean asking = ASKING.contains(Offers.text(said, "kind"));
        if (asking && !said.has(QUESTION) && !said.has(ASKS)) {
            form.reject(QUESTION, "Enter the question that it asks");
        }
        if (!asking && said.has(QUESTION)) {
            form.reject(
                    QUESTION,
                    "Only a decision or a wait asks a question. Take it out, or choose one of"
                            + " those");
        }
        if (said.has(ANSWERS) && !said.has(QUESTION)) {
            form.reject(ANSWERS, "Enter the question that these answer");
        }
    }

    /// The playbook in which a step and its question say this, and all else stays as it was.
    ///
    /// @param after the step that a new one follows in the file; empty for the end
    static Value.Entries into(Value.Entries book, String key, Value.Entries said, String after) {
        var steps = Book.entries(book.get("steps"));
        var was = Book.entries(steps.get(key));
        var facts = facts(book);
        var step = plain(was, said);
        var asks = Offers.text(was, ASKS);
        var question = said.get(QUESTION);
        if (question != null) {
            asks = asks.isEmpty() ? free(facts, key.replace('-', '_')) : asks;
            step = step.with(ASKS, Value.text(asks), "kind");
            facts = facts.with(asks, fact(Book.entries(facts.get(asks)), question, said));
        } else if (facts.has(asks)) {
            step = step.without(ASKS);
            facts = facts.without(asks);
        }
        var changed = book.with("steps", steps.with(key, step, after));
        return facts.entries().isEmpty() && !book.has(FACTS)
                ? changed
                : changed.with(FACTS, facts, "clauses");
    }

    private static Value.Entries plain(Value.Entries was, Value.Entries said) {
        var step = was;
        for (var key : was.keys()) {
            if (!said.has(key) && !key.equals(ASKS)) {
                step = step.without(key);
            }
        }
        String last = null;
        for (var entry : said.entries()) {
            if (!entry.key().equals(QUESTION) && !entry.key().equals(ANSWERS)) {
                step = step.with(entry.key(), entry.value(), last);
                last = entry.key();
            }
        }
        return step;
    }

    private static Value.Entries fact(Value.Entries was, Value question, Value.Entries said) {
        var fact = was.with("label", question);
        var answers = said.get(ANSWERS);
        return answers != null
                ? fact.without("type").with(OPTIONS, answers)
                : fact.has(OPTIONS) || !fact.has("type")
                        ? fact.without(OPTIONS).with("type", Value.text("yes-no"))
                        : fact;
    }

    private static String free(Value.Entries facts, String wanted) {
        var key = wanted;
        for (int more = 2; facts.has(key); more++) {
            key = wanted + "_" + more;
        }
        return key;
    }
}
