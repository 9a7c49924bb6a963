// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import gg.jte.Content;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row of a table. The first cell is the row's heading.
public record Row(List<Content> cells) {

    /// Each cell may be text, a number, a link or other content; nothing is shown as a dash.
    public static Row of(@Nullable Object... cells) {
        return new Row(Arrays.stream(cells).map(Text::of).toList());
    }
}
