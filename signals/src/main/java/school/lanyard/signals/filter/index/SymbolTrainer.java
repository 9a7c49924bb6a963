// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter.index;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds the pieces that shorten a sample of names most, by letting the useful ones grow.
///
/// After the idea of FSST (Boncz, Neumann, Leis 2020), for text that leaves 128 byte values free.
final class SymbolTrainer {

    private static final int ROUNDS = 5;
    private static final int LONGEST = 8;

    private SymbolTrainer() {}

    /// `text` must be padded; names in it end where `ends` says.
    static Symbols train(byte[] text, int[] ends, int count) {
        var symbols = new Symbols(List.of());
        for (int round = 0; round < ROUNDS; round++) {
            var gains = new HashMap<String, Integer>();
            int from = 0;
            for (int i = 0; i < count; i++) {
                weigh(symbols, text, from, ends[i], gains);
                from = ends[i];
            }
            symbols = best(gains);
        }
        return symbols;
    }

    private static void weigh(
            Symbols symbols, byte[] text, int from, int to, Map<String, Integer> gains) {
        int before = -1;
        int p = from;
        while (p < to) {
            int code = symbols.code(text, p, to);
            int end = p + (code < 0 ? 1 : symbols.length(code));
            if (end - p > 1) {
                gain(gains, text, p, end);
            }
            if (before >= 0 && end - before <= LONGEST) {
                gain(gains, text, before, end);
            }
            before = p;
            p = end;
        }
    }

    /// What one use of a piece saves: all its bytes but one.
    private static void gain(Map<String, Integer> gains, byte[] text, int from, int to) {
        var piece = new String(text, from, to - from, StandardCharsets.ISO_8859_1);
        gains.merge(piece, piece.length() - 1, Integer::sum);
    }

    private static Symbols best(Map<String, Integer> gains) {
        var order =
                Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder()));
        var pieces = new ArrayList<byte[]>();
        gains.entrySet().stream()
                .sorted(order)
                .limit(Symbols.MOST)
                .forEach(e -> pieces.add(e.getKey().getBytes(StandardCharsets.ISO_8859_1)));
        return new Symbols(pieces);
    }
}
