// SPDX-License-Identifier: Apache-2.0
package school.lanyard.assurance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.pack.Control;

/// What a control's newest self-check found.
///
/// @param at absent where it was never checked
public record Checked(Control control, @Nullable Instant at, boolean passed, String found) {}
