// SPDX-License-Identifier: Apache-2.0
package school.lanyard.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfTest {

    private static final Instant MADE = Instant.parse("2026-03-02T09:30:00Z");

    private static final TemplateEngine JTE = TemplateEngine.createPrecompiled(ContentType.Html);

    static String page(String body) {
        var html = new StringOutput();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("title", "Chronology <of> case K7Q2");
        parameters.put("subject", "Official record & chronology");
        parameters.put("header", "Confidential – Larkmead & Co");
        parameters.put("footer", "Ledger head 4f2a");
        parameters.put("content", (gg.jte.Content) out -> out.writeContent(body));
        JTE.render("publishing/page.jte", parameters, html);
        return html.toString();
    }

    private static String table(int rows) {
        var html = new StringBuilder("<table><caption>Events</caption><thead><tr>");
        html.append("<th scope=\"col\">When</th><th scope=\"col\">What</th></tr></thead><tbody>");
        for (int i = 0; i < rows; i++)
            html.append("<tr><th scope=\"row\">Day ")
                    .append(i)
                    .append("</th><td>Entry number ")
                    .append(i)
                    .append(", with a <b>bold</b>, an <i>italic</i> word.</td></tr>");
        return html.append("</tbody></table>").toString();
    }

    private static PDDocument open(String body) {
        try {
            return Loader.loadPDF(Pdf.render(page(body), MADE));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String text(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document);
    }

    @Nested
    class A_chronology {

        private final PDDocument document = open("<h1>Chronology</h1>" + table(120));

        @Test
        void says_its_title_language_subject_and_time() throws IOException {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("en-GB");
            var information = document.getDocumentInformation();
            assertThat(information.getTitle()).isEqualTo("Chronology <of> case K7Q2");
            assertThat(information.getSubject()).isEqualTo("Official record & chronology");
            assertThat(information.getCreationDate().toInstant()).isEqualTo(MADE);
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            String metadata =
                    new String(
                            catalog.getMetadata().toByteArray(),
                            java.nio.charset.StandardCharsets.UTF_8);
            assertThat(metadata).contains("pdfuaid:part");
        }

        @Test
        void numbers_its_pages_and_repeats_its_header() throws IOException {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(2);
            for (int page = 1; page <= pages; page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document))
                        .contains("Page " + page + " of " + pages)
                        .contains("Confidential – Larkmead & Co")
                        .contains("Ledger head 4f2a")
                        .contains("When");
            }
            assertThat(text(document)).contains("Entry number 0,", "Entry number 119,");
        }

        @Test
        void is_tagged() {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(tags(document)).contains("H1", "Table", "TR", "TH", "TD");
        }

        @Test
        void embeds_every_font() throws IOException {
            Set<String> names = new HashSet<>();
            for (PDPage page : document.getPages())
                for (COSName name : page.getResources().getFontNames()) {
                    var font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    names.add(font.getName().replaceFirst("^[A-Z]{6}\\+", ""));
                }
            assertThat(names)
                    .contains("LiberationSans", "LiberationSans-Bold", "LiberationSans-Italic");
        }
    }

    /// Kept for a look by eye; nothing is asserted but that it can be drawn.
    @Test
    void can_be_looked_at() throws IOException {
        String body =
                "<h1>Chronology of case K7Q2</h1><p class=\"marking\">Official – sensitive</p>"
                        + "<table class=\"facts\"><tbody><tr><th scope=\"row\">Opened</th><td>2 March 2026</td></tr>"
                        + "<tr><th scope=\"row\">Category</th><td>Something else</td></tr></tbody></table>"
                        + "<h2>In the child’s own words</h2><p class=\"own-words\">It came on by itself.</p>"
                        + "<h2>Events</h2>"
                        + table(60)
                        + "<h2>Counts</h2><table><caption>By area of risk</caption><thead><tr><th scope=\"col\">Area</th>"
                        + "<th scope=\"col\" class=\"number\">Autumn</th><th scope=\"col\" class=\"number\">Year</th></tr></thead>"
                        + "<tbody><tr><th scope=\"row\">Content 王</th><td class=\"number withheld\">not shown</td>"
                        + "<td class=\"number\">21</td></tr><tr class=\"total\"><th scope=\"row\">All</th>"
                        + "<td class=\"number\">14</td><td class=\"number\">40</td></tr></tbody></table>";
        Path file = Path.of("target", "print-sample.pdf");
        Files.write(file, Pdf.render(page(body), MADE));
        assertThat(file).isNotEmptyFile();
    }

    @Test
    void the_same_page_gives_the_same_bytes() throws Exception {
        String page = page("<h1>Chronology</h1>" + table(30));
        byte[] once = Pdf.render(page, MADE);
        Thread.sleep(1100);
        assertThat(Pdf.render(page, MADE)).isEqualTo(once);
        assertThat(Pdf.render(page, MADE.plusSeconds(60))).isNotEqualTo(once);
    }

    @Nested
    class Hostile_text {

        @Test
        void keeps_names_in_latin_greek_and_cyrillic() throws IOException {
            String names = "Zoë Łukasz Đặng Ştefan Çağla Þóra Ŵyn Ελένη Ольга";
            try (PDDocument document = open("<p>" + names + "</p>")) {
                assertThat(text(document)).contains(names);
            }
        }

        @Test
        void shows_a_box_for_a_letter_that_no_font_has() throws IOException {
            try (PDDocument document = open("<p>Name: 王 and অ and 👩 end</p>")) {
                assertThat(text(document)).contains("Name: \u25A1 and").contains("end");
            }
        }

        @Test
        void cannot_turn_a_line_around_or_hide_a_control() throws IOException {
            try (PDDocument document =
                    open("<p>safe \u202Etxt.exe \u0007 \u2066x\u2069 \uFFFF end</p>")) {
                assertThat(text(document))
                        .contains(
                                "[U+202E]txt.exe",
                                "[U+0007]",
                                "[U+2066]x[U+2069]",
                                "[U+FFFF]",
                                "end");
            }
        }

        @Test
        void may_have_lone_halves_of_characters() throws IOException {
            try (PDDocument document = open("<p>a\uD83D b\uDC00 c</p>")) {
                assertThat(text(document)).contains("[U+D83D]", "[U+DC00]");
            }
        }

        @Test
        void may_be_a_hundred_thousand_characters_long() throws IOException {
            String story = "He said it again and again. ".repeat(3600);
            try (PDDocument document = open("<p class=\"narrative\">" + story + "FINIS</p>")) {
                assertThat(document.getNumberOfPages()).isGreaterThan(10);
                assertThat(text(document)).contains("FINIS");
            }
        }

        @Test
        void may_be_long_in_a_table_cell() throws IOException {
            String story = "He said it again and again. ".repeat(1000);
            try (PDDocument document =
                    open(
                            "<table><tr class=\"long\"><td>One</td><td class=\"narrative\">"
                                    + story
                                    + "FINIS</td></tr></table>")) {
                assertThat(text(document)).contains("FINIS");
            }
        }

        @Test
        void breaks_a_very_long_word_within_the_page() throws IOException {
            try (PDDocument document =
                    open("<p class=\"narrative\">" + "W".repeat(5000) + "</p>")) {
                long letters = text(document).chars().filter(c -> c == 'W').count();
                assertThat(letters).isEqualTo(5000);
                var outside = new ArrayList<Float>();
                var stripper =
                        new PDFTextStripper() {
                            @Override
                            protected void processTextPosition(
                                    org.apache.pdfbox.text.TextPosition position) {
                                if (position.getXDirAdj() + position.getWidthDirAdj() > 595)
                                    outside.add(position.getXDirAdj());
                            }
                        };
                stripper.getText(document);
                assertThat(outside).isEmpty();
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://127.0.0.1:%d/x.png",
                    "file:///etc/passwd",
                    "jar:file:///x.jar!/y",
                    "data:image/png;base64,AAAA",
                    "//127.0.0.1/x"
                })
        void fetches_nothing(String address) throws IOException {
            try (var server = new java.net.ServerSocket(0)) {
                server.setSoTimeout(300);
                String url = address.formatted(server.getLocalPort());
                String body =
                        "<p>before</p><img src=\""
                                + url
                                + "\" alt=\"x\"/>"
                                + "<link rel=\"stylesheet\" href=\""
                                + url
                                + "\"/>"
                                + "<div style=\"background: url('"
                                + url
                                + "')\">after</div>"
                                + "<object data=\""
                                + url
                                + "\" type=\"application/pdf\"></object>"
                                + "<style>@import url('"
                                + url
                                + "'); @font-face { font-family: z; src: url('"
                                + url
                                + "') }</style>";
                try (PDDocument document = open(body)) {
                    assertThat(text(document)).contains("before", "after").doesNotContain("root:");
                }
                assertThat(accepts(server)).isFalse();
            }
        }

        @Test
        void does_not_read_files_by_entities() {
            String page =
                    "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                            + page("<p>&x;</p>");
            assertThatCode(
                            () -> {
                                byte[] pdf = Pdf.render(page, MADE);
                                try (PDDocument document = Loader.loadPDF(pdf)) {
                                    String host =
                                            Files.readString(Path.of("/etc/hostname")).strip();
                                    if (text(document).contains(host))
                                        throw new AssertionError("an entity was read");
                                }
                            })
                    .satisfies(thrown -> {
                        if (thrown instanceof AssertionError) throw (AssertionError) thrown;
                    });
        }

        private static boolean accepts(java.net.ServerSocket server) throws IOException {
            try {
                server.accept().close();
                return true;
            } catch (java.net.SocketTimeoutException _) {
                return false;
            }
        }
    }

    private static List<String> tags(PDDocument document) {
        var tags = new ArrayList<String>();
        collect(document.getDocumentCatalog().getStructureTreeRoot(), tags);
        return tags;
    }

    private static void collect(PDStructureNode node, List<String> tags) {
        for (Object kid : node.getKids())
            if (kid instanceof PDStructureElement element) {
                tags.add(element.getStructureType());
                collect(element, tags);
            }
    }
}
