// SPDX-License-Identifier: Apache-2.0
package school.lanyard.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import school.lanyard.core.pack.Loaded;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.pack.Packs;

/// The policy and its papers, printed without a server.
class PapersTest {

    private static final Instant MADE = Instant.parse("2026-11-27T09:00:00Z");
    private static final Printer PRINTER = Printer.compiled();
    private static final Standing SIGNED =
            new Standing(
                    "Willow Bank Test School",
                    new Standing.Approval("Full governing body", LocalDate.of(2026, 9, 14)),
                    new Standing.Signature(
                            "Colin Hale", "Chair of governors", LocalDate.of(2026, 9, 15)),
                    LocalDate.of(2026, 10, 1));

    private static Pack pack(String key) {
        return ((Loaded.Sound) Packs.in(Path.of("..", "packs")).load(key)).pack();
    }

    private static PDDocument open(byte[] pdf, String name) throws IOException {
        var kept = Path.of("target", "papers", name + ".pdf");
        Files.createDirectories(kept.getParent());
        Files.write(kept, pdf);
        return Loader.loadPDF(pdf);
    }

    private static String text(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"boughton-leigh", "balfour", "starter"})
    void the_document_has_every_clause_once_and_is_whole_in_itself(String key) {
        var pack = pack(key);
        var papers = new Papers(pack, SIGNED);
        var file = PRINTER.file(papers, papers.document());
        var text = file.replaceAll("(?s)<style>.*?</style>", "").replaceAll("<[^>]*>", " ");
        for (var id : pack.clauses().keySet()) {
            assertThat(Pattern.compile("\\b" + id + "\\b").matcher(text).results().count())
                    .as(id)
                    .isEqualTo(1);
        }
        assertThat(file)
                .startsWith("<!DOCTYPE html>")
                .contains("<title>Online safety policy – Willow Bank Test School</title>")
                .doesNotContain("<script", "<link", "href=\"/", "src=");
    }

    @Test
    void each_cell_of_a_table_says_the_answer_in_words_and_belongs_to_its_headings() {
        var papers = new Papers(pack("boughton-leigh"), SIGNED);
        var body = PRINTER.body(papers.document(), Medium.SITE);
        assertThat(body)
                .contains(
                        "<caption>Activities</caption>",
                        "<th scope=\"col\">Staff and other adults</th>")
                .contains("<th scope=\"row\">Online gaming</th>");
        var cells =
                Pattern.compile(
                                "doc-answer--([a-z-]+)\".*?<strong class=\"doc-answer__word\">([^<]+)<")
                        .matcher(body)
                        .results()
                        .toList();
        assertThat(cells).hasSizeGreaterThan(150);
        assertThat(cells)
                .allSatisfy(cell ->
                        assertThat(cell.group(2).toLowerCase(java.util.Locale.UK).replace(' ', '-'))
                                .isEqualTo(cell.group(1)));
    }

    @Test
    void the_title_says_who_approved_and_signed_it_and_a_draft_says_that_nobody_did() {
        var pack = pack("starter");
        assertThat(PRINTER.body(new Papers(pack, SIGNED).document(), Medium.SITE))
                .contains("Full governing body, 14 September 2026")
                .contains("Colin Hale, Chair of governors, 15 September 2026")
                .contains("1 October 2026")
                .doesNotContain("Draft");
        assertThat(PRINTER.body(new Papers(pack, Standing.draft("")).document(), Medium.FILE))
                .contains("Draft, not approved", "Not in force");
    }

    @Test
    void the_document_as_pdf_is_tagged_titled_and_whole() throws IOException {
        var pack = pack("boughton-leigh");
        var papers = new Papers(pack, SIGNED);
        try (var document = open(PRINTER.pdf(papers, papers.document(), MADE), "policy")) {
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo("Online safety policy – Willow Bank Test School");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(tags(document))
                    .contains("H1", "H2", "H3", "Table", "TH", "TD", "Figure", "L");
            var text = text(document);
            assertThat(pack.headings().values())
                    .allSatisfy(heading -> assertThat(text).contains(heading.title()));
            assertThat(text).contains("BL-001", "Page 1 of", "Approved Full governing body");
            assertThat(text).doesNotContain("\u25A1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"boughton-leigh", "balfour", "starter"})
    void posters_and_agreements_are_one_sheet_each_and_a_flowchart_at_most_two(String key)
            throws IOException {
        var papers = new Papers(pack(key), SIGNED);
        var sheets =
                papers.all().stream().filter(paper -> paper.kind() != Paper.Kind.DOCUMENT).toList();
        assertThat(sheets)
                .extracting(Paper::kind)
                .contains(Paper.Kind.POSTER, Paper.Kind.FLOWCHART, Paper.Kind.AGREEMENT);
        var long_ones = new ArrayList<String>();
        for (var sheet : sheets) {
            var name = key + "-" + sheet.address().replace('/', '-');
            try (var document = open(PRINTER.pdf(papers, sheet, MADE), name)) {
                int most = sheet.kind() == Paper.Kind.FLOWCHART ? 2 : 1;
                if (document.getNumberOfPages() > most) {
                    long_ones.add(name + " has " + document.getNumberOfPages() + " pages");
                }
                assertThat(text(document)).as(name).contains("Willow Bank Test School");
            }
        }
        assertThat(long_ones).isEmpty();
    }

    @Test
    void an_agreement_shows_the_words_that_its_mark_is_made_of() {
        var pack = pack("boughton-leigh");
        var agreement = pack.agreements().get("staff");
        var paper = new Papers(pack, SIGNED).at("agreements/staff").orElseThrow();
        var text =
                PRINTER.body(paper, Medium.SITE).replaceAll("<[^>]*>", " ").replace("&#39;", "'");
        assertThat(agreement.text().lines().map(line -> line.replaceFirst("^- ", "")))
                .allSatisfy(line -> assertThat(text).contains(line));
        assertThat(text).contains("Mark of this text: " + agreement.hash().substring(0, 12));
    }

    private static List<String> tags(PDDocument document) {
        var tags = new ArrayList<String>();
        collect(document.getDocumentCatalog().getStructureTreeRoot(), tags);
        return tags;
    }

    private static void collect(PDStructureNode node, List<String> tags) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                tags.add(element.getStructureType());
                collect(element, tags);
            }
        }
    }
}
