// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.log;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The times of formats that do not count milliseconds. 0 where there is none.
final class Times {

    private static final DateTimeFormatter CEF =
            DateTimeFormatter.ofPattern("MMM dd yyyy HH:mm:ss", Locale.ROOT);
    private static final int LONGEST = 40;

    private Times() {}

    static long millisOrDate(byte[] bytes, int from, int to) {
        long millis = Bytes.number(bytes, from, to);
        if (millis >= 0) {
            return millis;
        }
        if (to - from > LONGEST || to <= from) {
            return 0;
        }
        var text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        try {
            return LocalDateTime.parse(text, CEF).toInstant(ZoneOffset.UTC).toEpochMilli();
        } catch (DateTimeException notThat) {
            return date(bytes, from, to);
        }
    }

    /// RFC 3339, as RFC 5424 writes it.
    static long date(byte[] bytes, int from, int to) {
        if (to - from > LONGEST || to <= from) {
            return 0;
        }
        try {
            var text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
            return OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (DateTimeException noTime) {
            return 0;
        }
    }
}
