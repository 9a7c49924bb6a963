// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter.index;

import java.io.IOException;

/// A compiled index that cannot be trusted. Whoever was deciding by another goes on with that one.
public final class DamagedIndexException extends IOException {

    private static final long serialVersionUID = 1L;

    DamagedIndexException(String why) {
        super("The index cannot be used: " + why);
    }
}
