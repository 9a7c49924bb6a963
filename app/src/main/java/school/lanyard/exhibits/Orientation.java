// SPDX-License-Identifier: Apache-2.0
package school.lanyard.exhibits;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Which way up a camera held a picture, as a JPEG says it. A picture that is drawn anew loses that
/// note, so it has to be turned first.
final class Orientation {

    private static final int UPRIGHT = 1;
    private static final int TAG = 0x0112;
    private static final int SHORT = 3;

    private Orientation() {}

    /// From 1 (upright) to 8; 1 where nothing, or nothing sensible, is said.
    static int of(byte[] jpeg) {
        try {
            return inSegments(ByteBuffer.wrap(jpeg));
        } catch (IndexOutOfBoundsException cutShort) {
            return UPRIGHT;
        }
    }

    private static int inSegments(ByteBuffer jpeg) {
        int at = 2;
        while ((jpeg.get(at) & 0xFF) == 0xFF) {
            int marker = jpeg.get(at + 1) & 0xFF;
            int length = jpeg.getShort(at + 2) & 0xFFFF;
            if (marker == 0xE1
                    && jpeg.getInt(at + 4) == 0x45786966 // "Exif"
                    && jpeg.getShort(at + 8) == 0) {
                return inDirectory(jpeg.slice(at + 10, length - 8));
            }
            if (marker == 0xDA || length < 2) {
                break;
            }
            at += 2 + length;
        }
        return UPRIGHT;
    }

    private static int inDirectory(ByteBuffer exif) {
        exif.order(exif.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = exif.getInt(4);
        int entries = exif.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * 12;
            if ((exif.getShort(entry) & 0xFFFF) == TAG && exif.getShort(entry + 2) == SHORT) {
                int value = exif.getShort(entry + 8);
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    static boolean swapsSides(int orientation) {
        return orientation >= 5;
    }

    /// How to turn a picture of this size upright.
    static AffineTransform upright(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
