// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.util.HashMap;
import java.util.List;
import school.lanyard.ledger.Comparison;
import school.lanyard.ledger.Rebuilding;
import school.lanyard.people.store.BirthRows;

/// Rebuilds from the ledger when people were born. How long a child's records are kept is counted
/// from it, so whoever changed one would have them disposed of early.
///
/// A date that came from a file with others is not compared: its entry names the people only.
public final class BirthProof {

    private BirthProof() {}

    public static List<Comparison> compare(Rebuilding of) {
        var births = new Comparison("dates of birth that are not what was recorded");
        var last = new HashMap<String, Rebuilding.Told>();
        for (var told : of.told(Births.RECORDED, Births.RECORDED_TOGETHER)) {
            told.subjects().forEach(person -> last.put(person, told));
        }
        last.forEach((person, told) -> {
            var content = told.entry().content();
            if (content != null) {
                births.told(
                        person,
                        told.entry().actor().id(),
                        told.entry().at(),
                        Rebuilding.digest(
                                Births.JSON
                                        .readValue(content, Births.Born.class)
                                        .bornOn()
                                        .toString()));
            }
        });
        for (var each : of.rows(sql -> new BirthRows(sql, of.school()).everything())) {
            var row = each.row();
            var told = last.get(row.person());
            if (told != null && told.entry().content() == null) {
                continue;
            }
            of.digest(row.keyId(), row.sealed(), Births.context(row.person()))
                    .ifPresent(digest -> births.found(row.person(), each.by(), each.at(), digest));
        }
        return List.of(births);
    }
}
