// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Whether a name as somebody typed it might mean a person on the roster. It errs towards yes: the
/// price of a wrong yes is that another reader takes the case and can say so.
final class Likeness {

    private static final Set<String> TITLES =
            Set.of("mr", "mrs", "miss", "ms", "mx", "dr", "sir", "the", "and", "our", "revd");

    /// Shorter names than this differ by one letter too easily ("Lee", "Leo").
    private static final int LONG_ENOUGH_TO_MISSPELL = 5;

    /// Words of a post's name that stand between those that tell it from others.
    private static final Set<String> BETWEEN = Set.of("of", "for", "a", "an", "my", "at");

    /// One word that begins a post's name means it from so many letters on ("head").
    private static final int LONG_ENOUGH_TO_BEGIN = 4;

    private Likeness() {}

    /// Whether it might mean this adult: their surname or a part of it, spelt nearly right, or
    /// their first name alone.
    static boolean of(String typed, String rosterName) {
        var words = words(typed);
        var name = words(rosterName);
        return !name.isEmpty()
                && (words.stream().anyMatch(word -> near(word, name.getLast()))
                        || parts(name.getLast()).stream().anyMatch(words::contains)
                        || (words.size() == 1 && near(words.getFirst(), name.getFirst())));
    }

    /// Whether it might mean this one of many children: both names, or a single one.
    static boolean ofOneOfMany(String typed, String rosterName) {
        var words = words(typed);
        var name = words(rosterName);
        if (words.isEmpty() || name.isEmpty()) {
            return false;
        }
        var first = words.stream().anyMatch(word -> near(word, name.getFirst()));
        var last = words.stream().anyMatch(word -> near(word, name.getLast()));
        return (first && last) || (words.size() == 1 && (first || last));
    }

    /// Whether it might mean a post: it holds every word of its name, however those are run
    /// together ("the head teacher"), or the last two ("our safeguarding lead"); or it is one word
    /// and begins it ("the head").
    static boolean ofPost(String typed, String label) {
        var post = telling(label);
        var said = telling(typed);
        if (post.isEmpty() || said.isEmpty()) {
            return false;
        }
        return said.containsAll(post)
                || (post.size() > 2 && said.containsAll(post.subList(post.size() - 2, post.size())))
                || (post.size() == 1 && String.join("", said).contains(post.getFirst()))
                || (said.size() == 1
                        && said.getFirst().length() >= LONG_ENOUGH_TO_BEGIN
                        && post.getFirst().startsWith(said.getFirst()));
    }

    /// The words that tell one post from another.
    private static List<String> telling(String text) {
        return words(text).stream().filter(word -> !BETWEEN.contains(word)).toList();
    }

    private static List<String> words(String text) {
        return Arrays.stream(plain(text).split("[^\\p{L}'-]+", -1))
                .map(word -> word.replaceFirst("'s?$", ""))
                .filter(word -> !word.isBlank() && !TITLES.contains(word))
                .toList();
    }

    private static List<String> parts(String surname) {
        return Arrays.stream(surname.split("-", -1)).filter(part -> part.length() > 1).toList();
    }

    private static boolean near(String typed, String name) {
        return typed.equals(name)
                || (Math.min(typed.length(), name.length()) >= LONG_ENOUGH_TO_MISSPELL
                        && oneSlipApart(typed, name));
    }

    /// One letter more, less or different, or two neighbours changed over.
    private static boolean oneSlipApart(String one, String other) {
        if (one.length() > other.length()) {
            return oneSlipApart(other, one);
        }
        int at = 0;
        while (at < one.length() && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        if (other.length() - one.length() > 1) {
            return false;
        }
        if (one.length() < other.length()) {
            return one.substring(at).equals(other.substring(at + 1));
        }
        return rest(one, at + 1).equals(rest(other, at + 1)) || changedOver(one, other, at);
    }

    private static boolean changedOver(String one, String other, int at) {
        return at + 1 < one.length()
                && one.charAt(at) == other.charAt(at + 1)
                && one.charAt(at + 1) == other.charAt(at)
                && rest(one, at + 2).equals(rest(other, at + 2));
    }

    private static String rest(String text, int from) {
        return from >= text.length() ? "" : text.substring(from);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replace('’', '\'')
                .toLowerCase(Locale.UK);
    }
}
