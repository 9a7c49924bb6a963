// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What somebody typed into a form, exactly as typed, and what is wrong with it. A controller reads
/// its values through here; the template shows every one of them again beside its error.
public final class Form {

    private static final Pattern UNTYPABLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\u202A-\u202E\u2066-\u2069&&[^\n\r\t]]");

    private final Map<String, List<String>> typed;
    private final List<Mistake> errors = new ArrayList<>();

    /// Something wrong with one question.
    ///
    /// @param field the name the component was given
    /// @param parts the boxes that are wrong, where a question has several ("-day", "-time")
    public record Mistake(String field, List<String> parts, String message) {

        /// The id of the element that the error summary links to.
        public String anchor() {
            return parts.isEmpty() ? field : field + parts.getFirst();
        }
    }

    private Form(Map<String, List<String>> typed) {
        this.typed = typed;
    }

    /// A form nobody has filled in yet.
    public static Form blank() {
        return new Form(new LinkedHashMap<>());
    }

    /// From the request: `@RequestParam MultiValueMap<String, String> typed`.
    public static Form of(Map<String, List<String>> typed) {
        var clean = new LinkedHashMap<String, List<String>>();
        typed.forEach((name, values) -> clean.put(name, values.stream().map(Form::clean).toList()));
        return new Form(clean);
    }

    /// Without what nobody types: control characters, and marks that turn the direction of a text.
    public static String clean(String value) {
        return UNTYPABLE.matcher(value).replaceAll("");
    }

    /// Puts a starting value in, as when something already known is shown for changing.
    public Form with(String name, String... values) {
        typed.put(name, List.of(values));
        return this;
    }

    /// Starts a date question (day, month, year) from a known day.
    public Form with(String name, LocalDate day) {
        return with(name + "-day", String.valueOf(day.getDayOfMonth()))
                .with(name + "-month", String.valueOf(day.getMonthValue()))
                .with(name + "-year", String.valueOf(day.getYear()));
    }

    /// Starts a date and time question from a known moment.
    public Form with(String name, LocalDateTime at) {
        return with(name, at.toLocalDate()).with(name + "-time", Times.time(at.toLocalTime()));
    }

    /// The answer without the spaces round it; empty when there is none.
    public String text(String name) {
        return all(name).stream().findFirst().map(String::strip).orElse("");
    }

    /// Every answer given under one name, as for checkboxes.
    public List<String> all(String name) {
        return typed.getOrDefault(name, List.of());
    }

    public boolean has(String name) {
        return !text(name).isEmpty();
    }

    /// The answer, or an error under the field when there is none.
    public String required(String name, String message) {
        if (!has(name)) {
            reject(name, message);
        }
        return text(name);
    }

    /// The answer, refused when it is longer than so many characters.
    public String atMost(String name, int characters, String label) {
        var text = text(name);
        if (text.codePointCount(0, text.length()) > characters) {
            reject(
                    name,
                    label + " must be " + "%,d".formatted(characters) + " characters or fewer");
        }
        return text;
    }

    /// The chosen value, or an error when nothing or something that was not offered is chosen.
    public String chosen(String name, List<Choice> offered, String message) {
        if (offered.stream().noneMatch(choice -> choice.value().equals(text(name)))) {
            reject(name, message);
        }
        return text(name);
    }

    /// The date typed as three boxes; absent, with an error, when it is none.
    public @Nullable LocalDate date(String name, String label) {
        return DateQuestion.date(this, name, label);
    }

    /// The date and time typed as four boxes; absent, with an error, when it is none.
    public @Nullable LocalDateTime dateTime(String name, String label) {
        var day = DateQuestion.date(this, name, label);
        var time = DateQuestion.time(this, name, label);
        return day == null || time == null ? null : day.atTime(time);
    }

    /// The time typed in one box ("14:30", "2.30pm"); absent, with an error, when it is none.
    public @Nullable LocalTime time(String name, String label) {
        return DateQuestion.time(this, name, label);
    }

    /// Says what is wrong with a field; the first message for a field stands.
    public Form reject(String name, String message) {
        return reject(name, List.of(), message);
    }

    Form reject(String name, List<String> parts, String message) {
        if (error(name) == null) {
            errors.add(new Mistake(name, parts, message));
        }
        return this;
    }

    public boolean refused() {
        return !errors.isEmpty();
    }

    public List<Mistake> errors() {
        return List.copyOf(errors);
    }

    public @Nullable String error(String name) {
        return errors.stream()
                .filter(error -> error.field().equals(name))
                .map(Mistake::message)
                .findFirst()
                .orElse(null);
    }

    /// One field as its component needs it.
    public Field field(String name) {
        return new Field(name, all(name), error(name));
    }

    /// Whether the error of a question of several boxes is about this box.
    public boolean wrong(String name, String part) {
        return errors.stream().anyMatch(e -> e.field().equals(name) && e.parts().contains(part));
    }
}
