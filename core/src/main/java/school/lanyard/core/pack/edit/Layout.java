// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/// The lines, columns and comments of a text.
final class Layout {

    private final String text;
    private final List<Integer> comments;

    Layout(String text, Node.Table root) {
        this.text = text;
        this.comments = comments(root);
    }

    /// Where the first comment in a stretch begins.
    OptionalInt commentWithin(int from, int to) {
        return comments.stream()
                .mapToInt(Integer::intValue)
                .filter(at -> at >= from && at < to)
                .findFirst();
    }

    /// Comments directly above belong to what is removed, unless more entries follow it without a
    /// break: then they may be about those too, and stay.
    boolean endsAlone(int next, int indent) {
        var line = text.substring(next, endOfLine(next));
        return line.isBlank()
                || line.strip().startsWith("#")
                || line.length() - line.stripLeading().length() < indent;
    }

    /// Where an entry begins with the comments directly above it.
    int withComments(int from) {
        int start = from;
        while (start > 0) {
            int above = startOfLine(start - 1);
            if (!text.substring(above, start).strip().startsWith("#")) {
                break;
            }
            start = above;
        }
        return start;
    }

    /// Outside what is said, a hash begins a comment.
    private List<Integer> comments(Node.Table table) {
        var leaves = new ArrayList<Node.Leaf>();
        gather(table, leaves);
        leaves.sort(Comparator.comparingInt(Node.Leaf::from));
        var found = new ArrayList<Integer>();
        int at = 0;
        for (var leaf : leaves) {
            hashes(at, leaf.from(), found);
            if (leaf.isBlock()) {
                hashes(leaf.from(), Math.min(leaf.to(), endOfLine(leaf.from())), found);
            }
            at = Math.max(at, leaf.to());
        }
        hashes(at, text.length(), found);
        return found;
    }

    private void hashes(int from, int to, List<Integer> found) {
        int at = text.indexOf('#', from);
        while (at >= 0 && at < to) {
            int end = endOfLine(at);
            found.add(at);
            at = text.indexOf('#', end);
        }
    }

    private static void gather(Node node, List<Node.Leaf> leaves) {
        switch (node) {
            case Node.Leaf leaf -> leaves.add(leaf);
            case Node.Sequence list -> list.items().forEach(item -> gather(item, leaves));
            case Node.Table table ->
                    table.pairs()
                            .forEach(pair -> {
                                leaves.add(pair.key());
                                gather(pair.value(), leaves);
                            });
        }
    }

    int startOfLine(int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    /// Before the line's end, and after what else stands on it, such as a comment.
    int endOfLine(int at) {
        int end = text.indexOf('\n', at);
        end = end < 0 ? text.length() : end;
        return end > at && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    int afterLine(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end + 1;
    }

    int column(int at) {
        return at - startOfLine(at);
    }

    int lineOf(int at) {
        return (int) text.chars().limit(at).filter(c -> c == '\n').count() + 1;
    }
}
