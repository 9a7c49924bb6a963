// SPDX-License-Identifier: Apache-2.0
package school.lanyard.evidence;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import school.lanyard.core.assurance.Evidence;
import school.lanyard.core.assurance.Showing;

/// A feature's answer to "is this being kept?" for its own kind of mechanism.
///
/// What it says is shown to people who may know of no case. It is the same whether or not there is
/// one: whoever adds a source adds its page to the test that compares two schools byte for byte.
public interface EvidenceSource {

    /// The first word of its mechanisms, such as `role` of `role:dsl`.
    String prefix();

    /// What the mechanisms have to show, by mechanism. All are asked at once, so that a page of a
    /// thousand clauses costs a query or two. What is left out has nothing to show.
    Map<String, Showing> show(Asked asked, Collection<String> mechanisms);

    /// What a mechanism is, in the school's words.
    Keeper keeper(Asked asked, String mechanism);

    /// The evidence behind one mechanism, the newest first, for those who may go down to it.
    default List<Evidence> history(Asked asked, String mechanism) {
        var showing = show(asked, List.of(mechanism)).get(mechanism);
        return showing == null ? List.of() : showing.evidence();
    }

    /// A mechanism without its first word.
    static String rest(String mechanism) {
        return mechanism.substring(mechanism.indexOf(':') + 1);
    }
}
