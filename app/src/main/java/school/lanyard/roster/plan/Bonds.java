// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import school.lanyard.roster.file.Entry;
import school.lanyard.roster.file.Identifier;
import school.lanyard.roster.file.Place;
import school.lanyard.roster.file.Reading;
import school.lanyard.roster.file.Scheme;
import school.lanyard.roster.file.Tie;

/// Which adults a file gives to which children, beside those that they have.
final class Bonds {

    private final Reading reading;
    private final Standing standing;
    private final Map<String, String> matched;
    private final Map<String, Decision> decisions;
    private final Map<String, List<Standing.Bond>> byChild = new HashMap<>();
    private final Map<String, Tie> tieOf = new HashMap<>();
    private final Map<String, String> keys = new HashMap<>();

    Bonds(
            Reading reading,
            Standing standing,
            Map<String, String> matched,
            Map<String, Decision> decisions) {
        this.reading = reading;
        this.standing = standing;
        this.matched = matched;
        this.decisions = decisions;
        standing.bonds()
                .forEach(each ->
                        byChild.computeIfAbsent(each.child(), _ -> new ArrayList<>()).add(each));
        reading.ties().forEach(each -> tieOf.putIfAbsent(each.adult(), each));
        for (var entry : reading.entries()) {
            keys.put(entry.key(), entry.key());
            entry.identifiers()
                    .forEach(each -> {
                        keys.put(each.key(), entry.key());
                        keys.putIfAbsent(each.value().toUpperCase(Locale.ROOT), entry.key());
                    });
        }
    }

    /// Who a contact without a number is: an adult of the same name whom their child has already.
    Optional<String> contact(Entry entry) {
        var tie = tieOf.get(entry.key());
        if (tie == null || !entry.identifiers().isEmpty()) {
            return Optional.empty();
        }
        var same =
                child(tie).stream()
                        .flatMap(each -> byChild.getOrDefault(each, List.of()).stream())
                        .map(Standing.Bond::adult)
                        .filter(each -> {
                            var person = standing.people().get(each);
                            return person != null && Names.same(person.name(), entry.name());
                        })
                        .toList();
        return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
    }

    private Optional<String> child(Tie tie) {
        return end(tie.child()) instanceof Plan.End.Known(var person)
                ? Optional.of(person)
                : Optional.empty();
    }

    List<Plan.Bonded> all() {
        var found = new HashMap<String, Plan.Bonded>();
        for (var tie : reading.ties()) {
            var child = end(tie.child());
            var adult = end(tie.adult());
            if (child != null && adult != null && !child.equals(adult)) {
                bonded(tie, child, adult).ifPresent(each -> found.put(child + " " + adult, each));
            }
        }
        return found.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    /// Where a child is named who is in no row, and whose number nobody here has.
    List<Place> orphans() {
        return reading.ties().stream()
                .filter(each -> keys.get(each.child()) == null)
                .filter(each -> keys.get(each.child().toUpperCase(Locale.ROOT)) == null)
                .filter(each -> end(each.child()) == null)
                .map(Tie::place)
                .toList();
    }

    private Optional<Plan.Bonded> bonded(Tie tie, Plan.End child, Plan.End adult) {
        var before =
                child instanceof Plan.End.Known(var childId)
                                && adult instanceof Plan.End.Known(var adultId)
                        ? byChild.getOrDefault(childId, List.of()).stream()
                                .filter(each -> each.adult().equals(adultId))
                                .findFirst()
                                .orElse(null)
                        : null;
        var responsible = or(tie.responsible(), before == null ? null : before.responsible());
        var contact = or(tie.mayContact(), before == null ? null : before.mayContact());
        return before != null
                        && before.guardian() == tie.guardian()
                        && Objects.equals(before.responsible(), responsible)
                        && Objects.equals(before.mayContact(), contact)
                ? Optional.empty()
                : Optional.of(
                        new Plan.Bonded(
                                child,
                                adult,
                                tie.guardian(),
                                responsible,
                                contact,
                                before == null));
    }

    private static @Nullable Boolean or(@Nullable Boolean one, @Nullable Boolean other) {
        return one == null ? other : one;
    }

    /// Who a key means: a row of this file, or somebody whose number it is.
    private Plan.@Nullable End end(String key) {
        var row = keys.getOrDefault(key, keys.get(key.toUpperCase(Locale.ROOT)));
        if (row != null) {
            return ofRow(row);
        }
        return numbers(key).stream()
                .map(standing.numbers()::owner)
                .flatMap(Optional::stream)
                .filter(standing.people()::containsKey)
                .findFirst()
                .<Plan.End>map(Plan.End.Known::new)
                .orElse(null);
    }

    private Plan.@Nullable End ofRow(String row) {
        if (matched.containsKey(row)) {
            return new Plan.End.Known(matched.getOrDefault(row, ""));
        }
        return switch (decisions.get(row)) {
            case Decision.Add _ -> new Plan.End.Added(row);
            case Decision.Joined(var other) -> ofRow(other);
            case null, default -> null;
        };
    }

    private static List<Identifier> numbers(String key) {
        for (var scheme : Scheme.values()) {
            if (key.startsWith(scheme + ":")) {
                return List.of(new Identifier(scheme, key.substring(scheme.name().length() + 1)));
            }
        }
        return key.isBlank() || key.length() > 100
                ? List.of()
                : List.of(
                        new Identifier(Scheme.UPN, key),
                        new Identifier(Scheme.NUMBER, key),
                        new Identifier(Scheme.SOURCED, key));
    }
}
