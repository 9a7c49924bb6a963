// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import java.nio.charset.StandardCharsets;

/// A QR code as a drawing that needs no script and no styles.
public final class QrCode {

    private QrCode() {}

    /// As a picture of its own.
    public static byte[] svg(String text) {
        return drawing(text, "xmlns=\"http://www.w3.org/2000/svg\"")
                .getBytes(StandardCharsets.UTF_8);
    }

    /// To stand in a printed page, named for whoever reads it aloud.
    ///
    /// @param name plain words, without marks that mean something in XML
    public static String printed(String text, String name) {
        return drawing(
                text,
                "xmlns=\"http://www.w3.org/2000/svg\" width=\"180\" height=\"180\" alt=\"%s\""
                        .formatted(name));
    }

    private static String drawing(String text, String attributes) {
        try {
            var squares = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0);
            int width = squares.getWidth();
            int height = squares.getHeight();
            var path = new StringBuilder();
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    if (squares.get(x, y)) {
                        path.append("M%d %dh1v1h-1z".formatted(x, y));
                    }
                }
            }
            return """
            <svg %s viewBox="0 0 %d %d" shape-rendering="crispEdges">\
            <path fill="#fff" d="M0 0h%dv%dH0z"/><path d="%s"/></svg>
            """
                    .formatted(attributes, width, height, width, height, path);
        } catch (WriterException e) {
            throw new IllegalStateException("a QR code could not be drawn", e);
        }
    }
}
