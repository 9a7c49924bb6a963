// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.detect;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Something in a log that a person should look at: what, why in words, and the lines behind it.
///
/// `user` is `-` where nobody had signed in; then `address` says which device. `term` is empty
/// where nothing was searched for.
public record Alert(
        Instant at,
        String user,
        String address,
        Kind kind,
        Severity severity,
        String why,
        String term,
        String url,
        List<String> lines) {

    /// What was seen.
    public enum Kind {
        SEARCH,
        SEARCHES_OVER_TIME,
        BLOCKED_REPEATEDLY,
        BYPASS,
        WATCHED_SITE,
        NIGHT
    }

    /// How soon it needs a person.
    public enum Severity {
        NOTICE,
        URGENT,
        IMMEDIATE
    }

    public Alert {
        lines = List.copyOf(lines);
    }

    /// The alert as other programs are promised it.
    public Map<String, Object> shape() {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("at", at.toString());
        shape.put("user", user);
        shape.put("address", address);
        shape.put("kind", word(kind));
        shape.put("severity", word(severity));
        shape.put("why", why);
        shape.put("term", term);
        shape.put("url", url);
        shape.put("lines", lines);
        return shape;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
