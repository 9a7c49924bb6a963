// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.time.LocalDate;

/// Something the law or national guidance expects, where that was read, and when it was last
/// checked.
///
/// A `secondHand` fact was read in somebody else's account, and is shown so until someone has
/// checked.
public record LawFact(
        String key,
        String says,
        String source,
        String web,
        LocalDate checkedOn,
        boolean secondHand) {}
