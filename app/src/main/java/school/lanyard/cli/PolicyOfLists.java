// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;
import school.lanyard.signals.filter.CategoryRule;
import school.lanyard.signals.filter.Effect;
import school.lanyard.signals.filter.FilterPolicy;
import school.lanyard.signals.filter.Who;
import school.lanyard.signals.filter.index.FilterIndex;

/// What is done with the categories of an index, where no school's policy says it.
final class PolicyOfLists {

    @Option(
            names = "--illegal",
            paramLabel = "CATEGORY",
            description = "Blocked for everybody, before all else; may be repeated.")
    private Set<String> illegal = new LinkedHashSet<>();

    @Option(
            names = "--allow",
            paramLabel = "CATEGORY[@GROUP]",
            description =
                    "Not blocked, for all or for one group; may be repeated. Every other category"
                            + " is blocked.")
    private Set<String> allowed = new LinkedHashSet<>();

    FilterPolicy policy(FilterIndex index) {
        var rules = new ArrayList<CategoryRule>();
        for (var one : allowed) {
            int at = one.indexOf('@');
            var category = at < 0 ? one : one.substring(0, at);
            check(category, index);
            var who = at < 0 ? Who.ANYONE : Who.groups(one.substring(at + 1));
            rules.add(new CategoryRule(one, Set.of(category), who, Effect.ALLOW, ""));
        }
        illegal.forEach(category -> check(category, index));
        rules.add(new CategoryRule("listed", Set.of(), Who.ANYONE, Effect.BLOCK, ""));
        return new FilterPolicy(illegal, List.of(), rules, List.of());
    }

    private static void check(String category, FilterIndex index) {
        var known =
                index.listings().stream()
                        .map(listing -> listing.category())
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .sorted()
                        .toList();
        if (!known.contains(category)) {
            throw Failure.usage(
                    "The index has no category " + category,
                    "Use one of: " + String.join(", ", known));
        }
    }
}
