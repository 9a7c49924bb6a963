// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter.index;

import java.io.IOException;
import java.nio.file.Path;

/// The index that decisions are made by now. A new one takes its place between two decisions; one
/// that is damaged never does.
public final class LiveIndex {

    private volatile FilterIndex now;

    public LiveIndex(FilterIndex first) {
        now = first;
    }

    public FilterIndex now() {
        return now;
    }

    /// Opens and checks a file before anybody decides by it, which also brings it into memory.
    public FilterIndex replace(Path file) throws IOException {
        var next = FilterIndex.open(file);
        now = next;
        return next;
    }
}
