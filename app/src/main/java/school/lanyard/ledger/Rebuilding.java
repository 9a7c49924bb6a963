// SPDX-License-Identifier: Apache-2.0
package school.lanyard.ledger;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import school.lanyard.core.digest.Sha256;
import school.lanyard.database.Database;
import school.lanyard.ledger.store.Entries;
import school.lanyard.sealing.KeyDestroyedException;
import school.lanyard.sealing.Seals;

/// Everything that it takes to work out from a school's ledger what its rows should say. Each
/// feature does so for its own, and shows nothing of it to anybody.
public record Rebuilding(Database database, Seals seals, Ledger ledger, String school) {

    /// What is found in place of content that was sealed by somebody else, or for another row.
    private static final String CHANGED = "does not open";

    /// An entry with everything that it is about, in no order.
    public record Told(Recorded entry, Set<String> subjects) {

        public Told {
            subjects = Set.copyOf(subjects);
        }

        /// What it is about beside something else.
        public Optional<String> other(String subject) {
            return subjects.stream().filter(each -> !each.equals(subject)).findFirst();
        }
    }

    public Rebuilding(Database database, Seals seals, String school) {
        this(database, seals, new Ledger(database, seals), school);
    }

    /// Every entry of these actions, oldest first.
    public List<Told> told(String... actions) {
        return database.read(sql -> new Entries(sql, school).ofActions(List.of(actions))).stream()
                .map(entry ->
                        new Told(ledger.opened(school, entry), new HashSet<>(entry.subjects())))
                .toList();
    }

    public <T> T rows(Function<DSLContext, T> query) {
        return database.read(query);
    }

    /// The digest of what a row seals; absent where it was disposed of.
    public Optional<String> digest(String keyId, byte[] sealed, String context) {
        try {
            return Optional.of(Sha256.hex(seals.open(school, keyId, sealed, context)));
        } catch (KeyDestroyedException disposed) {
            return Optional.empty();
        } catch (IllegalStateException changed) {
            return Optional.of(CHANGED);
        }
    }

    /// The digest of the same content as an entry tells it.
    public static String digest(String content) {
        return Sha256.hex(content.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Rebuilding[" + school + "]";
    }
}
