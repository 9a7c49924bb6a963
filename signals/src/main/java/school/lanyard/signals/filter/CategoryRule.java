// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter;

import java.util.Set;

/// What is done about some categories for some people. No categories means every listed one.
///
/// `key` names the rule, `note` is what is noted where something is allowed with a note.
public record CategoryRule(
        String key, Set<String> categories, Who who, Effect effect, String note) {

    public CategoryRule {
        categories = Set.copyOf(categories);
    }

    boolean isAbout(String category) {
        return categories.isEmpty() || categories.contains(category);
    }
}
