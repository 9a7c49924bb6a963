// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack.edit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.JsonScalarResolver;

/// How values are written, the way a person would: plain where that reads back the same, folded
/// where it is long.
final class Writing {

    static final int WIDEST = 120;

    private static final JsonScalarResolver TYPES = new JsonScalarResolver();
    private static final Pattern PLAIN_START = Pattern.compile("[\\p{L}\\p{N}(£/.][\\s\\S]*");
    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]*");
    private static final Pattern ODD =
            Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}\u2028\u2029\u0085]");

    private final String eol;

    Writing(String eol) {
        this.eol = eol;
    }

    static String key(String key) {
        return PLAIN_KEY.matcher(key).matches() ? key : quoted(key);
    }

    /// On one line, as inside braces.
    static String flow(Value value) {
        return switch (value) {
            case Value.Scalar scalar -> flow(scalar);
            case Value.Items(var items) ->
                    items.stream().map(Writing::flow).collect(Collectors.joining(", ", "[", "]"));
            case Value.Entries(var entries) ->
                    entries.stream()
                            .map(entry -> key(entry.key()) + ": " + flow(entry.value()))
                            .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    private static String flow(Value.Scalar scalar) {
        return scalar.value() instanceof String text
                ? isPlain(text, true) ? text : quoted(text)
                : Objects.toString(scalar.value());
    }

    /// What follows a key and its colon, or a dash, with the space or line end before it.
    ///
    /// @param indent that of what stands under it
    /// @param column where the line has got to
    String block(Value value, int indent, int column) {
        return switch (value) {
            case Value.Scalar(String text) ->
                    " " + scalars(text, ScalarStyle.PLAIN, false, indent, column).getFirst();
            case Value.Scalar scalar -> " " + flow(scalar);
            case Value.Entries(var entries) when fits(value, column) || entries.isEmpty() ->
                    " " + flow(value);
            case Value.Entries(var entries) ->
                    entries.stream()
                            .map(entry -> pair(entry, indent))
                            .collect(Collectors.joining());
            case Value.Items(var items)
                    when items.stream().noneMatch(Value.Entries.class::isInstance) ->
                    " " + flow(value);
            case Value.Items(var items) ->
                    items.stream()
                            .map(item -> eol + " ".repeat(indent) + item(item, indent))
                            .collect(Collectors.joining());
        };
    }

    private static boolean fits(Value value, int column) {
        return column + flow(value).length() < WIDEST - 20;
    }

    /// A line of its own, with the line end before it.
    String pair(Value.Entry entry, int indent) {
        var start = " ".repeat(indent) + key(entry.key()) + ":";
        return eol + start + block(entry.value(), indent + 2, start.length());
    }

    /// An item with its dash.
    String item(Value item, int indent) {
        if (item instanceof Value.Entries(var entries)
                && !fits(item, indent)
                && !entries.isEmpty()) {
            var lines = block(item, indent + 2, WIDEST);
            return "- " + lines.substring(eol.length() + indent + 2);
        }
        return "-" + block(item, indent + 2, indent + 1);
    }

    /// In braces, broken where a line would become too long.
    String wrapped(Value.Entries value, int indent, int column) {
        var out = new StringBuilder("{");
        int at = column + 1;
        for (var entry : value.entries()) {
            var piece = key(entry.key()) + ": " + flow(entry.value());
            boolean first = entry.equals(value.entries().getFirst());
            if (!first) {
                boolean breaks = at + piece.length() + 3 > WIDEST;
                out.append(breaks ? "," + eol + " ".repeat(indent) : ", ");
                at = breaks ? indent : at + 2;
            }
            out.append(piece);
            at += piece.length();
        }
        return out.append('}').toString();
    }

    /// The ways in which text can be written, the one that suits the place best first. The last
    /// always reads back the same.
    List<String> scalars(String text, ScalarStyle was, boolean flow, int indent, int column) {
        return scalars(text, was, flow, indent, column, WIDEST);
    }

    List<String> scalars(
            String text, ScalarStyle was, boolean flow, int indent, int column, int width) {
        var ways = new LinkedHashSet<String>();
        boolean isLong = !flow && column + text.length() > WIDEST;
        boolean folds = !flow && text.matches("\\S+( \\S+)*") && !ODD.matcher(text).find();
        if (folds && (was == ScalarStyle.FOLDED || (isLong && was != ScalarStyle.LITERAL))) {
            ways.add(folded(text, indent, width));
        }
        if (!flow && (was == ScalarStyle.LITERAL || text.contains("\n")) && stands(text)) {
            ways.add(literal(text, indent));
        }
        if (was == ScalarStyle.PLAIN && isPlain(text, flow)) {
            ways.add(text);
        }
        if (was == ScalarStyle.SINGLE_QUOTED && !ODD.matcher(text).find()) {
            ways.add("'" + text.replace("'", "''") + "'");
        }
        ways.add(quoted(text));
        return new ArrayList<>(ways);
    }

    /// Whether a block of lines can hold it.
    private static boolean stands(String text) {
        return !text.isBlank()
                && text.equals(text.strip())
                && !ODD.matcher(text.replace("\n", "")).find()
                && text.lines().allMatch(line -> line.equals(line.stripTrailing()));
    }

    private String folded(String text, int indent, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : List.of(text.split(" ", -1))) {
            if (!line.isEmpty() && indent + line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return ">-" + under(lines, indent);
    }

    private String literal(String text, int indent) {
        return "|-" + under(text.lines().toList(), indent);
    }

    private String under(List<String> lines, int indent) {
        return lines.stream()
                .map(line -> line.isEmpty() ? eol : eol + " ".repeat(indent) + line)
                .collect(Collectors.joining());
    }

    private static boolean isPlain(String text, boolean flow) {
        return PLAIN_START.matcher(text).matches()
                && text.equals(text.strip())
                && !text.contains(": ")
                && !text.contains(" #")
                && !text.endsWith(":")
                && !(flow && text.matches("(?s).*[,\\[\\]{}:].*"))
                && !ODD.matcher(text).find()
                && TYPES.resolve(text, true).equals(Tag.STR);
    }

    private static String quoted(String text) {
        var out = new StringBuilder("\"");
        text.chars()
                .forEach(c -> {
                    switch (c) {
                        case '"' -> out.append("\\\"");
                        case '\\' -> out.append("\\\\");
                        case '\n' -> out.append("\\n");
                        case '\t' -> out.append("\\t");
                        case '\r' -> out.append("\\r");
                        default -> out.append(isOdd(c) ? "\\u%04X".formatted(c) : (char) c + "");
                    }
                });
        return out.append('"').toString();
    }

    /// Surrogates stay: a pair of them is an ordinary character.
    private static boolean isOdd(int c) {
        return !Character.isSurrogate((char) c) && ODD.matcher(String.valueOf((char) c)).matches();
    }
}
