// SPDX-License-Identifier: Apache-2.0
package school.lanyard.finding;

import java.util.List;
import java.util.Map;

/// What somebody looks for among cases. An empty value asks for nothing.
///
/// @param words in what was written, or in names
/// @param state of the case
/// @param category key of a kind of incident
/// @param year key of a year group that somebody in it is in now
/// @param track key of the track that its playbook is on
/// @param days how many days ago it was opened at most
/// @param handler somebody who recorded something in it
public record Criteria(
        String words,
        String state,
        String category,
        String year,
        String track,
        String days,
        String handler) {

    public static final Criteria NONE = new Criteria("", "", "", "", "", "", "");

    /// The names that forms give these, in order.
    public static final List<String> FIELDS =
            List.of("words", "state", "category", "year", "track", "days", "handler");

    public boolean isEmpty() {
        return equals(NONE);
    }

    public Map<String, String> values() {
        return Map.of(
                "words", words,
                "state", state,
                "category", category,
                "year", year,
                "track", track,
                "days", days,
                "handler", handler);
    }

    @Override
    public String toString() {
        return "Criteria";
    }
}
