// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import school.lanyard.roster.file.Entry;
import school.lanyard.roster.plan.Difference.What;

/// In what a row and the person it is about differ. What a row does not say is left as it stands.
final class Differences {

    private Differences() {}

    static List<Difference> between(
            Entry entry, Standing.Person person, Standing.Numbers numbers, boolean birthday) {
        var found = new ArrayList<Difference>();
        if (!Names.same(entry.name(), person.name())) {
            found.add(new Difference(What.NAME, person.name(), entry.name()));
        }
        if (birthday && entry.born() != null && !entry.born().equals(person.born())) {
            found.add(
                    new Difference(
                            What.BORN,
                            person.born() == null ? "" : person.born().toString(),
                            entry.born().toString()));
        }
        entry.groups().stream()
                .filter(each -> !person.groups().contains(each))
                .sorted()
                .forEach(each -> found.add(new Difference(What.GROUP, "", each)));
        if (entry.year() != null && !entry.year().equals(person.year())) {
            found.add(
                    new Difference(
                            What.YEAR, person.year() == null ? "" : person.year(), entry.year()));
        }
        if (!entry.classes().isEmpty() && !entry.classes().equals(person.classes())) {
            found.add(
                    new Difference(
                            What.CLASS,
                            String.join(", ", new TreeSet<>(person.classes())),
                            String.join(", ", new TreeSet<>(entry.classes()))));
        }
        entry.identifiers().stream()
                .filter(each -> numbers.owner(each).isEmpty())
                .forEach(each -> found.add(new Difference(What.NUMBER, "", each.scheme().label())));
        if (entry.email() != null && !numbers.mailedAt(person.id(), entry.email())) {
            found.add(new Difference(What.EMAIL, "", entry.email()));
        }
        return found;
    }
}
