// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.detect;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Brings what somebody typed to plain words: accents, capitals, `5u1c1de`, `s u i c i d e`,
/// `su.ic.ide` and `suuuicide` undone.
final class Folding {

    private static final String LOOKS_LIKE = "0o1i3e4a5s7t@a$s!i|i";

    private Folding() {}

    static List<String> words(String typed) {
        var plain = isAscii(typed) ? typed.toLowerCase(Locale.ROOT).replace("'", "") : ascii(typed);
        var words = new ArrayList<String>();
        int from = 0;
        for (int at = 0; at <= plain.length(); at++) {
            if (at == plain.length() || plain.charAt(at) <= ' ') {
                if (at > from) {
                    add(words, plain.substring(from, at));
                }
                from = at + 1;
            }
        }
        return joined(words);
    }

    private static boolean isAscii(String typed) {
        return typed.chars().allMatch(c -> c < 128);
    }

    private static String ascii(String typed) {
        var plain = new StringBuilder();
        Normalizer.normalize(typed, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .filter(c -> c != '\'' && c != '\u2019' && Character.getType(c) != Character.FORMAT)
                .forEach(c -> plain.append(c < 128 ? (char) c : ' '));
        return plain.toString();
    }

    /// Splits a word at what is no letter, unless the parts are so short that they only hide it.
    private static void add(List<String> words, String typed) {
        if (typed.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
            words.add(unstretched(typed));
            return;
        }
        var word = hasLetter(typed) ? letters(typed) : typed;
        var parts =
                List.of(word.split("[^a-z0-9]+", -1)).stream().filter(p -> !p.isEmpty()).toList();
        boolean hiding = parts.size() > 2 && parts.stream().allMatch(part -> part.length() <= 3);
        if (hiding) {
            words.add(unstretched(String.join("", parts)));
        } else {
            parts.forEach(part -> words.add(unstretched(part)));
        }
    }

    private static boolean hasLetter(String word) {
        return word.chars().filter(c -> c >= 'a' && c <= 'z').count() >= 2;
    }

    /// Digits and signs that stand for letters, between or beside letters.
    private static String letters(String word) {
        var letters = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            int like = LOOKS_LIKE.indexOf(word.charAt(i));
            boolean last = i == word.length() - 1;
            boolean stands = like >= 0 && like % 2 == 0 && !(last && word.charAt(i) == '!');
            letters.append(stands ? LOOKS_LIKE.charAt(like + 1) : word.charAt(i));
        }
        return letters.toString();
    }

    /// Three or more of a letter are one.
    private static String unstretched(String word) {
        var plain = new StringBuilder(word.length());
        for (int from = 0; from < word.length(); ) {
            int end = from;
            while (end < word.length() && word.charAt(end) == word.charAt(from)) {
                end++;
            }
            boolean stretched = end - from > 2 && Character.isLetter(word.charAt(from));
            plain.append(word, from, stretched ? from + 1 : end);
            from = end;
        }
        return plain.toString();
    }

    /// A run of three or more single letters is a word that was pulled apart.
    private static List<String> joined(List<String> words) {
        var joined = new ArrayList<String>();
        int at = 0;
        while (at < words.size()) {
            int end = at;
            while (end < words.size() && words.get(end).length() == 1) {
                end++;
            }
            if (end - at >= 3) {
                joined.add(unstretched(String.join("", words.subList(at, end))));
                at = end;
            } else {
                joined.add(words.get(at++));
            }
        }
        return joined;
    }
}
