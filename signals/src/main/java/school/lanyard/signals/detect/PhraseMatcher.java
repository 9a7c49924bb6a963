// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.detect;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Weighs a search against the phrases, in its context. Made once; for any number of threads.
public final class PhraseMatcher {

    /// The theme that a search weighs most in, how much, and the phrase that says so.
    public record Match(String theme, int weight, String phrase) {}

    private static final int LONGEST = 400;
    private static final int EXTRA = 10;

    private final List<Phrase> phrases;
    private final Automaton automaton;
    private final Spelling spelling;
    private final Map<String, String> run = new HashMap<>();

    public PhraseMatcher(PhraseSet set) {
        phrases = set.phrases();
        automaton =
                new Automaton(phrases.stream().map(phrase -> " " + phrase.words() + " ").toList());
        var vocabulary = new HashSet<String>();
        for (var phrase : phrases) {
            vocabulary.addAll(List.of(phrase.words().split(" ", -1)));
            run.put(phrase.words().replace(" ", ""), phrase.words());
        }
        spelling = new Spelling(vocabulary, set.everyday());
    }

    public Optional<Match> weigh(String typed) {
        var text = new StringBuilder(" ");
        var shortened = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        for (var word : Folding.words(shortened)) {
            var whole = run.get(word);
            text.append(whole == null ? spelling.meant(word) : whole).append(' ');
        }
        int[] found = automaton.find(text);
        return found.length == 0 ? Optional.empty() : heaviest(found, text.toString());
    }

    private Optional<Match> heaviest(int[] found, String text) {
        var words = List.of(text.strip().split(" ", -1));
        var themes = new TreeMap<String, Match>();
        for (int number : found) {
            var phrase = phrases.get(number);
            if (phrase.unless().stream().noneMatch(words::contains)) {
                var match = new Match(phrase.theme(), phrase.weight(), phrase.words());
                themes.merge(phrase.theme(), match, PhraseMatcher::together);
            }
        }
        Match heaviest = null;
        for (var match : themes.values()) {
            heaviest = heaviest == null || match.weight() > heaviest.weight() ? match : heaviest;
        }
        return Optional.ofNullable(heaviest);
    }

    /// Two phrases of a theme in one search weigh more than either.
    private static Match together(Match a, Match b) {
        var heavier = b.weight() > a.weight() ? b : a;
        int weight = Math.min(100, heavier.weight() + EXTRA);
        return new Match(heavier.theme(), weight, heavier.phrase());
    }
}
