// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack.edit;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/// Finds where everything stands in a text that a pack's reader has read without a fault.
final class Nodes {

    private final String text;
    private final boolean plain;
    private final Iterator<Event> events;

    private Nodes(String text) {
        this.text = text;
        this.plain = text.codePointCount(0, text.length()) == text.length();
        var settings =
                LoadSettings.builder()
                        .setCodePointLimit(text.length() + 1)
                        .setBufferSize(text.length() + 16)
                        .build();
        this.events = new Parse(settings).parseString(text).iterator();
    }

    /// The table that a file is; an empty one at the end of a file that says nothing.
    static Node.Table of(String text) {
        return new Nodes(text).document();
    }

    private Node.Table document() {
        events.next(); // start of stream
        if (events.next() instanceof DocumentStartEvent
                && node(events.next()) instanceof Node.Table t) {
            return t;
        }
        return new Node.Table(text.length(), text.length(), false, List.of());
    }

    private Node node(Event event) {
        return switch (event) {
            case MappingStartEvent start -> table(start);
            case SequenceStartEvent start -> sequence(start);
            case ScalarEvent scalar -> leaf(scalar);
            default -> throw new IllegalStateException("no value in " + event);
        };
    }

    private Node table(MappingStartEvent start) {
        var pairs = new ArrayList<Node.Pair>();
        var event = events.next();
        for (; event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            var key = leaf((ScalarEvent) event);
            var value = node(events.next());
            pairs.add(new Node.Pair(key, colon(key, value), value));
        }
        int from = offset(start.getStartMark());
        int to =
                start.isFlow()
                        ? offset(event.getEndMark())
                        : pairs.isEmpty() ? from : pairs.getLast().to();
        return new Node.Table(from, to, start.isFlow(), pairs);
    }

    /// A key without one, as in {a, b}, ends where it ends.
    private int colon(Node.Leaf key, Node value) {
        int at = key.to();
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() && text.charAt(at) == ':' && at <= value.from()
                ? at
                : key.to() - 1;
    }

    private Node sequence(SequenceStartEvent start) {
        var items = new ArrayList<Node>();
        var event = events.next();
        for (; event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(node(event));
        }
        int from = offset(start.getStartMark());
        int to =
                start.isFlow()
                        ? offset(event.getEndMark())
                        : items.isEmpty() ? from : items.getLast().to();
        return new Node.Sequence(from, to, start.isFlow(), items);
    }

    private Node.Leaf leaf(ScalarEvent scalar) {
        int from = offset(scalar.getStartMark());
        int to = offset(scalar.getEndMark());
        var style = scalar.getScalarStyle();
        var leaf = new Node.Leaf(from, to, style, scalar.getValue());
        return leaf.isBlock() ? new Node.Leaf(from, trimmed(from, to), style, leaf.text()) : leaf;
    }

    /// A block of text runs up to whatever follows it: its own end is that of its last line that
    /// says anything.
    private int trimmed(int from, int to) {
        int end = to;
        while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /// Marks count code points.
    private int offset(Optional<Mark> mark) {
        int points = mark.orElseThrow().getIndex();
        return plain ? points : text.offsetByCodePoints(0, points);
    }
}
