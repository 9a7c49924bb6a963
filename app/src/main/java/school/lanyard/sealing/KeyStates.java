// SPDX-License-Identifier: Apache-2.0
package school.lanyard.sealing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/// Which keys a key store has, without opening any: no master key is needed.
///
/// @param live keys that still open what they sealed
/// @param destroyed keys of what was disposed of
/// @param schools the schools whose own key is there
public record KeyStates(Set<String> live, Set<String> destroyed, Set<String> schools) {

    /// A key store that is missing has no keys; it is not made.
    public static KeyStates of(Path keyStore) {
        if (!Files.isRegularFile(keyStore)) {
            return new KeyStates(Set.of(), Set.of(), Set.of());
        }
        try (var store = KeyStore.at(keyStore)) {
            return store.states();
        }
    }
}
