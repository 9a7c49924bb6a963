// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter.lists;

import java.util.List;
import school.lanyard.signals.filter.index.Listing;

/// What reading a list came to. `samples` shows some lines that were not understood.
public record ListReport(
        Listing listing,
        ListFormat format,
        long lines,
        long rules,
        long held,
        long notUnderstood,
        List<String> samples) {

    public ListReport {
        samples = List.copyOf(samples);
    }
}
