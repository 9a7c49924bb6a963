// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.List;
import java.util.stream.Stream;

/// Something that some people are trained in, and how often.
///
/// @param groups whose members need it
/// @param posts roles whose holders need it, besides the groups
/// @param again the interval after which it is due again; empty where once is enough
/// @param within the interval that somebody new has for it; empty where it is due at once
/// @param items what it has to cover; somebody has had it once they have had each
public record Course(
        String key,
        String label,
        List<String> groups,
        List<String> posts,
        String again,
        String within,
        List<Item> items) {

    /// One thing that a course has to cover.
    public record Item(String key, String says) {}

    public Course {
        groups = List.copyOf(groups);
        posts = List.copyOf(posts);
        items = List.copyOf(items);
    }

    /// The keys of all who need it: groups, and roles whose holders do.
    public List<String> asked() {
        return Stream.concat(groups.stream(), posts.stream()).toList();
    }
}
