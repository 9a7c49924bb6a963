// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/// A link, written as itself wherever a component takes content.
public record Link(String href, String text) implements Content {

    public static Link to(String href, String text) {
        return new Link(href, text);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent("<a class=\"govuk-link\" href=\"");
        Text.attribute(output, "a", "href", href);
        output.writeContent("\">");
        Text.of(text).writeTo(output);
        output.writeContent("</a>");
    }
}
