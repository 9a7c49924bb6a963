// SPDX-License-Identifier: Apache-2.0
package school.lanyard.exhibits;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/// Pictures for tests, good and bad.
public final class Picture {

    private Picture() {}

    /// Red above, blue below.
    public static byte[] of(String format, int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width, height / 2);
        pen.setColor(Color.BLUE);
        pen.fillRect(0, height / 2, width, height);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// A JPEG held on its side, with the place where it was taken.
    public static byte[] taken(int width, int height, int orientation) {
        var jpeg = of("jpg", width, height);
        var place = "51.5034 N 0.1276 W, Shed behind the house".getBytes(StandardCharsets.UTF_8);
        var exif = ByteBuffer.allocate(26 + place.length);
        exif.put("MM".getBytes(StandardCharsets.UTF_8)).putShort((short) 42).putInt(8);
        exif.putShort((short) 1);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0);
        exif.put(place);
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1});
        out.writeBytes(ByteBuffer.allocate(2).putShort((short) (8 + exif.capacity())).array());
        out.writeBytes("Exif\0\0".getBytes(StandardCharsets.UTF_8));
        out.writeBytes(exif.array());
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    /// A PNG that says it has any size, and has nothing in it.
    public static byte[] claiming(int width, int height) {
        var head = ByteBuffer.allocate(13).putInt(width).putInt(height);
        head.put(new byte[] {8, 2, 0, 0, 0});
        return png(chunk("IHDR", head.array()), chunk("IDAT", deflated(1)), chunk("IEND"));
    }

    /// A small PNG with a text in it that unpacks to very much.
    public static byte[] bomb(int unpacked) {
        var head = ByteBuffer.allocate(13).putInt(1).putInt(1).put(new byte[] {8, 2, 0, 0, 0});
        var text = new ByteArrayOutputStream();
        text.writeBytes("Comment\0\0".getBytes(StandardCharsets.ISO_8859_1));
        text.writeBytes(deflated(unpacked));
        return png(
                chunk("IHDR", head.array()),
                chunk("zTXt", text.toByteArray()),
                chunk("IDAT", deflated(4)),
                chunk("IEND"));
    }

    private static byte[] png(byte[]... chunks) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A});
        for (var chunk : chunks) {
            out.writeBytes(chunk);
        }
        return out.toByteArray();
    }

    private static byte[] chunk(String name, byte... content) {
        var body = ByteBuffer.allocate(4 + content.length);
        body.put(name.getBytes(StandardCharsets.ISO_8859_1)).put(content);
        var sum = new CRC32();
        sum.update(body.array());
        return ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(body.array())
                .putInt((int) sum.getValue())
                .array();
    }

    private static byte[] deflated(int zeros) {
        var deflater = new Deflater();
        deflater.setInput(new byte[zeros]);
        deflater.finish();
        var out = new ByteArrayOutputStream();
        var piece = new byte[8_192];
        while (!deflater.finished()) {
            out.write(piece, 0, deflater.deflate(piece));
        }
        deflater.end();
        return out.toByteArray();
    }
}
