// SPDX-License-Identifier: Apache-2.0
/// Finds in web logs what needs a person, and says why.
@NullMarked
package school.lanyard.signals.detect;

import org.jspecify.annotations.NullMarked;
