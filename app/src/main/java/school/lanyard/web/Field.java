// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One question of a form: its name, what was typed, and what is wrong with it.
public record Field(String name, List<String> values, @Nullable String error) {

    public String value() {
        return values.isEmpty() ? "" : values.getFirst();
    }

    public boolean chosen(String value) {
        return values.contains(value);
    }

    public boolean refused() {
        return error != null;
    }

    public String hintId() {
        return name + "-hint";
    }

    public String errorId() {
        return name + "-error";
    }

    /// The value of `aria-describedby`: the hint, then the error, or nothing at all.
    public @Nullable String describedBy(@Nullable Object hint, String... more) {
        var ids =
                Stream.concat(
                                Stream.of(
                                        hint == null ? "" : hintId(),
                                        error == null ? "" : errorId()),
                                Stream.of(more))
                        .filter(id -> !id.isEmpty())
                        .collect(Collectors.joining(" "));
        return ids.isEmpty() ? null : ids;
    }

    public String groupCss() {
        return "govuk-form-group" + (refused() ? " govuk-form-group--error" : "");
    }

    public String css(String block) {
        return block + (refused() ? " " + block + "--error" : "");
    }

    /// The id of the nth choice; the first carries the question's own, so that errors link to it.
    public String choiceId(int index) {
        return index == 0 ? name : name + "-" + (index + 1);
    }
}
