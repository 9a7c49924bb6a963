// SPDX-License-Identifier: Apache-2.0
/// The rules that no compiler checks, each seen to catch a breach planted beside it.
@NullMarked
package school.lanyard.architecture;

import org.jspecify.annotations.NullMarked;
