// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Names as lists hold them: two or three labels of a few syllables, most of them under `com`.
public final class InventedNames {

    private static final List<String> ENDINGS =
            List.of(
                    "com", "com", "com", "com", "net", "org", "co.uk", "ru", "de", "info", "xyz",
                    "top");
    private static final String CONSONANTS = "bcdfghjklmnprstvwz";
    private static final String VOWELS = "aeiouy";

    private InventedNames() {}

    public static List<String> of(long seed, int count) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var names = new LinkedHashSet<String>(2 * count);
        while (names.size() < count) {
            names.add(name(random));
        }
        return List.copyOf(names);
    }

    private static String name(RandomGenerator random) {
        var name = new StringBuilder();
        if (random.nextInt(4) == 0) {
            syllables(name, random, 1 + random.nextInt(3)).append('.');
        }
        syllables(name, random, 3 + random.nextInt(4));
        return name.append('.').append(ENDINGS.get(random.nextInt(ENDINGS.size()))).toString();
    }

    private static StringBuilder syllables(StringBuilder name, RandomGenerator random, int count) {
        for (int i = 0; i < count; i++) {
            name.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
            name.append(VOWELS.charAt(random.nextInt(VOWELS.length())));
            if (random.nextInt(3) == 0) {
                name.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
            }
        }
        return name;
    }
}
