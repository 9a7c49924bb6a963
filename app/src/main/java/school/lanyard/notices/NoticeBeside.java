// SPDX-License-Identifier: Apache-2.0
package school.lanyard.notices;

import java.util.List;
import org.springframework.stereotype.Component;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.Concerns;
import school.lanyard.concerns.RecordsBeside;

/// What was decided about a report of a kind with a clock.
@Component
class NoticeBeside implements RecordsBeside {

    private final Notices notices;

    NoticeBeside(Notices notices) {
        this.notices = notices;
    }

    @Override
    public List<Entry> of(Viewer viewer, Concerns.Opened concern) {
        return notices.of(viewer, concern.id()).isEmpty()
                ? List.of()
                : notices.done(viewer, concern.id()).stream().map(NoticeBeside::entry).toList();
    }

    private static Entry entry(Notices.Done done) {
        var decision = done.decision();
        return decision == null
                ? new Entry(done.at(), done.by(), "Report acknowledged", List.of(), false)
                : new Entry(
                        done.at(),
                        done.by(),
                        decision.told() ? "The body outside was told" : "Nobody outside was told",
                        List.of(decision.reasons(), decision.reference()),
                        true);
    }
}
