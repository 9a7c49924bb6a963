// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Turns a template and its page record into text: a page, or the source of a PDF.
@Component
public class Templates {

    private final TemplateEngine engine;
    private final Assets assets;
    private final boolean demonstration;

    Templates(
            TemplateEngine engine,
            Assets assets,
            @Value("${lanyard.demo:false}") boolean demonstration) {
        this.engine = engine;
        this.assets = assets;
        this.demonstration = demonstration;
    }

    /// A document that stands by itself, outside any request.
    public String document(String template, Record page, String school) {
        var shell =
                new Shell(
                        Visitor.nobodyAt(school),
                        "",
                        assets,
                        null,
                        new NoTokens(),
                        demonstration,
                        "");
        return write(template, Map.of("page", page, "shell", shell));
    }

    String write(String template, Map<String, ?> parameters) {
        var output = new StringOutput();
        engine.render(template + ".jte", new HashMap<String, Object>(parameters), output);
        return output.toString();
    }

    boolean has(String template) {
        return engine.hasTemplate(template + ".jte");
    }

    /// A document has no forms.
    private record NoTokens() implements Shell.Tokens {

        @Override
        public @Nullable Hidden csrf() {
            throw new IllegalStateException("a document has no forms");
        }

        @Override
        public String once(String action) {
            throw new IllegalStateException("a document has no forms");
        }
    }
}
