// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// A file that is handed out and that the browser is told not to keep.
public final class Download {

    private Download() {}

    /// A document.
    ///
    /// @param name without anything of a person
    public static ResponseEntity<byte[]> pdf(String name, byte[] content) {
        return of(name, MediaType.APPLICATION_PDF, content);
    }

    /// A table for a spreadsheet.
    ///
    /// @param name without anything of a person
    public static ResponseEntity<byte[]> csv(String name, byte[] content) {
        return of(name, new MediaType("text", "csv", StandardCharsets.UTF_8), content);
    }

    private static ResponseEntity<byte[]> of(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(content);
    }
}
