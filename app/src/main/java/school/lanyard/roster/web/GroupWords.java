// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.web;

import java.util.Locale;
import school.lanyard.core.pack.Pack;

/// What the policy calls groups of people.
final class GroupWords {

    private GroupWords() {}

    static String one(Pack pack, String group) {
        return pack.vocabulary().groups().containsKey(group)
                ? pack.vocabulary().one(group)
                : group.replace('-', ' ');
    }

    static String many(Pack pack, String group) {
        var found = pack.vocabulary().groups().get(group);
        return found == null ? group.replace('-', ' ') : found.many();
    }

    static String capital(String words) {
        return words.isEmpty()
                ? ""
                : words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }
}
