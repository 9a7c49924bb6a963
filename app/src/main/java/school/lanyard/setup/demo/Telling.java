// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts people's names into a text as staff would write them: a child's full name first, then the
/// given name.
final class Telling {

    private static final Pattern SLOT = Pattern.compile("\\{([a-z]+)}");

    private final Map<String, DemoSchool.Person> people;
    private final Map<String, Boolean> named = new LinkedHashMap<>();

    Telling(Map<String, DemoSchool.Person> people) {
        this.people = people;
    }

    String tell(String text) {
        return SLOT.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(name(found.group(1))));
    }

    private String name(String slot) {
        DemoSchool.Person person = people.get(slot);
        if (person == null) throw new IllegalStateException("nobody for " + slot);
        boolean before = named.put(slot, true) != null;
        return switch (person) {
            case DemoSchool.Staff staff -> staff.title() + " " + staff.family();
            case DemoSchool.Governor governor -> governor.title() + " " + governor.family();
            case DemoSchool.Pupil _, DemoSchool.Guardian _ ->
                    before ? person.given() : person.given() + " " + person.family();
        };
    }
}
