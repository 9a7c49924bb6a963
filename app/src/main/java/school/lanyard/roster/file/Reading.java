// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.file;

import java.util.List;
import java.util.Map;

/// A file as it was read.
///
/// @param delta whether it holds only what has changed since another
/// @param schools the schools that it is about, by their keys
/// @param moreRemarks how many remarks there are beside those listed
public record Reading(
        Format format,
        boolean delta,
        List<Entry> entries,
        List<Tie> ties,
        List<Remark> remarks,
        int moreRemarks,
        Map<String, String> schools) {

    public Reading {
        entries = List.copyOf(entries);
        ties = List.copyOf(ties);
        remarks = List.copyOf(remarks);
        schools = Map.copyOf(schools);
    }

    /// Whether something must be mended before any of it is applied.
    public boolean barred() {
        return remarks.stream().anyMatch(Remark::bars);
    }

    /// The same for one of its schools alone.
    public Reading of(String school) {
        var kept =
                entries.stream()
                        .filter(each -> each.schools().isEmpty() || each.schools().contains(school))
                        .toList();
        var keys = kept.stream().map(Entry::key).collect(java.util.stream.Collectors.toSet());
        return new Reading(
                format,
                delta,
                kept,
                ties.stream().filter(each -> keys.contains(each.adult())).toList(),
                remarks,
                moreRemarks,
                Map.of());
    }

    @Override
    public String toString() {
        return "Reading[" + format + ", " + entries.size() + "]";
    }
}
