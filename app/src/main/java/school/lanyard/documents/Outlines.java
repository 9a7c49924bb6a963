// SPDX-License-Identifier: Apache-2.0
package school.lanyard.documents;

import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// Draws words as the outlines of their letters: a picture in a PDF then needs no font of the
/// machine, and a server without any draws it the same.
final class Outlines implements Lettering {

    static final Outlines IT = new Outlines();

    private final Map<String, TrueTypeFont> fonts = new ConcurrentHashMap<>();

    private Outlines() {}

    /// PDF takes the name of a picture from here.
    @Override
    public String nameAttribute() {
        return "alt";
    }

    @Override
    public String write(
            String text,
            double x,
            double y,
            double size,
            boolean bold,
            boolean middle,
            String colour) {
        var font = font(bold ? "Bold" : "Regular");
        try {
            double scale = size / font.getUnitsPerEm();
            double from = middle ? x - width(font, text) * scale / 2 : x;
            var path = path(font, text, new AffineTransform(scale, 0, 0, -scale, from, y));
            return path.isEmpty() ? "" : "<path d=\"%s\" fill=\"%s\"/>".formatted(path, colour);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static double width(TrueTypeFont font, String text) throws IOException {
        double width = 0;
        for (int glyph : glyphs(font, text)) {
            width += font.getAdvanceWidth(glyph);
        }
        return width;
    }

    private static int[] glyphs(TrueTypeFont font, String text) throws IOException {
        var map = font.getUnicodeCmapLookup();
        return text.codePoints().map(map::getGlyphId).toArray();
    }

    private static String path(TrueTypeFont font, String text, AffineTransform place)
            throws IOException {
        var path = new StringBuilder();
        double along = 0;
        for (int glyph : glyphs(font, text)) {
            var data = font.getGlyph().getGlyph(glyph);
            if (data != null) {
                var at = new AffineTransform(place);
                at.translate(along, 0);
                add(data.getPath().getPathIterator(at), path);
            }
            along += font.getAdvanceWidth(glyph);
        }
        return path.toString();
    }

    private static void add(PathIterator outline, StringBuilder path) {
        var points = new double[6];
        for (; !outline.isDone(); outline.next()) {
            switch (outline.currentSegment(points)) {
                case PathIterator.SEG_MOVETO -> add(path, 'M', points, 2);
                case PathIterator.SEG_LINETO -> add(path, 'L', points, 2);
                case PathIterator.SEG_QUADTO -> add(path, 'Q', points, 4);
                case PathIterator.SEG_CUBICTO -> add(path, 'C', points, 6);
                default -> path.append('Z');
            }
        }
    }

    private static void add(StringBuilder path, char letter, double[] points, int many) {
        path.append(letter);
        for (int i = 0; i < many; i++) {
            path.append(i == 0 ? "" : " ").append(Math.round(points[i] * 100) / 100.0);
        }
    }

    private TrueTypeFont font(String cut) {
        return fonts.computeIfAbsent(
                cut,
                _ -> {
                    try (InputStream in =
                            Outlines.class.getResourceAsStream(
                                    "/liberation/LiberationSans-" + cut + ".ttf")) {
                        if (in == null) {
                            throw new IllegalStateException("no typeface " + cut);
                        }
                        return new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
                    } catch (IOException unreadable) {
                        throw new UncheckedIOException(unreadable);
                    }
                });
    }
}
