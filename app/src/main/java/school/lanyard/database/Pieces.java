// SPDX-License-Identifier: Apache-2.0
package school.lanyard.database;

import java.util.List;
import java.util.function.Consumer;

/// Many rows, in pieces that one statement takes: a row by itself costs most of what a hundred do.
public final class Pieces {

    private static final int ROWS = 100;

    private Pieces() {}

    public static <T> void of(List<T> all, Consumer<List<T>> each) {
        for (int from = 0; from < all.size(); from += ROWS) {
            each.accept(all.subList(from, Math.min(all.size(), from + ROWS)));
        }
    }
}
