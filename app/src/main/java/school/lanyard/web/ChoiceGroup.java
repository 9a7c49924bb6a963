// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import java.util.List;

/// Answers of one radio question under a heading, in sets with a heading each.
public record ChoiceGroup(String title, List<Set> sets) {

    /// Some answers under a heading.
    ///
    /// @param choices any of which answers the whole question
    public record Set(String title, List<Choice> choices) {}

    public ChoiceGroup {
        sets = List.copyOf(sets);
    }
}
