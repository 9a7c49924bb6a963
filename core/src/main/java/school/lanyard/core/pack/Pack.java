// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.decision.DecisionTable;
import school.lanyard.core.digest.Sha256;
import school.lanyard.core.playbook.Playbook;
import school.lanyard.core.response.ResponseGrid;
import school.lanyard.core.routing.About;
import school.lanyard.core.routing.Route;
import school.lanyard.core.routing.Routing;

/// A school's policy, resolved: its own pack over the base that it extends.
///
/// Everything is in the pack's own order. `base` is null for a base itself; `ask` is the role to
/// ask where the policy is silent; `canonical` is the text that an edition stores and its hash
/// covers.
public record Pack(
        String key,
        String label,
        String edition,
        String writtenAgainst,
        String nextReview,
        @Nullable Base base,
        String ask,
        String proportionality,
        Vocabulary vocabulary,
        Map<String, Role> roles,
        Routing routing,
        Map<String, ReportKind> kinds,
        Map<String, Contact> contacts,
        Map<String, RiskArea> risks,
        List<Category> categories,
        Map<String, FactKind> facts,
        Map<String, Interval> intervals,
        Map<String, LawFact> law,
        Map<String, Heading> headings,
        Map<String, Clause> clauses,
        Map<Control, List<String>> controls,
        Map<String, DecisionTable> decisions,
        Map<String, ResponseGrid> responses,
        Map<String, Playbook> playbooks,
        Map<String, Agreement> agreements,
        Map<String, Course> training,
        String canonical) {

    /// The exact version of the base that a pack was resolved over.
    public record Base(String key, String edition, String hash) {}

    public Pack {
        roles = ordered(roles);
        kinds = ordered(kinds);
        contacts = ordered(contacts);
        risks = ordered(risks);
        categories = List.copyOf(categories);
        facts = ordered(facts);
        intervals = ordered(intervals);
        law = ordered(law);
        headings = ordered(headings);
        clauses = ordered(clauses);
        controls = ordered(controls);
        decisions = ordered(decisions);
        responses = ordered(responses);
        playbooks = ordered(playbooks);
        agreements = ordered(agreements);
        training = ordered(training);
    }

    private static <K, V> Map<K, V> ordered(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /// Two packs are equal when they say the same: the canonical text holds all of it.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Pack that && canonical.equals(that.canonical);
    }

    @Override
    public int hashCode() {
        return canonical.hashCode();
    }

    @Override
    public String toString() {
        return key + " " + edition;
    }

    /// SHA-256 of the canonical text, in hexadecimal: what an edition is known by.
    public String hash() {
        return hash(canonical);
    }

    /// The same of a text as an edition stores it, without reading it as a pack.
    public static String hash(String canonical) {
        return Sha256.hex(canonical);
    }

    /// The words for one who a clause names: the school itself, a role, or a group.
    public String who(String key) {
        var role = roles.get(key);
        return key.equals(ClauseCheck.SCHOOL)
                ? "The school"
                : role == null ? vocabulary.many(key) : role.label();
    }

    public Role role(String key) {
        return Objects.requireNonNull(roles.get(key), () -> "no role " + key);
    }

    public Contact contact(String key) {
        return Objects.requireNonNull(contacts.get(key), () -> "no contact " + key);
    }

    /// Every route that a concern can be on: the routing's own, then those of kinds of report.
    public List<Route> routes() {
        return Stream.concat(
                        routing.routes().stream(),
                        kinds.values().stream().flatMap(kind -> kind.ownRoute().stream()))
                .toList();
    }

    /// Where something about these people goes. A kind's own posts take it only where it is about
    /// nobody whom a route is for.
    public Route routeFor(Collection<About> people, Collection<String> ofKinds) {
        var route = routing.routeFor(people);
        return route.isForAnythingElse()
                ? ofKinds.stream()
                        .map(kinds::get)
                        .filter(Objects::nonNull)
                        .flatMap(kind -> kind.ownRoute().stream())
                        .findFirst()
                        .orElse(route)
                : route;
    }

    public Optional<Route> route(String key) {
        return routes().stream().filter(route -> route.key().equals(key)).findFirst();
    }

    /// The roles with a capability, in the pack's order.
    public List<Role> rolesThatCan(Capability capability) {
        return roles.values().stream().filter(role -> role.can(capability)).toList();
    }

    /// The kinds of incident that can be about a group, in the order of its grid, then the others.
    public List<Category> categoriesFor(String group) {
        return categories.stream().filter(category -> category.group().equals(group)).toList();
    }

    public Optional<Category> category(String group, String key) {
        return categoriesFor(group).stream().filter(each -> each.key().equals(key)).findFirst();
    }

    /// What a kind of incident is called, whoever did it.
    public Optional<String> categoryLabel(String key) {
        return categories.stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .map(Category::label);
    }

    /// What may be asked of the pack's tables, and the answers.
    public Decisions decide() {
        return new Decisions(this);
    }
}
