// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// What a password must be, and its hash. Length is all that is asked of its form; what others
/// would try first is refused, by lists that come with the program.
@Component
public final class Passwords {

    public static final int SHORTEST = 15;
    public static final int LONGEST = 256;

    private static final String OWN_WORDS =
            "Password is too easy to guess: it uses your name, your address or your school";
    private static final int LEFT_OVER = 8;
    private static final int MEASURED = 100;
    private static final int GOOD_SCORE = 3;
    private static final int HASHES_AT_ONCE = 2;

    /// Tried where there is no account, so that it takes as long. Right or wrong, it lets nobody
    /// in.
    private static final String NOBODY =
            "$argon2id$v=19$m=19456,t=2,p=1$"
                    + "c72e9t3Tv1jR3jlvTLdqhw$cLCZaSHK6nea65SyiJzb6I4+G310W9d1hcqIYp2hbSc";

    private final Zxcvbn lists = new Zxcvbn();
    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
    private final Semaphore turns = new Semaphore(HASHES_AT_ONCE, true);

    /// Why a password is refused, in words for the person who chose it; absent if it is good.
    ///
    /// @param context words that others would try for this person: their name, school and address
    public Optional<String> refusal(String typed, Collection<String> context) {
        var password = normal(typed);
        var length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(
                    "Password must be "
                            + SHORTEST
                            + " characters or more. Three or four unrelated"
                            + " words make a good one");
        }
        if (length > LONGEST) {
            return Optional.of("Password must be " + LONGEST + " characters or fewer");
        }
        if (leftOver(password, words(context)) < LEFT_OVER) {
            return Optional.of(OWN_WORDS);
        }
        var part = password.substring(0, Math.min(password.length(), MEASURED));
        var strength = lists.measure(part, words(context));
        return strength.getScore() >= GOOD_SCORE ? Optional.empty() : Optional.of(reason(strength));
    }

    public String hash(String typed) {
        return inTurn(() -> argon2.encode(normal(typed)));
    }

    /// Takes as long for an unknown account as for a known one.
    public boolean matches(String typed, @Nullable String hash) {
        if (typed.length() > LONGEST * 2) {
            return false;
        }
        var right = inTurn(() -> argon2.matches(normal(typed), hash == null ? NOBODY : hash));
        return right && hash != null;
    }

    /// However somebody's keyboard composes a letter, it is the same letter.
    private static String normal(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC);
    }

    private static List<String> words(Collection<String> context) {
        return Stream.concat(context.stream(), Stream.of("lanyard", "safeguarding", "school"))
                .flatMap(text ->
                        Stream.concat(Stream.of(text), Stream.of(text.split("[^\\p{L}\\p{N}]+"))))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() > 2)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /// How many letters and digits are left without the words that others would try.
    private static int leftOver(String password, List<String> words) {
        var left = password.toLowerCase(Locale.ROOT);
        for (var word : words) {
            left = left.replace(word, "");
        }
        return left.replaceAll("[^\\p{L}\\p{M}\\p{N}]", "").length();
    }

    private static String reason(Strength strength) {
        var used =
                strength.getSequence().stream()
                        .map(match -> match.dictionaryName == null ? "" : match.dictionaryName)
                        .toList();
        if (used.contains("user_inputs")) {
            return OWN_WORDS;
        }
        if (used.contains("passwords")) {
            return "Password is too easy to guess: it uses one of the commonest passwords";
        }
        return "Password is too easy to guess: it uses a common word, a repeat or a run of keys";
    }

    /// Each hash takes 19 MiB on purpose, so only so many are made at once.
    private <T> T inTurn(java.util.function.Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
