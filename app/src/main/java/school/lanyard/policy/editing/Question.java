// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.editing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.pack.edit.Value;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;

/// One key of an entry as a question of a form. What is sent back as it was shown stays as it was
/// written, whatever it looks like there.
///
/// @param key in the file, and the field's name
/// @param needed whether it must be filled in
public record Question(
        String key,
        String label,
        String hint,
        Kind kind,
        List<Choice> choices,
        int limit,
        boolean needed) {

    private static final String YES = "yes";

    /// How it is asked, and how it is written.
    public enum Kind {
        LINE,
        WORDS,
        /// A condition over facts.
        CONDITION,
        ONE_OF,
        ANY_OF,
        FLAG,
        /// Several words on one line, with commas between them.
        LIST,
        /// Lists of words, one list to a line.
        TIERS,
        /// Keys with their words, one to a line.
        PAIRS
    }

    public Question {
        choices = List.copyOf(choices);
    }

    static Question line(String key, String label, String hint, int limit) {
        return new Question(key, label, hint, Kind.LINE, List.of(), limit, false);
    }

    static Question words(String key, String label, String hint, int limit) {
        return new Question(key, label, hint, Kind.WORDS, List.of(), limit, false);
    }

    static Question condition(String key, String label, String hint) {
        return new Question(key, label, hint, Kind.CONDITION, List.of(), 600, false);
    }

    static Question oneOf(String key, String label, String hint, List<Choice> choices) {
        return new Question(key, label, hint, Kind.ONE_OF, choices, 0, false);
    }

    static Question anyOf(String key, String label, String hint, List<Choice> choices) {
        return new Question(key, label, hint, Kind.ANY_OF, choices, 0, false);
    }

    static Question flag(String key, String label, String hint) {
        return new Question(key, label, hint, Kind.FLAG, List.of(), 0, false);
    }

    static Question pairs(String key, String label, String hint) {
        return new Question(key, label, hint, Kind.PAIRS, List.of(), 0, false);
    }

    static Question list(String key, String label, String hint) {
        return new Question(key, label, hint, Kind.LIST, List.of(), 0, false);
    }

    static Question tiers(String key, String label, String hint) {
        return new Question(key, label, hint, Kind.TIERS, List.of(), 0, true);
    }

    Question must() {
        return new Question(key, label, hint, kind, choices, limit, true);
    }

    public List<Choice> flagged() {
        return List.of(Choice.of(YES, label, hint));
    }

    /// Whether there is so much to choose from that it has a box of its own to scroll in.
    public boolean isLong() {
        return choices.size() > 12;
    }

    /// What is chosen stands first where there is much.
    public List<Choice> inOrder(Form form) {
        if (!isLong()) {
            return choices;
        }
        var all = form.all(key);
        return choices.stream()
                .sorted(Comparator.comparing(each -> !all.contains(each.value())))
                .toList();
    }

    /// Whether the form can show what is written; what it cannot is left to the text.
    boolean canShow(@Nullable Value value) {
        return switch (value) {
            case null -> true;
            case Value.Scalar(Boolean _) -> kind == Kind.FLAG;
            case Value.Scalar(String text) ->
                    kind == Kind.WORDS || kind == Kind.CONDITION || isOneLine(text);
            case Value.Scalar _ -> false;
            case Value.Items(var items) when kind == Kind.TIERS ->
                    items.stream()
                            .allMatch(tier ->
                                    tier instanceof Value.Items(var roles) && areWords(roles));
            case Value.Items(var items) ->
                    (kind == Kind.ANY_OF || kind == Kind.LIST) && areWords(items);
            case Value.Entries entries -> kind == Kind.PAIRS && Pairs.canShow(entries);
        };
    }

    private boolean isOneLine(String text) {
        boolean takesText = kind == Kind.LINE || kind == Kind.ONE_OF;
        return takesText && !text.contains("\n");
    }

    private boolean areWords(List<Value> items) {
        return items.stream()
                .allMatch(item ->
                        item instanceof Value.Scalar(String word)
                                && (kind == Kind.ANY_OF || !word.matches("(?s).*[,\n].*")));
    }

    /// As the form's fields hold it.
    List<String> shown(@Nullable Value value) {
        return switch (value) {
            case null -> List.of();
            case Value.Scalar(Boolean flag) -> flag ? List.of(YES) : List.of();
            case Value.Scalar(var text) -> text == null ? List.of() : List.of(text.toString());
            case Value.Items(var items) when kind == Kind.TIERS ->
                    List.of(String.join("\n", items.stream().map(Question::joined).toList()));
            case Value.Items items when kind == Kind.LIST -> List.of(joined(items));
            case Value.Items items -> texts(items);
            case Value.Entries entries -> List.of(Pairs.shown(entries));
        };
    }

    private static String joined(Value items) {
        return String.join(", ", texts(items));
    }

    static List<String> texts(@Nullable Value value) {
        return value instanceof Value.Items(var items)
                ? items.stream()
                        .flatMap(item ->
                                item instanceof Value.Scalar(String text)
                                        ? Stream.of(text)
                                        : Stream.of())
                        .toList()
                : List.of();
    }

    /// What the entry is to say; absent where it says nothing of it.
    ///
    /// @param was what it said when the form was shown
    /// @param below whether the base says it, so that it cannot merely be left out
    @Nullable Value read(Form form, @Nullable Value was, boolean below) {
        if (isAsShown(form, was)) {
            return was;
        }
        var text = text(form);
        return switch (kind) {
            case LINE, WORDS, CONDITION, ONE_OF -> text.isEmpty() ? null : Value.text(text);
            case FLAG -> form.has(key) ? Value.flag(true) : below ? Value.flag(false) : null;
            case LIST -> text.isEmpty() ? null : Value.texts(words(text, ","));
            case PAIRS -> Pairs.read(text, Book.entries(was));
            case ANY_OF -> chosen(form, texts(was));
            case TIERS ->
                    new Value.Items(
                            words(text, "\n").stream()
                                    .map(line -> Value.texts(words(line, ",")))
                                    .toList());
        };
    }

    private boolean isAsShown(Form form, @Nullable Value was) {
        if (kind == Kind.ANY_OF) {
            return new HashSet<>(form.all(key)).equals(new HashSet<>(shown(was)));
        }
        var before = shown(was).stream().map(Question::normal).findFirst().orElse("");
        return text(form).equals(before);
    }

    private String text(Form form) {
        return normal(form.text(key));
    }

    private static String normal(String text) {
        return Form.clean(text.replace("\r\n", "\n")).strip();
    }

    private static List<String> words(String text, String between) {
        return Stream.of(text.split(between, -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /// What was chosen before keeps its order.
    private @Nullable Value chosen(Form form, List<String> before) {
        var all = form.all(key);
        var kept = new ArrayList<>(before.stream().filter(all::contains).toList());
        choices.stream()
                .map(Choice::value)
                .filter(value -> all.contains(value) && !kept.contains(value))
                .forEach(kept::add);
        return kept.isEmpty() ? null : Value.texts(kept);
    }

    /// What to say when a question that needs an answer has none.
    String missing() {
        var what = label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
        return (kind == Kind.ONE_OF || kind == Kind.ANY_OF ? "Choose " : "Enter ") + what;
    }
}
