// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.playbook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a case goes from some steps once they are complete.
///
/// @param tracks where it can be taken; if none, everywhere
/// @param offers whether it only offers the steps it leads to, so that nothing waits for them
/// @param begins the track to which it moves the case; what it leads to is then where that track is
///   entered
public record Edge(
        String key,
        List<String> from,
        Join join,
        List<String> to,
        Guard when,
        List<String> tracks,
        boolean offers,
        @Nullable String begins,
        List<String> clauses) {
    /// How many of the steps that it leads from must be complete.
    public enum Join {
        ALL,
        ANY
    }

    public Edge {
        from = List.copyOf(from);
        to = List.copyOf(to);
        tracks = List.copyOf(tracks);
        clauses = List.copyOf(clauses);
        if (from.isEmpty() || to.isEmpty()) {
            throw new IllegalArgumentException(
                    "the edge " + key + " leads from nowhere or to nowhere");
        }
    }
}
