// SPDX-License-Identifier: Apache-2.0
package school.lanyard.openreporting;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A tablet of a class, with what it shows.
///
/// @param boundAt when its code was typed on it; absent while nobody has
public record ClassTablet(
        String id,
        String school,
        Shown shown,
        String setUpBy,
        Instant setUpAt,
        @Nullable Instant boundAt) {

    /// What is sealed of it.
    ///
    /// @param className as its staff call it
    public record Shown(String className, List<GrownUp> grownUps) {

        public Shown {
            grownUps = List.copyOf(grownUps);
        }

        @Override
        public String toString() {
            return "Shown";
        }
    }

    /// A grown-up whose face children can press.
    ///
    /// @param name as the children call them
    public record GrownUp(String person, String name, Face face) {
        @Override
        public String toString() {
            return "GrownUp";
        }
    }
}
