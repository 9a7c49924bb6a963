// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.file;

import java.util.ArrayList;
import java.util.List;

/// What is to be said about a file, no more of it than anybody would read.
final class Remarks {

    private static final int MOST = 500;

    private final List<Remark> listed = new ArrayList<>();
    private int more;

    /// Something that must be mended first.
    void bar(Place place, String words) {
        add(new Remark(place, true, words));
    }

    /// Something that is left out, or taken in another way than it was written.
    void note(Place place, String words) {
        add(new Remark(place, false, words));
    }

    /// What bars is always listed before what does not.
    private void add(Remark remark) {
        if (listed.size() < MOST) {
            listed.add(remark);
            return;
        }
        more++;
        if (remark.bars() && listed.stream().noneMatch(Remark::bars)) {
            listed.set(MOST - 1, remark);
        }
    }

    List<Remark> listed() {
        return listed.stream()
                .sorted(java.util.Comparator.comparing(Remark::bars).reversed())
                .toList();
    }

    int more() {
        return more;
    }
}
