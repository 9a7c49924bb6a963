// SPDX-License-Identifier: Apache-2.0
/// Breaches planted on purpose.
@NullMarked
package school.lanyard.architecture.planted.core.decision;

import org.jspecify.annotations.NullMarked;
