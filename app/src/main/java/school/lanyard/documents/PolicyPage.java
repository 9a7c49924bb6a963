// SPDX-License-Identifier: Apache-2.0
package school.lanyard.documents;

import java.util.List;
import school.lanyard.core.document.Block;
import school.lanyard.core.document.PolicyDocument;
import school.lanyard.core.pack.Agreement;

/// What the document's template shows.
public record PolicyPage(PolicyDocument document, Standing standing, Medium medium) {

    /// How high a picture on a page of the document may be, in millimetres.
    private static final double HIGH = 232;

    public String title() {
        return document.pack().label();
    }

    public List<Standing.Line> lines() {
        return standing.lines(document.pack());
    }

    public boolean print() {
        return medium == Medium.PRINT;
    }

    /// The pictures of a chart: for paper one, for a window one for each width.
    public List<String> pictures(Block.Chart block) {
        return Pictures.of(block.chart(), medium, HIGH);
    }

    /// Whether other papers can be reached from here.
    public boolean linked() {
        return medium == Medium.SITE;
    }

    public String groups(Agreement agreement) {
        var pack = document.pack();
        var asked = String.join(", ", agreement.asked().stream().map(pack::who).toList());
        return agreement.onBehalf()
                ? asked + "; signed by a " + pack.vocabulary().one(agreement.signedBy())
                : asked;
    }

    /// Beside the document, wherever that is.
    public String address(Agreement agreement) {
        return "policy/agreements/" + agreement.key();
    }
}
