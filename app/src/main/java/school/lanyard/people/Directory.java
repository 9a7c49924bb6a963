// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.text.Collator;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The opened names of one school, in memory, in alphabetical order: what the database cannot sort.
public final class Directory {

    private final Map<String, Known> byId = new LinkedHashMap<>();

    public Directory(Collection<Known> people) {
        var collator = Collator.getInstance(Locale.UK);
        people.stream()
                .sorted(Comparator.comparing(Known::name, collator).thenComparing(Known::id))
                .forEach(person -> byId.put(person.id(), person));
    }

    public Optional<Known> find(String person) {
        return Optional.ofNullable(byId.get(person));
    }

    /// The name to show; somebody whose record was disposed of has none left.
    public String name(String person) {
        return find(person).map(Known::name).orElse("Someone no longer on record");
    }

    public List<Known> everybody() {
        return List.copyOf(byId.values());
    }

    public List<Known> in(String group, LocalDate day) {
        return byId.values().stream().filter(each -> each.groupsOn(day).contains(group)).toList();
    }

    /// People with every one of the words somewhere in their name or class, accents or not.
    public List<Known> matching(String words) {
        var wanted = Arrays.stream(plain(words).split("\\s+")).filter(w -> !w.isEmpty()).toList();
        return byId.values().stream()
                .filter(each -> {
                    var text =
                            plain(each.name())
                                    + " "
                                    + (each.className() == null ? "" : plain(each.className()));
                    return wanted.stream().allMatch(text::contains);
                })
                .toList();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
