// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.HexFormat;
import java.util.Map;

/// Writes a resolved pack as one JSON text: the same pack is always the same text.
///
/// Keys keep the pack's order, because the order of rows and roles is part of what a school says.
/// Blank entries are left out, and there is no white space.
final class Canonical {

    private final StringBuilder text = new StringBuilder(1 << 16);

    private Canonical() {}

    static String json(Yaml yaml) {
        var writer = new Canonical();
        writer.write(yaml);
        return writer.text.toString();
    }

    private void write(Yaml yaml) {
        if (yaml instanceof Yaml.Mapping mapping) {
            char before = '{';
            for (var entry : mapping.entries().entrySet()) {
                if (!isBlank(entry.getValue().value())) {
                    text.append(before);
                    write(entry);
                    before = ',';
                }
            }
            text.append(before == '{' ? "{}" : "}");
        } else if (yaml instanceof Yaml.Sequence sequence) {
            char before = '[';
            for (var item : sequence.items()) {
                text.append(before);
                write(item);
                before = ',';
            }
            text.append(before == '[' ? "[]" : "]");
        } else if (yaml instanceof Yaml.Scalar scalar) {
            if (scalar.value() instanceof String typed) {
                quote(typed);
            } else {
                text.append(scalar.value());
            }
        }
    }

    private void write(Map.Entry<String, Yaml.Entry> entry) {
        quote(entry.getKey());
        text.append(':');
        write(entry.getValue().value());
    }

    private static boolean isBlank(Yaml yaml) {
        return yaml instanceof Yaml.Scalar(_, var value, _) && value == null;
    }

    private void quote(String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                default -> {
                    if (isPlain(c)) {
                        text.append(c);
                    } else {
                        text.append("\\u").append(HexFormat.of().toHexDigits(c));
                    }
                }
            }
        }
        text.append('"');
    }

    /// What every reader of YAML and JSON takes as it is, pairs of surrogates too; the rest is
    /// escaped.
    private static boolean isPlain(char c) {
        return (c >= ' ' && c < 0x7F)
                || (c >= 0xA0 && c < 0x2028)
                || (c > 0x2029 && c < 0xFFFE && c != 0xFEFF);
    }
}
