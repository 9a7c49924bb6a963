// SPDX-License-Identifier: Apache-2.0
package school.lanyard.exhibits;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Draws a picture anew, which leaves behind whatever was hidden in its file: the place, the
/// camera, a thumbnail of before it was cropped. It asks how large a picture says it is before it
/// opens one, and opens one at a time.
public sealed interface Redrawing {

    /// The most dots that are opened at full size: some 200 MB.
    long MOST_DOTS = 30_000_000;

    /// The most dots that are looked at for a small picture, of which few are kept.
    long MOST_SAMPLED = 120_000_000;

    /// A picture can be sent in many layers, each as much work as a whole one.
    int MOST_LAYERS = 60;

    int SMALL_SIDE = 1_200;

    /// The picture as it was drawn.
    ///
    /// @param kind JPEG where there was a JPEG, else PNG
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Drawn(byte[] content, FileKind kind) implements Redrawing {}

    /// It is not drawn.
    ///
    /// @param why in plain words
    record Refused(String why) implements Redrawing {}

    String TOO_LARGE =
            "This picture is too large to be drawn anew here. You can still download the original.";
    String UNREADABLE =
            "This picture cannot be drawn anew here. You can still download the original.";

    /// The same picture at the same size, without what was hidden in its file.
    static Redrawing clean(byte[] content, FileKind kind) {
        return draw(content, kind, MOST_DOTS, Integer.MAX_VALUE);
    }

    /// A small picture for the screen.
    static Redrawing small(byte[] content, FileKind kind) {
        return draw(content, kind, MOST_SAMPLED, SMALL_SIDE);
    }

    private static Redrawing draw(byte[] content, FileKind kind, long mostDots, int side) {
        if (!kind.isRedrawn() || layers(content, kind) > MOST_LAYERS) {
            return new Refused(UNREADABLE);
        }
        OneAtATime.GATE.acquireUninterruptibly();
        var reader = ImageIO.getImageReadersByMIMEType(kind.mediaType()).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(in, true, true);
            if ((long) reader.getWidth(0) * reader.getHeight(0) > mostDots) {
                return new Refused(TOO_LARGE);
            }
            var turned = kind == FileKind.JPEG ? Orientation.of(content) : 1;
            return encoded(upright(sampled(reader, side), turned, kind), kind);
        } catch (IOException | RuntimeException broken) {
            return new Refused(UNREADABLE);
        } finally {
            reader.dispose();
            OneAtATime.GATE.release();
        }
    }

    /// The gate that keeps two large pictures from being open at once.
    final class OneAtATime {
        private static final Semaphore GATE = new Semaphore(1, true);

        private OneAtATime() {}
    }

    private static BufferedImage sampled(ImageReader reader, int side) throws IOException {
        var longest = Math.max(reader.getWidth(0), reader.getHeight(0));
        var step = Math.max(1, (longest + side - 1) / side);
        var how = reader.getDefaultReadParam();
        how.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, how);
    }

    private static BufferedImage upright(BufferedImage from, int turned, FileKind kind) {
        var swapped = Orientation.swapsSides(turned);
        var width = swapped ? from.getHeight() : from.getWidth();
        var height = swapped ? from.getWidth() : from.getHeight();
        var flat = kind == FileKind.JPEG || !from.getColorModel().hasAlpha();
        var to =
                new BufferedImage(
                        width,
                        height,
                        flat ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        var pen = to.createGraphics();
        try {
            if (flat) {
                pen.setColor(Color.WHITE);
                pen.fillRect(0, 0, width, height);
            }
            pen.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION,
                    RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
            pen.drawImage(
                    from, Orientation.upright(turned, from.getWidth(), from.getHeight()), null);
        } finally {
            pen.dispose();
        }
        return to;
    }

    private static Redrawing encoded(BufferedImage picture, FileKind from) throws IOException {
        var kind = from == FileKind.JPEG ? FileKind.JPEG : FileKind.PNG;
        var writer = ImageIO.getImageWritersByMIMEType(kind.mediaType()).next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            var how = writer.getDefaultWriteParam();
            if (kind == FileKind.JPEG) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(0.92f);
            }
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return new Drawn(bytes.toByteArray(), kind);
    }

    /// How many layers a JPEG says it has.
    private static int layers(byte[] content, FileKind kind) {
        int layers = 0;
        for (int i = 0; kind == FileKind.JPEG && i + 1 < content.length; i++) {
            if ((content[i] & 0xFF) == 0xFF && (content[i + 1] & 0xFF) == 0xDA) {
                layers++;
            }
        }
        return layers;
    }
}
