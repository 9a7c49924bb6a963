// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.editing;

import java.util.List;
import school.lanyard.core.pack.Layers;
import school.lanyard.core.pack.Packs;
import school.lanyard.core.pack.Section;
import school.lanyard.core.pack.edit.PackEdit;
import school.lanyard.core.pack.edit.Path;
import school.lanyard.core.pack.edit.Value;
import school.lanyard.web.Form;
import school.lanyard.web.SummaryRow;

/// One entry of a policy as a form: what is asked, what is only shown, and where it is written.
///
/// @param value what it says now; empty for a new one
/// @param below what the base says of it; empty where that is nothing
/// @param locked what cannot be changed here, and why
/// @param own whether all of it is the school's own, so that it can be taken away
public record Sheet(
        Target target,
        Path path,
        String title,
        List<Question> questions,
        List<SummaryRow> locked,
        Value.Entries value,
        Value.Entries below,
        boolean own,
        String file) {

    public Sheet {
        questions = List.copyOf(questions);
        locked = List.copyOf(locked);
    }

    Section section() {
        return target.part().section();
    }

    /// Whether it can be taken away: what every school keeps cannot.
    boolean goes() {
        return own && target.part().grows() && !new Value.Scalar(true).equals(value.get("fixed"));
    }

    /// The keys that are written and that no question asks for.
    public List<String> unasked() {
        return value.keys().stream()
                .filter(key -> questions.stream().noneMatch(each -> each.key().equals(key)))
                .toList();
    }

    /// The same place with the questions of another form.
    Sheet asking(Sheet other) {
        return new Sheet(target, path, title, other.questions, locked, value, below, own, file);
    }

    Form filled() {
        var form = Form.blank();
        for (var question : questions) {
            form =
                    form.with(
                            question.key(),
                            question.shown(value.get(question.key())).toArray(String[]::new));
        }
        return form;
    }

    /// What the entry is to say after a form came back; what it does not ask for stays.
    Value.Entries read(Form form) {
        var read = value;
        String last = null;
        for (var question : questions) {
            var key = question.key();
            var answer = question.read(form, value.get(key), below.has(key));
            if (question.needed() && answer == null) {
                form.reject(key, question.missing());
            }
            if (question.limit() > 0) {
                form.atMost(key, question.limit(), question.label());
            }
            read = answer == null ? read.without(key) : read.with(key, answer, last);
            last = read.has(key) ? key : last;
        }
        if (target.part() == Target.Part.STEPS) {
            StepQuestion.check(form, read);
        }
        return read;
    }

    /// Writes it. A step is written with its question, and the policy's own heading is a file of
    /// its own, whose keys change one by one.
    PackEdit.Result write(Packs packs, Layers layers, Value.Entries is) {
        if (target.part() == Target.Part.STEPS) {
            var book = Book.of(new Offers(layers), target.file()).value();
            return PackEdit.put(
                    packs,
                    layers,
                    section(),
                    Path.to(target.file()),
                    StepQuestion.into(book, target.key(), is, ""),
                    null);
        }
        if (!path.isTop()) {
            return PackEdit.put(packs, layers, section(), path, is, null);
        }
        PackEdit.Result last = new PackEdit.Result.Same();
        var now = layers;
        for (var key : keys(is)) {
            var said = is.get(key);
            var result =
                    said == null
                            ? PackEdit.remove(packs, now, section(), path.key(key))
                            : PackEdit.put(packs, now, section(), path.key(key), said, null);
            switch (result) {
                case PackEdit.Result.Changed changed -> {
                    now = changed.after();
                    last = changed;
                }
                case PackEdit.Result.Refused refused -> {
                    return refused;
                }
                case PackEdit.Result.Same _ -> {}
            }
        }
        return last;
    }

    private List<String> keys(Value.Entries is) {
        return java.util.stream.Stream.concat(
                        is.keys().stream(), value.keys().stream().filter(key -> !is.has(key)))
                .toList();
    }

    /// What somebody who opened it saw, so that a change made meanwhile is noticed.
    public String seen() {
        return Seen.of(value);
    }
}
