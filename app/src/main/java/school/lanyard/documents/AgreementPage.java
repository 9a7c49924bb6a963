// SPDX-License-Identifier: Apache-2.0
package school.lanyard.documents;

import java.util.ArrayList;
import java.util.List;
import school.lanyard.core.pack.Agreement;

/// What the template of an agreement shows.
///
/// @param groups whose agreement it is, in words
public record AgreementPage(
        Agreement agreement, String groups, Standing standing, String edition, Medium medium) {

    /// Lines that stand together under a heading, which may be empty.
    public record Section(String heading, List<Agreement.Line> lines) {}

    public List<Section> sections() {
        var sections = new ArrayList<Section>();
        for (var line : agreement.lines()) {
            if (sections.isEmpty() || !sections.getLast().heading().equals(line.under())) {
                sections.add(new Section(line.under(), new ArrayList<>()));
            }
            sections.getLast().lines().add(line);
        }
        return sections;
    }

    public boolean pictured() {
        return agreement.lines().stream().noneMatch(line -> line.picture().isEmpty());
    }

    /// Enough of the hash to tell two texts apart on paper.
    public String mark() {
        return agreement.hash().substring(0, 12);
    }

    public boolean print() {
        return medium == Medium.PRINT;
    }
}
