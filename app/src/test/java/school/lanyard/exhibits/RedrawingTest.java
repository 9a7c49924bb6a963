// SPDX-License-Identifier: Apache-2.0
package school.lanyard.exhibits;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedrawingTest {

    @Test
    void a_clean_copy_has_the_picture_and_not_the_place() throws IOException {
        var original = Picture.taken(40, 20, 1);
        assertThat(text(original)).contains("Shed behind the house");
        var drawn = drawn(Redrawing.clean(original, FileKind.JPEG));
        assertThat(text(drawn.content())).doesNotContain("Shed", "Exif");
        assertThat(drawn.kind()).isEqualTo(FileKind.JPEG);
        var picture = picture(drawn);
        assertThat(picture.getWidth()).isEqualTo(40);
        assertThat(isRed(picture, 20, 2)).isTrue();
        assertThat(isRed(picture, 20, 17)).isFalse();
    }

    /// Where the red upper half of the file stands once the picture is upright.
    @ParameterizedTest
    @CsvSource({
        "3, 20, 17, 40",
        "4, 20, 17, 40",
        "5, 2, 20, 20",
        "6, 17, 20, 20",
        "7, 17, 20, 20",
        "8, 2, 20, 20"
    })
    void is_turned_upright(int orientation, int redX, int redY, int width) throws IOException {
        var picture =
                picture(drawn(Redrawing.clean(Picture.taken(40, 20, orientation), FileKind.JPEG)));
        assertThat(picture.getWidth()).isEqualTo(width);
        assertThat(isRed(picture, redX, redY)).isTrue();
        assertThat(isRed(picture, width - 1 - redX, picture.getHeight() - 1 - redY))
                .as("the other end")
                .isEqualTo(false);
    }

    @Test
    void a_small_picture_is_no_longer_than_a_screen() throws IOException {
        var picture = picture(drawn(Redrawing.small(Picture.of("png", 5_000, 800), FileKind.PNG)));
        assertThat(picture.getWidth()).isBetween(900, Redrawing.SMALL_SIDE);
    }

    @Test
    void a_picture_that_says_it_is_huge_is_not_opened() {
        var bomb = Picture.claiming(60_000, 60_000);
        assertThat(bomb).hasSizeLessThan(200);
        assertThat(Redrawing.clean(bomb, FileKind.PNG))
                .isEqualTo(new Redrawing.Refused(Redrawing.TOO_LARGE));
        assertThat(Redrawing.small(bomb, FileKind.PNG))
                .isEqualTo(new Redrawing.Refused(Redrawing.TOO_LARGE));
    }

    /// The text would unpack to 200 MB; drawing the one dot may cost a few.
    @Test
    void what_is_packed_beside_the_picture_is_never_unpacked() {
        var bomb = Picture.bomb(200_000_000);
        var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = thread.getCurrentThreadAllocatedBytes();
        assertThat(Redrawing.small(bomb, FileKind.PNG)).isInstanceOf(Redrawing.Drawn.class);
        assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(50_000_000);
    }

    @Test
    void a_broken_picture_is_refused() {
        var cut = Arrays.copyOf(Picture.of("png", 100, 100), 60);
        assertThat(Redrawing.small(cut, FileKind.PNG))
                .isEqualTo(new Redrawing.Refused(Redrawing.UNREADABLE));
        assertThat(Redrawing.small(new byte[] {1, 2, 3}, FileKind.PDF))
                .isEqualTo(new Redrawing.Refused(Redrawing.UNREADABLE));
    }

    @Test
    void a_picture_in_endless_layers_is_refused() {
        var layers = new byte[300];
        for (int i = 0; i < layers.length; i += 2) {
            layers[i] = (byte) 0xFF;
            layers[i + 1] = (byte) 0xDA;
        }
        assertThat(Redrawing.small(layers, FileKind.JPEG))
                .isEqualTo(new Redrawing.Refused(Redrawing.UNREADABLE));
    }

    private static Redrawing.Drawn drawn(Redrawing redrawing) {
        return (Redrawing.Drawn) redrawing;
    }

    private static BufferedImage picture(Redrawing.Drawn drawn) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(drawn.content()));
    }

    private static boolean isRed(BufferedImage picture, int x, int y) {
        int rgb = picture.getRGB(x, y);
        return (rgb >> 16 & 0xFF) > (rgb & 0xFF);
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }
}
