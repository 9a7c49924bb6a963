// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import school.lanyard.concerns.CaseProof;
import school.lanyard.flags.FlagProof;
import school.lanyard.ledger.Comparison;
import school.lanyard.ledger.Rebuilding;
import school.lanyard.lessons.LessonProof;
import school.lanyard.notices.NoticeProof;
import school.lanyard.openreporting.WaysInProof;
import school.lanyard.people.BirthProof;
import school.lanyard.retention.RetentionProof;
import school.lanyard.transfer.TransferProof;

/// Every comparison of rows with the ledger that a feature offers.
final class Comparisons {

    /// A server may be writing meanwhile, so a row is only wrong if it stays so.
    private static final int LOOKS = 3;

    private static final List<Function<Rebuilding, List<Comparison>>> ALL =
            List.of(
                    CaseProof::compare,
                    NoticeProof::compare,
                    WaysInProof::compare,
                    FlagProof::compare,
                    LessonProof::compare,
                    BirthProof::compare,
                    RetentionProof::compare,
                    TransferProof::compare);

    private Comparisons() {}

    /// How many rows differ, by what is said of them.
    static Map<String, Long> differing(Rebuilding of) {
        var counts = new LinkedHashMap<String, Long>();
        ALL.forEach(feature -> counts.putAll(differing(feature, of)));
        return counts;
    }

    private static Map<String, Long> differing(
            Function<Rebuilding, List<Comparison>> feature, Rebuilding of) {
        var wrong = new HashMap<String, Set<List<Object>>>();
        var counts = new LinkedHashMap<String, Long>();
        for (int look = 0; look < LOOKS; look++) {
            counts.clear();
            for (var each : feature.apply(of)) {
                var now = each.differing();
                now.retainAll(wrong.getOrDefault(each.words(), now));
                wrong.put(each.words(), now);
                if (!now.isEmpty()) {
                    counts.put(each.words(), each.rows(now));
                }
            }
            if (counts.isEmpty()) {
                break;
            }
        }
        return counts;
    }
}
