// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import school.lanyard.core.pack.Faults;
import school.lanyard.core.pack.YamlReader;

/// Makes one change in a text. What comes out is read again: unless it says just what it should,
/// nothing is changed.
public final class TextEdit {

    private static final String BY_HAND = "Change it in the text of the file.";

    private final String text;
    private final Edit edit;
    private final Value wanted;
    private final Writing writing;
    private final Node.Table root;
    private final Layout layout;

    private TextEdit(String text, Edit edit, Value wanted) {
        this.text = text;
        this.edit = edit;
        this.wanted = wanted;
        this.writing = new Writing(eol(text));
        this.root = Nodes.of(text);
        this.layout = new Layout(text, root);
    }

    /// Makes changes one after the other, all of them or none.
    public static Edited apply(String text, List<Edit> edits) {
        var so = text;
        for (var edit : edits) {
            switch (apply(so, edit)) {
                case Edited.Done(var next) -> so = next;
                case Edited.Refused refused -> {
                    return refused;
                }
            }
        }
        return new Edited.Done(so);
    }

    public static Edited apply(String text, Edit edit) {
        var faults = new Faults();
        var was = read(text, faults);
        if (was.isEmpty()) {
            var first = faults.list().getFirst();
            return new Edited.Refused(first.line(), first.problem(), first.mend());
        }
        try {
            return new TextEdit(text, edit, edit.applied(was.get())).run();
        } catch (Edit.Nowhere nowhere) {
            return new Edited.Refused(1, String.valueOf(nowhere.getMessage()), BY_HAND);
        } catch (Unsafe unsafe) {
            return new Edited.Refused(unsafe.line, unsafe.getMessage(), BY_HAND);
        }
    }

    /// What a text says, if it can be read.
    public static Optional<Value.Entries> read(String text, Faults faults) {
        return YamlReader.read("", text, faults).map(Value::of);
    }

    static String eol(String text) {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }

    /// Says why a change cannot be made without touching something else.
    private static final class Unsafe extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int line;

        Unsafe(int line, String message) {
            super(message);
            this.line = line;
        }

