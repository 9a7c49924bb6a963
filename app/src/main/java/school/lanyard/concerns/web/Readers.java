// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.util.List;
import school.lanyard.access.Reader;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.routing.Route;
import school.lanyard.people.Directory;
import school.lanyard.web.SummaryRow;

/// Who can see a case, in words.
final class Readers {

    private Readers() {}

    static List<SummaryRow> rows(List<Reader> readers, Pack pack, Directory directory) {
        return readers.stream()
                .map(reader -> SummaryRow.of(directory.name(reader.person()), reason(reader, pack)))
                .toList();
    }

    static String why(List<Reader> readers, String person, Pack pack) {
        return readers.stream()
                .filter(reader -> reader.person().equals(person))
                .map(reader -> reason(reader, pack))
                .findFirst()
                .orElse("");
    }

    private static String reason(Reader reader, Pack pack) {
        var role = pack.roles().get(reader.role());
        var post = role == null ? reader.role() : role.label();
        return reader.why().equals("opened")
                ? post + ": a handler opened it to this post."
                : post + ": the policy sends it there. " + route(reader.why(), pack) + ".";
    }

    private static String route(String key, Pack pack) {
        return pack.route(key).map(Route::label).orElse(key);
    }
}
