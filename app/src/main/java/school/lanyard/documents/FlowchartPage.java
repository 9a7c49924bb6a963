// SPDX-License-Identifier: Apache-2.0
package school.lanyard.documents;

import java.util.List;
import school.lanyard.core.document.Block;
import school.lanyard.core.flowchart.Flowchart;

/// What the template of the staff's flowchart shows.
public record FlowchartPage(
        Flowchart chart,
        List<Block.Contacts.Contact> contacts,
        Standing standing,
        String edition,
        Medium medium) {

    /// How high the picture may be, in millimetres, so that the numbers stand below it.
    private static final double HIGH = 202;

    public List<String> pictures() {
        return Pictures.of(chart, medium, HIGH);
    }

    public boolean print() {
        return medium == Medium.PRINT;
    }
}
