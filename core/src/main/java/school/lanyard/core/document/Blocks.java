// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.document;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.calendar.Lengths;
import school.lanyard.core.decision.DecisionTable;
import school.lanyard.core.flowchart.Flowchart;
import school.lanyard.core.pack.Heading;
import school.lanyard.core.pack.Interval;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.pack.Role;
import school.lanyard.core.playbook.Playbook;
import school.lanyard.core.response.ResponseGrid;
import school.lanyard.core.routing.Route;

/// Makes what a heading shows from the pack.
final class Blocks {

    private final Pack pack;

    Blocks(Pack pack) {
        this.pack = pack;
    }

    /// Null where the pack has no such thing, which a check of the pack refuses.
    @Nullable Block of(Heading.Shown shown) {
        return switch (shown.what()) {
            case DECISION -> answers(pack.decisions().get(shown.key()));
            case RESPONSE -> responses(pack.responses().get(shown.key()));
            case PLAYBOOK -> chart(pack.playbooks().get(shown.key()));
            case ROUTING ->
                    new Block.Routes(pack.routing().routes().stream().map(this::route).toList());
            case CONTACTS -> contacts(pack);
            case ROLES ->
                    new Block.Posts(pack.roles().values().stream().map(Blocks::post).toList());
            case INTERVALS ->
                    new Block.Intervals(
                            pack.intervals().values().stream().map(Blocks::interval).toList());
            case AGREEMENTS ->
                    pack.agreements().isEmpty()
                            ? null
                            : new Block.Agreements(List.copyOf(pack.agreements().values()));
        };
    }

    private @Nullable Block answers(@Nullable DecisionTable table) {
        return table == null ? null : new Marks(pack, table).answers();
    }

    private static @Nullable Block responses(@Nullable ResponseGrid grid) {
        if (grid == null) {
            return null;
        }
        var actions = List.copyOf(grid.actions().values());
        return new Block.Responses(
                grid.label(),
                grid.note(),
                actions.stream().map(action -> action.label()).toList(),
                grid.rows().values().stream()
                        .map(row ->
                                new Block.Responses.Line(
                                        row.label(),
                                        row.note(),
                                        actions.stream()
                                                .map(action -> row.actions().contains(action.key()))
                                                .toList()))
                        .toList());
    }

    private @Nullable Block chart(@Nullable Playbook playbook) {
        return playbook == null
                ? null
                : new Block.Chart(
                        playbook.key(), Flowchart.of(playbook, key -> pack.role(key).shortLabel()));
    }

    private Block.Routes.Route route(Route route) {
        var tiers = route.tiers().stream().map(this::either).toList();
        return new Block.Routes.Route(
                route.label(),
                tiers.isEmpty() ? "" : tiers.getFirst(),
                tiers.isEmpty() ? List.of() : tiers.subList(1, tiers.size()),
                contact(route.contact()),
                route.alsoTell().stream().map(this::contact).toList());
    }

    private String either(List<String> roles) {
        return roles.stream()
                .map(key -> pack.role(key).label())
                .collect(Collectors.joining(" or "));
    }

    private String contact(String key) {
        var contact = pack.contacts().get(key);
        return contact == null ? "" : contact.label();
    }

    /// The school's own numbers are for its staff: the public document has none of them.
    private static Block contacts(Pack pack) {
        return new Block.Contacts(
                pack.contacts().values().stream()
                        .map(contact -> Block.Contacts.Contact.of(contact, Map.of()))
                        .toList());
    }

    private static Block.Posts.Post post(Role role) {
        return new Block.Posts.Post(
                role.label(),
                role.shortLabel().equals(role.label()) ? "" : role.shortLabel(),
                (role.required() ? "Always filled" : "Where the school has one")
                        + (role.single() ? ", by one person" : ""),
                role.note());
    }

    private static Block.Intervals.Interval interval(Interval interval) {
        return new Block.Intervals.Interval(
                interval.label(),
                Lengths.words(interval.length()),
                switch (interval.chosenBy()) {
                    case LAW -> "The law";
                    case POLICY -> "The policy";
                    case SCHOOL -> "The school";
                },
                interval.note());
    }
}
