// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Checks a text against a roster before it goes out. Nicknames and misspellings are beyond it; a
/// person still reads the text.
///
/// A name that is an everyday word is only looked at where it is written with a capital letter: "we
/// hope" asks nothing, "Hope" does.
public final class NameCheck {

    private static final Pattern DOTTED =
            Pattern.compile("(?<!\\p{L})(\\p{Lu})\\.\\s?(\\p{Lu})\\b\\.?");
    private static final Pattern CHILD_BY_LETTERS =
            Pattern.compile(
                    "(?i:child|children|pupil|pupils|boy|girl|learner|parent)\\s+(\\p{Lu})\\.?\\s?(\\p{Lu})\\b\\.?");

    private static final Set<String> PARTICLES =
            Set.of(
                    "van", "von", "der", "den", "del", "dos", "das", "bin", "bint", "ibn", "abu",
                    "the", "and");

    private final Set<String> everydayWords;

    /// The first part of a name leads to the names that begin with it.
    private final Map<String, List<Name>> names = new LinkedHashMap<>();

    private final Set<String> initials = new HashSet<>();

    private record Name(List<String> parts, Hit.Kind kind) {}

    /// A check against one roster.
    ///
    /// @param everydayWords words that are names as well, in any case
    public NameCheck(Roster roster, Set<String> everydayWords) {
        this.everydayWords = new HashSet<>();
        for (String word : everydayWords) this.everydayWords.addAll(Word.parts(word));
        for (Roster.Person person : roster.people()) add(person);
        for (String name : roster.classes()) add(Word.parts(name), Hit.Kind.CLASS_NAME);
    }

    private void add(Roster.Person person) {
        List<String> surname = Word.parts(person.surname());
        for (String given : person.given()) {
            List<String> first = Word.parts(given);
            add(joined(first, surname), Hit.Kind.FULL_NAME);
            add(joined(surname, first), Hit.Kind.FULL_NAME);
            addEach(first, Hit.Kind.FIRST_NAME);
            if (!first.isEmpty() && !surname.isEmpty())
                initials.add(letter(first) + letter(surname));
        }
        addEach(surname, Hit.Kind.SURNAME);
        if (!surname.isEmpty()) add(plural(surname), Hit.Kind.SURNAME);
    }

    /// A name in several parts is known by each of them too, but for single letters and particles.
    private void addEach(List<String> parts, Hit.Kind kind) {
        add(parts, kind);
        if (parts.size() > 1)
            for (String part : parts)
                if (part.length() > 2 && !PARTICLES.contains(part)) add(List.of(part), kind);
    }

    private void add(List<String> parts, Hit.Kind kind) {
        if (parts.isEmpty() || (parts.size() == 1 && parts.getFirst().length() < 2)) return;
        var name = new Name(parts, kind);
        List<Name> same = names.computeIfAbsent(parts.getFirst(), _ -> new ArrayList<>());
        if (!same.contains(name)) same.add(name);
    }

    private static List<String> joined(List<String> one, List<String> other) {
        if (one.isEmpty() || other.isEmpty()) return List.of();
        var parts = new ArrayList<>(one);
        parts.addAll(other);
        return parts;
    }

    private static List<String> plural(List<String> surname) {
        var parts = new ArrayList<>(surname);
        parts.add(parts.removeLast() + "s");
        return parts;
    }

    private static String letter(List<String> parts) {
        return parts.getFirst().substring(0, 1);
    }

    /// Every hit in the order of the text; a full name is one hit, not three.
    ///
    /// @param confirmed words to check that a person has confirmed, as they were written
    public Finding check(String text, Set<String> confirmed) {
        var hits = new ArrayList<Hit>();
        List<Word> words = Word.in(text);
        for (int i = 0; i < words.size(); ) i += longestAt(words, i, text, hits);
        addInitials(text, hits);
        hits.removeIf(hit -> hit.mayStand() && confirmed.contains(hit.text()));
        hits.sort(Comparator.comparingInt(Hit::start));
        if (hits.isEmpty()) return new Finding.Clear();
        return hits.stream().allMatch(Hit::mayStand)
                ? new Finding.CheckTheseWords(hits)
                : new Finding.Refused(hits);
    }

    /// How many words to move on.
    private int longestAt(List<Word> words, int at, String text, List<Hit> hits) {
        Name best = null;
        for (Name name : candidates(words.get(at)))
            if (matches(name, words, at, text)
                    && (best == null || name.parts().size() > best.parts().size())) best = name;
        if (best == null) return 1;
        int start = words.get(at).start();
        int end = words.get(at + best.parts().size() - 1).end();
        String written = text.substring(start, end);
        Hit.Kind kind = everyday(best) ? Hit.Kind.EVERYDAY_WORD : best.kind();
        if (kind != Hit.Kind.EVERYDAY_WORD || Character.isUpperCase(written.codePointAt(0)))
            hits.add(new Hit(start, end, written, kind));
        return best.parts().size();
    }

    private List<Name> candidates(Word word) {
        var found = new LinkedHashSet<>(names.getOrDefault(word.bare(), List.of()));
        found.addAll(names.getOrDefault(word.full(), List.of()));
        return List.copyOf(found);
    }

    private boolean everyday(Name name) {
        return name.parts().size() == 1 && everydayWords.contains(name.parts().getFirst());
    }

    private static boolean matches(Name name, List<Word> words, int at, String text) {
        for (int i = 0; i < name.parts().size(); i++) {
            if (at + i >= words.size() || !words.get(at + i).is(name.parts().get(i))) return false;
            if (i > 0 && !adjoin(words.get(at + i - 1), words.get(at + i), text)) return false;
        }
        return true;
    }

    /// Nothing but spaces, hyphens, commas and invisible characters between two parts of a name.
    private static boolean adjoin(Word one, Word next, String text) {
        return text.substring(one.end(), next.start())
                .codePoints()
                .allMatch(c ->
                        Character.isWhitespace(c)
                                || Character.isSpaceChar(c)
                                || Character.getType(c) == Character.DASH_PUNCTUATION
                                || Character.getType(c) == Character.FORMAT
                                || c == ','
                                || c == '.');
    }

    private void addInitials(String text, List<Hit> hits) {
        var found = new LinkedHashMap<Integer, Hit>();
        for (Pattern pattern : List.of(DOTTED, CHILD_BY_LETTERS)) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                String letters = Word.parts(matcher.group(1) + matcher.group(2)).getFirst();
                if (initials.contains(letters))
                    found.put(
                            matcher.start(1),
                            new Hit(
                                    matcher.start(1),
                                    matcher.end(),
                                    text.substring(matcher.start(1), matcher.end()),
                                    Hit.Kind.INITIALS));
            }
        }
        hits.addAll(found.values());
    }
}
