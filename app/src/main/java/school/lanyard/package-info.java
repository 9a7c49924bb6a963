// SPDX-License-Identifier: Apache-2.0
/// Lanyard's server: one package below this one per feature.
@NullMarked
package school.lanyard;

import org.jspecify.annotations.NullMarked;
