// SPDX-License-Identifier: Apache-2.0
package school.lanyard.openreporting;

import java.util.List;
import java.util.stream.Stream;
import school.lanyard.ledger.Comparison;
import school.lanyard.ledger.Rebuilding;

/// Rebuilds from the ledger what the rows of those who do not sign in should say.
public final class WaysInProof {

    private WaysInProof() {}

    public static List<Comparison> compare(Rebuilding of) {
        return Stream.of(ReceiptProof.compare(of), TabletProof.compare(of))
                .flatMap(List::stream)
                .toList();
    }
}
