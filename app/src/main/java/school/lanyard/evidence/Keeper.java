// SPDX-License-Identifier: Apache-2.0
package school.lanyard.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import school.lanyard.access.Caller;
import school.lanyard.access.SignedIn;

/// A mechanism in plain words, and where it can be looked at.
///
/// @param address absent where it has no page of its own
/// @param may who can open that page
public record Keeper(String words, @Nullable String address, List<Caller> may) {

    public Keeper {
        may = List.copyOf(may);
    }

    public static Keeper of(String words) {
        return new Keeper(words, null, List.of());
    }

    public static Keeper at(String words, String address, Caller... may) {
        return new Keeper(words, address, List.of(may));
    }

    /// The address for somebody who can open it.
    public @Nullable String addressFor(SignedIn who) {
        return who.isAny(may.toArray(Caller[]::new)) ? address : null;
    }
}
