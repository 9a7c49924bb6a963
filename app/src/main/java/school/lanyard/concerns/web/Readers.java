// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.util.List;
import school.lanyard.access.Reader;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.routing.Route;
import school.lanyard.people.Directory;
import school.lanyard.web.SummaryRow;
import school.lanyard.web.Times;

/// Who can see a case, in words.
final class Readers {

    private Readers() {}

    static List<SummaryRow> rows(List<Reader> readers, Pack pack, Directory directory) {
        return readers.stream()
                .map(reader ->
                        SummaryRow.of(
                                directory.name(reader.person()), reason(reader, pack, directory)))
                .toList();
    }

    static String why(List<Reader> readers, String person, Pack pack, Directory directory) {
        return readers.stream()
                .filter(reader -> reader.person().equals(person))
                .map(reader -> reason(reader, pack, directory))
                .findFirst()
                .orElse("");
    }

    private static String reason(Reader reader, Pack pack, Directory directory) {
        var role = pack.roles().get(reader.role());
        var post = role == null ? reader.role() : role.label();
        var until = reader.until() == null ? "" : ", until " + Times.day(reader.until());
        if (reader.byGlass()) {
            return post + ": opened it in an emergency" + until + ".";
        }
        var holder =
                reader.covers() == null
                        ? post
                        : post + ", in place of " + directory.name(reader.covers()) + until;
        return reader.opened()
                ? holder + ": a handler opened it to this post."
                : holder + ": the policy sends it there. " + route(reader.why(), pack) + ".";
    }

    private static String route(String key, Pack pack) {
        return pack.route(key).map(Route::label).orElse(key);
    }
}
