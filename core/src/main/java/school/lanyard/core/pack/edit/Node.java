// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack.edit;

import java.util.List;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/// A piece of a text that knows where it begins and ends, `to` being the first character after it.
sealed interface Node {

    int from();

    int to();

    /// Whether it is written on one level, in braces or brackets.
    default boolean flow() {
        return false;
    }

    record Leaf(int from, int to, ScalarStyle style, String text) implements Node {
        boolean isBlock() {
            return style == ScalarStyle.FOLDED || style == ScalarStyle.LITERAL;
        }
    }

    /// A key, where the colon after it stands, and its value.
    record Pair(Leaf key, int colon, Node value) {

        int from() {
            return key.from();
        }

        int to() {
            return Math.max(value.to(), colon + 1);
        }
    }

    record Table(int from, int to, boolean flow, List<Pair> pairs) implements Node {
        int indexOf(String key) {
            for (int at = 0; at < pairs.size(); at++) {
                if (pairs.get(at).key().text().equals(key)) {
                    return at;
                }
            }
            return -1;
        }
    }

    record Sequence(int from, int to, boolean flow, List<Node> items) implements Node {}
}
