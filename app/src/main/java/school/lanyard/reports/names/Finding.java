// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports.names;

import java.util.List;

/// What a check of a text found.
public sealed interface Finding {

    record Clear() implements Finding {}

    /// Somebody has to look at these words and confirm each before the text may go out.
    record CheckTheseWords(List<Hit> hits) implements Finding {
        public CheckTheseWords {
            hits = List.copyOf(hits);
        }
    }

    /// Names somebody. Nobody can confirm that away.
    ///
    /// @param hits the names, and the words to check besides
    record Refused(List<Hit> hits) implements Finding {
        public Refused {
            hits = List.copyOf(hits);
        }
    }
}
