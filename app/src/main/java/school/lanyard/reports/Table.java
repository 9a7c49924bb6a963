// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports;

import java.util.List;

/// A table of a report before anything is counted: what it sorts by, and its lines in order. Its
/// words are kept with the report, so that a later policy does not change what was issued.
public record Table(String key, String title, List<Line> lines) {

    public Table {
        lines = List.copyOf(lines);
    }

    public record Line(String key, String label) {}

    /// The line for a value; a value that the table does not know counts as another one.
    String line(String value) {
        return lines.stream().map(Line::key).filter(value::equals).findFirst().orElse(Tables.OTHER);
    }
}
