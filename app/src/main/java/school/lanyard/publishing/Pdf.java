// SPDX-License-Identifier: Apache-2.0
package school.lanyard.publishing;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.GregorianCalendar;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import school.lanyard.core.digest.Sha256;

/// Renders a print page (well-formed XHTML from our own templates) as a tagged PDF.
///
/// Fonts are embedded, nothing is ever fetched, and the same page with the same time gives the same
/// bytes. Title, language and subject come from the page itself.
public final class Pdf {

    private static final String STYLE = asset("print.css");

    static {
        XRLog.setLoggingEnabled(false);
    }

    private Pdf() {}

    /// Renders a page.
    ///
    /// @param xhtml a whole document, as the print layout writes it
    /// @param made the time to be written into the file as the time of its making
    public static byte[] render(String xhtml, Instant made) {
        String page = withStyle(PrintText.safe(xhtml));
        try (PdfBoxRenderer renderer = renderer(page)) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            fix(document, page, made);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes, CompressParameters.DEFAULT_COMPRESSION);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PdfBoxRenderer renderer(String page) {
        var builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.usePdfVersion(1.7f);
        builder.withProducer("Lanyard");
        builder.useReplacementText("\u25A1");
        builder.useSVGDrawer(new BatikSVGDrawer());
        builder.useUriResolver((_, _) -> null);
        for (var priority : ExternalResourceControlPriority.values())
            builder.useExternalResourceAccessControl((_, _) -> false, priority);
        font(builder, "Regular", 400, FontStyle.NORMAL);
        font(builder, "Bold", 700, FontStyle.NORMAL);
        font(builder, "Italic", 400, FontStyle.ITALIC);
        font(builder, "BoldItalic", 700, FontStyle.ITALIC);
        builder.withHtmlContent(page, null);
        return builder.buildPdfRenderer();
    }

    private static void font(PdfRendererBuilder builder, String cut, int weight, FontStyle style) {
        builder.useFont(() -> PrintFont.cut(cut), "Lanyard Print", weight, style, true);
    }

    /// What every print page has comes first, so that a page can say otherwise.
    private static String withStyle(String page) {
        int head = page.indexOf("<head>");
        if (head < 0) throw new IllegalArgumentException("a print page needs a head");
        int inside = head + "<head>".length();
        return page.substring(0, inside) + "<style>" + STYLE + "</style>" + page.substring(inside);
    }

    /// The time and the identifier would otherwise be taken from the clock.
    private static void fix(PDDocument document, String page, Instant made) throws IOException {
        var time =
                GregorianCalendar.from(made.truncatedTo(ChronoUnit.SECONDS).atZone(ZoneOffset.UTC));
        PDDocumentInformation information = document.getDocumentInformation();
        information.setCreationDate(time);
        information.setModificationDate(time);
        var id = new COSString(Arrays.copyOf(Sha256.of(page + made), 16));
        var ids = new COSArray();
        ids.add(id);
        ids.add(id);
        document.getDocument().setDocumentID(ids);
        document.getDocument().getTrailer().setItem(COSName.ID, ids);
    }

    private static String asset(String name) {
        try (InputStream in = Pdf.class.getResourceAsStream("/school/lanyard/publishing/" + name)) {
            if (in == null) throw new IllegalStateException("not on the class path: " + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
