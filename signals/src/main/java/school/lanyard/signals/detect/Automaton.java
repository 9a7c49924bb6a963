// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.detect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds any number of words and phrases in one pass over a text (Aho and Corasick 1975).
///
/// Texts are of `a` to `z`, digits and single spaces.
final class Automaton {

    private static final int LETTERS = 37;

    private int[] next = new int[LETTERS * 64];
    private int[] fail = new int[64];
    private final List<int[]> ends = new ArrayList<>();
    private int states;

    Automaton(List<String> patterns) {
        state();
        for (int number = 0; number < patterns.size(); number++) {
            add(patterns.get(number), number);
        }
        link();
    }

    private int state() {
        if (states == fail.length) {
            fail = Arrays.copyOf(fail, 2 * states);
            next = Arrays.copyOf(next, 2 * states * LETTERS);
        }
        ends.add(new int[0]);
        return states++;
    }

    private static int letter(char c) {
        return c >= 'a' && c <= 'z' ? c - 'a' + 1 : c >= '0' && c <= '9' ? c - '0' + 27 : 0;
    }

    private void add(String pattern, int number) {
        int at = 0;
        for (int i = 0; i < pattern.length(); i++) {
            int edge = at * LETTERS + letter(pattern.charAt(i));
            int to = next[edge];
            if (to == 0) {
                to = state();
                next[edge] = to;
            }
            at = to;
        }
        ends.set(at, with(ends.get(at), number));
    }

    private static int[] with(int[] numbers, int more) {
        var all = Arrays.copyOf(numbers, numbers.length + 1);
        all[numbers.length] = more;
        return all;
    }

    /// Turns the tree into a machine with an edge for every letter in every state.
    private void link() {
        var queue = new ArrayDeque<Integer>();
        for (int c = 0; c < LETTERS; c++) {
            if (next[c] != 0) {
                queue.add(next[c]);
            }
        }
        while (!queue.isEmpty()) {
            int at = queue.remove();
            for (int c = 0; c < LETTERS; c++) {
                int edge = at * LETTERS + c;
                int otherwise = next[fail[at] * LETTERS + c];
                if (next[edge] == 0) {
                    next[edge] = otherwise;
                } else {
                    fail[next[edge]] = otherwise;
                    queue.add(next[edge]);
                }
            }
            for (int number : ends.get(fail[at])) {
                ends.set(at, with(ends.get(at), number));
            }
        }
    }

    /// The numbers of the patterns in a text, each once, in ascending order.
    int[] find(CharSequence text) {
        int at = 0;
        int[] found = {};
        for (int i = 0; i < text.length(); i++) {
            at = next[at * LETTERS + letter(text.charAt(i))];
            for (int number : ends.get(at)) {
                found = with(found, number);
            }
        }
        return found.length == 0 ? found : Arrays.stream(found).sorted().distinct().toArray();
    }
}
