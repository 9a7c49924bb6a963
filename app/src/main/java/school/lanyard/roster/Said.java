// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import school.lanyard.roster.file.Columns;
import school.lanyard.roster.file.Field;
import tools.jackson.databind.json.JsonMapper;

/// What somebody has said about a file so far. It is sealed with it.
///
/// @param columns of a spreadsheet; absent until somebody has looked at them
/// @param school which of the file's schools this one is; absent where it is of one school
/// @param answers to questions, by their keys
/// @param whole the groups that the file holds everybody of
record Said(
        @Nullable Layout columns,
        @Nullable String school,
        Map<String, String> answers,
        Set<String> whole) {

    static final Said NOTHING = new Said(null, null, Map.of(), Set.of());

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// Columns as they are stored: the name of a field, or nothing.
    record Layout(boolean headed, List<String> fields, String everyone) {

        static Layout of(Columns columns) {
            return new Layout(
                    columns.headed(),
                    columns.fields().stream()
                            .map(each -> each.map(Field::name).orElse(""))
                            .toList(),
                    columns.everyone());
        }

        Columns columns() {
            return new Columns(
                    headed,
                    fields.stream()
                            .map(each ->
                                    each.isEmpty()
                                            ? Optional.<Field>empty()
                                            : Optional.of(Field.valueOf(each)))
                            .toList(),
                    everyone);
        }

        static Layout read(byte[] json) {
            return JSON.readValue(json, Layout.class);
        }

        byte[] bytes() {
            return JSON.writeValueAsBytes(this);
        }
    }

    Said {
        answers = answers == null ? Map.of() : Map.copyOf(answers);
        whole = whole == null ? Set.of() : Set.copyOf(whole);
    }

    Said in(Layout layout) {
        return new Said(layout, school, answers, whole);
    }

    static Said read(byte[] json) {
        return JSON.readValue(json, Said.class);
    }

    byte[] bytes() {
        return JSON.writeValueAsBytes(this);
    }

    @Override
    public String toString() {
        return "Said";
    }
}
