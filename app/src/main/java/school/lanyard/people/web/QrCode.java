// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import java.nio.charset.StandardCharsets;

/// A QR code as a drawing that needs no script and no styles.
final class QrCode {

    private QrCode() {}

    static byte[] svg(String text) {
        try {
            var squares = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0);
            var path = new StringBuilder();
            for (int y = 0; y < squares.getHeight(); y++) {
                for (int x = 0; x < squares.getWidth(); x++) {
                    if (squares.get(x, y)) {
                        path.append("M%d %dh1v1h-1z".formatted(x, y));
                    }
                }
            }
            return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" shape-rendering="crispEdges">\
            <path fill="#fff" d="M0 0h%dv%dH0z"/><path d="%s"/></svg>
            """
                    .formatted(
                            squares.getWidth(),
                            squares.getHeight(),
                            squares.getWidth(),
                            squares.getHeight(),
                            path)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (WriterException e) {
            throw new IllegalStateException("a QR code could not be drawn", e);
        }
    }
}
