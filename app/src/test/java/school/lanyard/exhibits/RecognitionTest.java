// SPDX-License-Identifier: Apache-2.0
package school.lanyard.exhibits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecognitionTest {

    @ParameterizedTest
    @CsvSource({
        "JPEG, FFD8FFE000104A46",
        "PNG, 89504E470D0A1A0A",
        "GIF, 474946383961",
        "WEBP, 524946460000000057454250",
        "WAV, 524946460000000057415645",
        "PDF, 255044462D312E37",
        "HEIC, 000000186674797068656963",
        "QUICKTIME, 000000146674797071742020",
        "M4A, 00000020667479704D344120",
        "MP4, 000000206674797069736F6D",
        "MP3, 49443304000000",
        "MP3, FFFB9064",
        "OGG, 4F67675300",
        "TEXT, 68C3A9206E6F0A"
    })
    void tells_a_kind_by_its_first_bytes(FileKind kind, String hex) {
        assertThat(Recognition.of(bytes(hex))).isEqualTo(new Recognition.Known(kind));
    }

    @ParameterizedTest
    @CsvSource({
        "a program, 4D5A90000300000004000000FFFF",
        "a program of another kind, 7F454C46020101",
        "an old office document, D0CF11E0A1B11AE1",
        "a packed archive, 377ABCAF271C",
        "nothing but a promise, 52494646000000004142",
        "text that is none, 68FFFE00"
    })
    void refuses(String what, String hex) {
        assertThat(Recognition.of(bytes(hex))).as(what).isInstanceOf(Recognition.Refused.class);
    }

    @Test
    void refuses_a_zip_whatever_it_would_unpack_to() throws IOException {
        var zip = zip("bomb.txt", new byte[50_000_000]);
        assertThat(zip).hasSizeLessThan(60_000);
        assertThat(Recognition.of(zip))
                .isInstanceOfSatisfying(
                        Recognition.Refused.class,
                        refused -> assertThat(refused.why()).contains("one by one"));
    }

    @Test
    void takes_an_office_document_without_unpacking_it() throws IOException {
        assertThat(Recognition.of(zip("[Content_Types].xml", "word/document.xml")))
                .isEqualTo(new Recognition.Known(FileKind.WORD));
        assertThat(
                        Recognition.of(
                                zip(
                                        "[Content_Types].xml",
                                        "word/document.xml",
                                        "word/vbaProject.bin")))
                .isInstanceOfSatisfying(
                        Recognition.Refused.class,
                        refused -> assertThat(refused.why()).contains("macro"));
    }

    @Test
    void a_name_never_ends_as_something_else() {
        assertThat(FileKind.PNG.named("holiday.exe")).isEqualTo("holiday.exe.png");
        assertThat(FileKind.PNG.named("holiday.PNG")).isEqualTo("holiday.PNG");
        assertThat(FileKind.TEXT.named("page.html")).isEqualTo("page.html.txt");
        assertThat(FileKind.JPEG.named(".jpg")).isEqualTo(".jpg.jpg");
    }

    private static byte[] zip(String... names) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String hex) {
        return java.util.HexFormat.of().parseHex(hex);
    }
}
