// SPDX-License-Identifier: Apache-2.0
package school.lanyard.documents;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import school.lanyard.publishing.Pdf;

/// Turns papers into text and PDF. It needs no server.
public final class Printer {

    private static final String SCREEN_STYLE = asset("document.css");
    private static final String PRINT_STYLE = asset("document-print.css");
    private static final String SHEET_STYLE = PRINT_STYLE + asset("sheet-print.css");

    private final TemplateEngine engine;

    public Printer(TemplateEngine engine) {
        this.engine = engine;
    }

    /// With the templates that were compiled into the program.
    public static Printer compiled() {
        return new Printer(TemplateEngine.createPrecompiled(ContentType.Html));
    }

    /// What stands on a paper, without what surrounds it.
    public String body(Paper paper, Medium medium) {
        return write(paper.template(), Map.of("page", paper.page().apply(medium)));
    }

    /// A whole page in one file, with its style inside.
    public String file(Papers papers, Paper paper) {
        return write(
                "documents/file",
                Map.of(
                        "title", title(papers, paper),
                        "style", SCREEN_STYLE,
                        "body", body(paper, Medium.FILE)));
    }

    /// A tagged PDF; `made` is written into it as the time of its making.
    public byte[] pdf(Papers papers, Paper paper, Instant made) {
        boolean sheet = paper.kind() != Paper.Kind.DOCUMENT;
        var foot = papers.name() + ". " + papers.standing().status();
        var page =
                write(
                        "documents/print",
                        Map.of(
                                "title",
                                title(papers, paper),
                                "subject",
                                paper.detail(),
                                "header",
                                sheet ? "" : papers.standing().school(),
                                "footer",
                                sheet ? "" : foot.strip(),
                                "style",
                                sheet ? SHEET_STYLE : PRINT_STYLE,
                                "body",
                                body(paper, Medium.PRINT)));
        return Pdf.render(page, made);
    }

    /// What a browser and a reader of PDF show as its title.
    public static String title(Papers papers, Paper paper) {
        var school = papers.standing().school();
        return school.isEmpty() ? paper.title() : paper.title() + " – " + school;
    }

    private String write(String template, Map<String, Object> parameters) {
        var output = new StringOutput();
        engine.render(template + ".jte", new HashMap<>(parameters), output);
        return output.toString();
    }

    private static String asset(String name) {
        try (InputStream in =
                Printer.class.getResourceAsStream("/school/lanyard/documents/" + name)) {
            if (in == null) {
                throw new IllegalStateException("missing from this build: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
