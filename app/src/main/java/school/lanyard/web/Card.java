// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// One item of a card list: a link, a line about it, and at the side its state.
public record Card(String href, String title, @Nullable String detail, @Nullable Content aside) {

    public static Card of(String href, String title, @Nullable String detail) {
        return new Card(href, title, detail, null);
    }

    public Card aside(Content content) {
        return new Card(href, title, detail, content);
    }
}
