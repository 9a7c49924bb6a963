// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/// Reads a document back.
public final class PaperText {

    private PaperText() {}

    public static String of(byte[] pdf) {
        return read(
                pdf,
                document -> {
                    try {
                        return new PDFTextStripper().getText(document);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    public static boolean tagged(byte[] pdf) {
        return read(
                pdf,
                document ->
                        document.getDocumentCatalog().getMarkInfo() != null
                                && document.getDocumentCatalog().getMarkInfo().isMarked()
                                && document.getDocumentCatalog().getStructureTreeRoot() != null);
    }

    /// Keeps a picture of every page in `target/screenshots`.
    public static void pictures(byte[] pdf, String name) {
        read(
                pdf,
                document -> {
                    try {
                        Files.createDirectories(Path.of("target", "screenshots"));
                        for (int page = 0; page < document.getNumberOfPages(); page++) {
                            var picture = new PDFRenderer(document).renderImageWithDPI(page, 70);
                            var file =
                                    Path.of(
                                            "target",
                                            "screenshots",
                                            name + "-" + (page + 1) + ".png");
                            ImageIO.write(picture, "png", file.toFile());
                        }
                        return document.getNumberOfPages();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static <T> T read(byte[] pdf, Function<PDDocument, T> look) {
        try (var document = Loader.loadPDF(pdf)) {
            return look.apply(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
