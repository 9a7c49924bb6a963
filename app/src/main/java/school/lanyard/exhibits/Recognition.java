// SPDX-License-Identifier: Apache-2.0
package school.lanyard.exhibits;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/// Says what a file is by its first bytes. What is not on the list is refused, with the way round;
/// nothing is ever unpacked to find out.
public sealed interface Recognition {

    record Known(FileKind kind) implements Recognition {}

    /// It is not kept.
    ///
    /// @param why in plain words, for the person who sent it
    record Refused(String why) implements Recognition {}

    /// What is in a file.
    static Recognition of(byte[] content) {
        if (content.length == 0) {
            return new Refused("The file is empty. Choose another one");
        }
        if (starts(content, 'P', 'K', 3, 4) || starts(content, 'P', 'K', 5, 6)) {
            return office(content);
        }
        return byFirstBytes(content)
                .<Recognition>map(Known::new)
                .orElseGet(() ->
                        isText(content)
                                ? new Known(FileKind.TEXT)
                                : new Refused(
                                        "This kind of file cannot be kept here. Save it as a PDF, a"
                                                + " picture or plain text, and choose that"));
    }

    private static Optional<FileKind> byFirstBytes(byte[] content) {
        if (starts(content, 0xFF, 0xD8, 0xFF)) {
            return Optional.of(FileKind.JPEG);
        }
        if (starts(content, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return Optional.of(FileKind.PNG);
        }
        if (says(content, 0, "GIF87a") || says(content, 0, "GIF89a")) {
            return Optional.of(FileKind.GIF);
        }
        if (says(content, 0, "%PDF-")) {
            return Optional.of(FileKind.PDF);
        }
        if (says(content, 0, "OggS")) {
            return Optional.of(FileKind.OGG);
        }
        if (says(content, 0, "RIFF")) {
            return says(content, 8, "WEBP")
                    ? Optional.of(FileKind.WEBP)
                    : says(content, 8, "WAVE") ? Optional.of(FileKind.WAV) : Optional.empty();
        }
        if (says(content, 4, "ftyp") && content.length >= 12) {
            return Optional.of(media(new String(content, 8, 4, StandardCharsets.ISO_8859_1)));
        }
        return says(content, 0, "ID3") || isMp3(content)
                ? Optional.of(FileKind.MP3)
                : Optional.empty();
    }

    private static FileKind media(String brand) {
        if (Set.of("heic", "heix", "hevc", "heim", "heis", "mif1", "msf1").contains(brand)) {
            return FileKind.HEIC;
        }
        return switch (brand) {
            case "qt  " -> FileKind.QUICKTIME;
            case "M4A ", "M4B " -> FileKind.M4A;
            default -> FileKind.MP4;
        };
    }

    /// Layer III, with a bit rate and a sampling rate that exist.
    private static boolean isMp3(byte[] content) {
        return content.length > 3
                && (content[0] & 0xFF) == 0xFF
                && (content[1] & 0xE6) == 0xE2
                && (content[2] & 0xF0) != 0xF0
                && (content[2] & 0x0C) != 0x0C;
    }

    /// An office document is a zip, known by the names in it, which stand there unpacked.
    private static Recognition office(byte[] content) {
        var names = new String(content, StandardCharsets.ISO_8859_1);
        if (names.contains("vbaProject.bin")) {
            return new Refused(
                    "This document holds a program (a macro), so it cannot be kept. Save it as a"
                            + " PDF, and choose that");
        }
        if (names.contains("[Content_Types].xml")) {
            if (names.contains("word/document.xml")) {
                return new Known(FileKind.WORD);
            }
            if (names.contains("xl/workbook.xml")) {
                return new Known(FileKind.EXCEL);
            }
            if (names.contains("ppt/presentation.xml")) {
                return new Known(FileKind.POWERPOINT);
            }
        }
        return new Refused(
                "A zip file cannot be kept, because nobody can see what is in it. Add the files in"
                        + " it one by one");
    }

    private static boolean isText(byte[] content) {
        for (byte each : content) {
            if (each >= 0 && each < 32 && each != '\n' && each != '\r' && each != '\t') {
                return false;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return true;
        } catch (CharacterCodingException notText) {
            return false;
        }
    }

    private static boolean says(byte[] content, int at, String word) {
        return content.length >= at + word.length()
                && word.equals(new String(content, at, word.length(), StandardCharsets.ISO_8859_1));
    }

    private static boolean starts(byte[] content, int... first) {
        if (content.length < first.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if ((content[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }
}
