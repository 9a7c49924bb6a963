// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.html.HtmlTemplateOutput;
import org.jspecify.annotations.Nullable;

/// Plain text as content for a component: always escaped, never markup.
public final class Text {

    private Text() {}

    /// Strings and numbers become escaped text; content is passed on as it is; nothing becomes a
    /// dash.
    public static Content of(@Nullable Object value) {
        return switch (value) {
            case null -> escaped("–");
            case Content content -> content;
            default -> escaped(value.toString());
        };
    }

    private static Content escaped(String text) {
        return output -> {
            if (output instanceof HtmlTemplateOutput html) {
                html.setContext("span", null);
            }
            output.writeUserContent(text);
        };
    }

    static void attribute(TemplateOutput output, String tag, String attribute, String value) {
        if (!(output instanceof HtmlTemplateOutput html)) {
            output.writeUserContent(value);
            return;
        }
        html.setContext(tag, attribute);
        output.writeUserContent(value);
        html.setContext(tag, null);
    }
}
