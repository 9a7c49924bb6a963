// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Changes a link the way somebody with the database file could.
final class Tamper {
    private Tamper() {}

    /// One bit of one field, whichever the dice choose.
    static Link oneBit(Link link, RandomGenerator dice) {
        return switch (dice.nextInt(3)) {
            case 0 ->
                    new Link(
                            link.entry(), link.previous(), new Hash(flip(link.hash().hex(), dice)));
            case 1 ->
                    new Link(
                            link.entry(), new Hash(flip(link.previous().hex(), dice)), link.hash());
            default -> new Link(entry(link.entry(), dice), link.previous(), link.hash());
        };
    }

    /// The content of `other`, put where `link` stands.
    static Link inPlaceOf(Link link, Link other) {
        var e = other.entry();
        var moved =
                new Entry(
                        e.school(),
                        link.entry().sequence(),
                        e.id(),
                        e.at(),
                        e.actor(),
                        e.action(),
                        e.subjects(),
                        e.keyId(),
                        e.ciphertext());
        return new Link(moved, link.previous(), link.hash());
    }

    private static Entry entry(Entry e, RandomGenerator dice) {
        int field = dice.nextInt(9);
        return new Entry(
                field == 0 ? flip(e.school(), dice) : e.school(),
                field == 1 ? e.sequence() ^ (1L << dice.nextInt(64)) : e.sequence(),
                field == 2 ? flip(e.id(), dice) : e.id(),
                field == 3 ? e.at() ^ (1L << dice.nextInt(64)) : e.at(),
                field == 4 ? flip(e.actor(), dice) : e.actor(),
                field == 5 ? flip(e.action(), dice) : e.action(),
                field == 6 ? subjects(e.subjects(), dice) : e.subjects(),
                field == 7 ? (e.keyId() == null ? "key" : flip(e.keyId(), dice)) : e.keyId(),
                field == 8 ? sealed(e.ciphertext(), dice) : e.ciphertext());
    }

    private static List<String> subjects(List<String> subjects, RandomGenerator dice) {
        if (subjects.isEmpty()) {
            return List.of("person-1");
        }
        var changed = new ArrayList<>(subjects);
        int place = dice.nextInt(changed.size());
        changed.set(place, flip(changed.get(place), dice));
        return changed;
    }

    private static Ciphertext sealed(@Nullable Ciphertext sealed, RandomGenerator dice) {
        var bytes = sealed == null ? new byte[1] : sealed.bytes();
        bytes[dice.nextInt(bytes.length)] ^= (byte) (1 << dice.nextInt(8));
        return Ciphertext.of(bytes);
    }

    /// One of the low seven bits of one letter, so that what comes out is still text.
    private static String flip(String text, RandomGenerator dice) {
        var letters = text.toCharArray();
        letters[dice.nextInt(letters.length)] ^= (char) (1 << dice.nextInt(7));
        return new String(letters);
    }
}
