// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports;

import java.nio.charset.StandardCharsets;
import java.util.List;
import school.lanyard.core.digest.Sha256;
import school.lanyard.reports.disclosure.Release;

/// Tells one report from another without saying what is in it.
final class Prints {

    private Prints() {}

    /// Of a report as it was sealed.
    static String of(byte[] sealed) {
        return Sha256.hex(sealed);
    }

    /// Of what a report prints, and of nothing that it withholds.
    static String of(List<Table> tables, Release release) {
        var text = new StringBuilder(tables.toString());
        release.frame()
                .places()
                .forEach(place -> text.append(place).append(release.at(place)).append('\n'));
        return of(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