        @Override
        public String getMessage() {
            return Objects.requireNonNull(super.getMessage());
        }
    }

    private Edited run() {
        int line = 1;
        for (var way : ways()) {
            line = layout.lineOf(way.from);
            var changed = text.substring(0, way.from) + way.text + text.substring(way.to);
            if (read(changed, new Faults()).filter(wanted::equals).isPresent()) {
                return new Edited.Done(changed);
            }
        }
        return new Edited.Refused(
                line, "This cannot be changed here without changing something else.", BY_HAND);
    }

    /// Some text in place of another.
    private record Splice(int from, int to, String text) {}

    private List<Splice> ways() {
        if (edit.path().isTop()) {
            throw new Edit.Nowhere(edit.path());
        }
        return switch (edit) {
            case Edit.Put put -> put(put);
            case Edit.Insert insert -> insert(insert);
            case Edit.Remove remove -> remove(remove.path());
        };
    }

    private List<Splice> put(Edit.Put put) {
        var holder = find(put.path().parent());
        return switch (put.path().last()) {
            case Path.Key(var key) when holder instanceof Node.Table table -> {
                int at = table.indexOf(key);
                yield at < 0
                        ? add(table, key, put)
                        : replace(table.pairs().get(at), table, put.value());
            }
            case Path.Index(var index) when holder instanceof Node.Sequence list ->
                    replace(
                            list.items().get(index),
                            list.flow(),
                            layout.column(list.from()) + 2,
                            put.value());
            default -> throw new Edit.Nowhere(put.path());
        };
    }

    private List<Splice> replace(Node.Pair pair, Node.Table table, Value value) {
        var old = pair.value();
        int indent = layout.column(table.from()) + 2;
        if (old.flow() || (old instanceof Node.Leaf && old.to() > old.from())) {
            return replace(old, table.flow(), indent, value);
        }
        refuseComments(pair.colon() + 1, pair.to());
        var written =
                table.flow()
                        ? " " + Writing.flow(value)
                        : writing.block(value, indent, layout.column(pair.colon()) + 1);
        return List.of(new Splice(pair.colon() + 1, pair.to(), written));
    }

    private List<Splice> replace(Node old, boolean flow, int indent, Value value) {
        refuseComments(old.from(), old.to());
        int column = layout.column(old.from());
        if (value instanceof Value.Scalar(String words)) {
            var style = old instanceof Node.Leaf leaf ? leaf.style() : ScalarStyle.PLAIN;
            int inner = indentOf(old, indent);
            return writing.scalars(words, style, flow, inner, column, widthOf(old)).stream()
                    .map(way -> aligned(old, way))
                    .toList();
        }
        if (!flow && !old.flow() && !(old instanceof Node.Leaf)) {
            throw new Unsafe(layout.lineOf(old.from()), "This stands on several lines.");
        }
        return List.of(aligned(old, Writing.flow(value)));
    }

    /// Where columns were lined up with spaces after the comma, they still are.
    private Splice aligned(Node old, String written) {
        int comma = old.to();
        int next = comma + 1;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        int spaces = next - comma - 1;
        if (comma < text.length() && text.charAt(comma) == ',' && spaces > 1) {
            int grown = written.length() - (old.to() - old.from());
            return new Splice(
                    old.from(), next, written + "," + " ".repeat(Math.max(1, spaces - grown)));
        }
        return new Splice(old.from(), old.to(), written);
    }

    private int indentOf(Node old, int otherwise) {
        if (old instanceof Node.Leaf leaf && leaf.isBlock()) {
            return lines(old)
                    .filter(line -> !line.isBlank())
                    .mapToInt(line -> line.length() - line.stripLeading().length())
                    .findFirst()
                    .orElse(otherwise);
        }
        return otherwise;
    }

    private int widthOf(Node old) {
        return old instanceof Node.Leaf leaf && leaf.isBlock()
                ? lines(old).mapToInt(String::length).max().orElse(Writing.WIDEST)
                : Writing.WIDEST;
    }

    private java.util.stream.Stream<String> lines(Node block) {
        return text.substring(block.from(), block.to()).lines().skip(1);
    }

    private List<Splice> add(Node.Table table, String key, Edit.Put put) {
        var entry = new Value.Entry(key, put.value());
        if (table.flow()) {
            var written = Writing.key(key) + ": " + Writing.flow(put.value());
            return List.of(amongFlow(table, ends(table), after(table, put.after()), written));
        }
        if (table.pairs().isEmpty()) {
            return List.of(
                    new Splice(text.length(), text.length(), atTheEnd(pairOf(entry, table, 0))));
        }
        int at = layout.endOfLine(table.pairs().get(after(table, put.after()) - 1).to());
        return List.of(new Splice(at, at, pairOf(entry, table, layout.column(table.from()))));
    }

    /// As its neighbours are written.
    private String pairOf(Value.Entry entry, Node.Table table, int indent) {
        boolean braces =
                !table.pairs().isEmpty()
                        && table.pairs().getLast().value() instanceof Node.Table(_, _, var flow, _)
                        && flow;
        if (braces && entry.value() instanceof Value.Entries entries) {
            var start = " ".repeat(indent) + Writing.key(entry.key()) + ": ";
            return eol(text) + start + writing.wrapped(entries, indent + 2, start.length());
        }
        return writing.pair(entry, indent);
    }

    private String atTheEnd(String lines) {
        var eol = eol(text);
        boolean ended = text.isEmpty() || text.endsWith("\n");
        return (ended ? lines.substring(eol.length()) : lines) + eol;
    }

    /// How many pairs stand before an added one.
    private static int after(Node.Table table, @Nullable String key) {
        int at = key == null ? -1 : table.indexOf(key);
        return at < 0 ? table.pairs().size() : at + 1;
    }

    private static List<Integer> ends(Node.Table table) {
        return table.pairs().stream().map(Node.Pair::to).toList();
    }

    /// Before the first, or after an earlier one.
    private Splice amongFlow(Node holder, List<Integer> ends, int before, String written) {
        if (ends.isEmpty()) {
            refuseComments(holder.from(), holder.to());
            var around = text.substring(holder.from(), holder.from() + 1);
            var close = text.substring(holder.to() - 1, holder.to());
            return new Splice(holder.from(), holder.to(), around + written + close);
        }
        int at = before == 0 ? holder.from() + 1 : ends.get(before - 1);
        return new Splice(at, at, before == 0 ? written + ", " : ", " + written);
    }

    private List<Splice> insert(Edit.Insert insert) {
        if (!(find(insert.path().parent()) instanceof Node.Sequence list)
                || !(insert.path().last() instanceof Path.Index(var index))) {
            throw new Edit.Nowhere(insert.path());
        }
        if (list.flow()) {
            var ends = list.items().stream().map(Node::to).toList();
            return List.of(amongFlow(list, ends, index, Writing.flow(insert.value())));
        }
        int indent = layout.column(list.from());
        var lines = eol(text) + " ".repeat(indent) + itemOf(insert.value(), list, indent);
        if (index == 0) {
            int at = layout.startOfLine(list.from());
            return List.of(new Splice(at, at, lines.substring(eol(text).length()) + eol(text)));
        }
        int at = layout.endOfLine(list.items().get(index - 1).to());
        return List.of(new Splice(at, at, lines));
    }

    private String itemOf(Value value, Node.Sequence list, int indent) {
        boolean braces = list.items().getLast() instanceof Node.Table(_, _, var flow, _) && flow;
        return braces && value instanceof Value.Entries
                ? "- " + Writing.flow(value)
                : writing.item(value, indent);
    }

    private List<Splice> remove(Path path) {
        var holder = find(path.parent());
        return switch (path.last()) {
            case Path.Key(var key) when holder instanceof Node.Table table -> {
                var starts = table.pairs().stream().map(Node.Pair::from).toList();
                yield remove(holder, starts, ends(table), table.indexOf(key), path);
            }
            case Path.Index(var index) when holder instanceof Node.Sequence list -> {
                var ends = list.items().stream().map(Node::to).toList();
                var starts = new ArrayList<Integer>();
                for (int at = 0; at < list.items().size(); at++) {
                    int from = list.items().get(at).from();
                    starts.add(list.flow() ? from : dash(from));
                }
                yield remove(holder, starts, ends, index, path);
            }
            default -> throw new Edit.Nowhere(path);
        };
    }

    private List<Splice> remove(
            Node holder, List<Integer> starts, List<Integer> ends, int at, Path path) {
        boolean only = starts.size() == 1;
        if (only && !path.parent().isTop()) {
            Value empty =
                    holder instanceof Node.Table ? Value.Entries.NONE : new Value.Items(List.of());
            return put(new Edit.Put(path.parent(), empty));
        }
        if (holder.flow()) {
            int from = at == 0 ? starts.getFirst() : ends.get(at - 1);
            int to = at == 0 ? starts.get(1) : ends.get(at);
            refuseComments(from, to);
            return List.of(new Splice(from, to, ""));
        }
        if (at == 0
                && !text.substring(layout.startOfLine(starts.getFirst()), starts.getFirst())
                        .isBlank()) {
            // Its line begins with the dash of what holds it, which stays.
            refuseComments(starts.getFirst(), starts.get(1));
            return List.of(new Splice(starts.getFirst(), starts.get(1), ""));
        }
        int from = layout.startOfLine(starts.get(at));
        int to = layout.afterLine(ends.get(at));
        return List.of(
                new Splice(
                        layout.endsAlone(to, layout.column(starts.get(at)))
                                ? layout.withComments(from)
                                : from,
                        to,
                        ""));
    }

    private int dash(int item) {
        int at = item - 1;
        while (at >= 0 && Character.isWhitespace(text.charAt(at))) {
            at--;
        }
        if (at >= 0 && text.charAt(at) == '-') {
            return at;
        }
        if (item < text.length() && text.charAt(item) == '-') {
            return item;
        }
        throw new Unsafe(layout.lineOf(item), "A comment stands between a dash and its item.");
    }

    private Node find(Path path) {
        Node node = root;
        for (var step : path.steps()) {
            node = child(node, step).orElseThrow(() -> new Edit.Nowhere(path));
        }
        return node;
    }

    private static Optional<Node> child(Node node, Path.Step step) {
        return switch (step) {
            case Path.Key(var key) when node instanceof Node.Table table ->
                    table.pairs().stream()
                            .filter(pair -> pair.key().text().equals(key))
                            .map(Node.Pair::value)
                            .findFirst();
            case Path.Index(var index) when node instanceof Node.Sequence list ->
                    list.items().stream().skip(index).findFirst();
            default -> Optional.empty();
        };
    }

    private void refuseComments(int from, int to) {
        var comment = layout.commentWithin(from, to);
        if (comment.isPresent()) {
            throw new Unsafe(
                    layout.lineOf(comment.getAsInt()),
                    "A comment stands inside what would change.");
        }
    }
}
