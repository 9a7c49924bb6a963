// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// Something to do: where it is done, and how it stands.
///
/// @param href absent while it cannot be started, for instance because it is barred
/// @param tone absent for a finished or quiet status, which is plain text
/// @param aside who does it and by when; a clock, for instance
public record Task(
        String title,
        @Nullable String href,
        @Nullable String hint,
        String status,
        @Nullable Tone tone,
        @Nullable Content aside) {

    public static Task of(String title, @Nullable String href, String status, @Nullable Tone tone) {
        return new Task(title, href, null, status, tone, null);
    }

    public Task hint(String words) {
        return new Task(title, href, words, status, tone, aside);
    }

    public Task aside(Content content) {
        return new Task(title, href, hint, status, tone, content);
    }
}
