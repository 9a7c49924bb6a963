// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes what a command answers as JSON, on one line; a full library would double a command's
/// start-up.
final class Json {

    private final StringBuilder text = new StringBuilder();

    private Json() {}

    /// Maps, lists, text, numbers, true, false and null.
    static String of(@Nullable Object value) {
        var json = new Json();
        json.write(value);
        return json.text.toString();
    }

    private void write(@Nullable Object value) {
        // Not a switch over types: the JVM would write a class for it at every start.
        if (value instanceof Map<?, ?> map) {
            write(map);
        } else if (value instanceof List<?> list) {
            write(list);
        } else if (value == null || value instanceof Boolean || value instanceof Number) {
            text.append(value);
        } else {
            quote(value.toString());
        }
    }

    private void write(Map<?, ?> map) {
        text.append('{');
        String before = "";
        for (var entry : map.entrySet()) {
            text.append(before);
            quote(String.valueOf(entry.getKey()));
            text.append(':');
            write(entry.getValue());
            before = ",";
        }
        text.append('}');
    }

    private void write(List<?> list) {
        text.append('[');
        String before = "";
        for (var item : list) {
            text.append(before);
            write(item);
            before = ",";
        }
        text.append(']');
    }

    private void quote(String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                default -> {
                    if (c < ' ' || Character.isSurrogate(c) || c == 0x2028 || c == 0x2029) {
                        text.append("\\u%04x".formatted((int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
