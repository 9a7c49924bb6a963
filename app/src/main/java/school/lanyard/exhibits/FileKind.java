// SPDX-License-Identifier: Apache-2.0
package school.lanyard.exhibits;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A kind of file that may be kept, told by what is in it and never by its name.
public enum FileKind {
    JPEG("image/jpeg", "Picture (JPEG)", "jpg", "jpeg"),
    PNG("image/png", "Picture (PNG)", "png"),
    GIF("image/gif", "Picture (GIF)", "gif"),
    WEBP("image/webp", "Picture (WebP)", "webp"),
    HEIC("image/heic", "Picture (HEIC)", "heic", "heif"),
    PDF("application/pdf", "PDF document", "pdf"),
    MP4("video/mp4", "Video (MP4)", "mp4", "m4v"),
    QUICKTIME("video/quicktime", "Video (QuickTime)", "mov"),
    M4A("audio/mp4", "Sound recording (M4A)", "m4a"),
    MP3("audio/mpeg", "Sound recording (MP3)", "mp3"),
    OGG("audio/ogg", "Sound recording (Ogg)", "ogg", "opus", "oga"),
    WAV("audio/wav", "Sound recording (WAV)", "wav"),
    WORD(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "Word document",
            "docx"),
    EXCEL(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "Excel workbook",
            "xlsx"),
    POWERPOINT(
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "PowerPoint presentation",
            "pptx"),
    TEXT("text/plain", "Plain text", "txt", "csv", "log", "eml");

    private final String mediaType;
    private final String label;
    private final String endings;

    FileKind(String mediaType, String label, String... endings) {
        this.mediaType = mediaType;
        this.label = label;
        this.endings = String.join(" ", endings);
    }

    public String mediaType() {
        return mediaType;
    }

    public String label() {
        return label;
    }

    /// Whether a picture of it can be drawn anew here, smaller or without hidden details.
    public boolean isRedrawn() {
        return this == JPEG || this == PNG || this == GIF;
    }

    private List<String> endings() {
        return List.of(endings.split(" "));
    }

    /// The kind that an event recorded; absent for a kind of a later version.
    public static Optional<FileKind> of(String stored) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(stored)).findFirst();
    }

    /// A name that ends as this kind's names do, so that nothing opens it as something else.
    public String named(String name) {
        var dot = name.lastIndexOf('.');
        var ending = name.substring(dot + 1).toLowerCase(java.util.Locale.ROOT);
        return dot > 0 && endings().contains(ending) ? name : name + "." + endings().getFirst();
    }
}
