// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Every choice that the invented school leaves to chance, from one seed.
final class Chance {

    private static final Pattern CHOICE = Pattern.compile("\\[([^\\[\\]]*)]");

    private final RandomGenerator random;

    Chance(long seed) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    boolean percent(int share) {
        return random.nextInt(100) < share;
    }

    <T> T of(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    <T> List<T> shuffled(List<T> things) {
        var shuffled = new ArrayList<>(things);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            T other = shuffled.get(j);
            shuffled.set(j, shuffled.get(i));
            shuffled.set(i, other);
        }
        return shuffled;
    }

    /// Chooses one of each `[this|that]`.
    String phrase(String template) {
        return CHOICE.matcher(template)
                .replaceAll(found ->
                        Matcher.quoteReplacement(of(List.of(found.group(1).split("\\|", -1)))));
    }
}
