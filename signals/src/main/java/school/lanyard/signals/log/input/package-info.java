// SPDX-License-Identifier: Apache-2.0
/// Brings logs in: whole files, compressed ones, and files that grow and are rotated.
@NullMarked
package school.lanyard.signals.log.input;

import org.jspecify.annotations.NullMarked;
