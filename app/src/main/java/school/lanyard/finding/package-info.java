// SPDX-License-Identifier: Apache-2.0
/// Finding cases: by the words in them, by what they are, and what they have in common.
@NullMarked
package school.lanyard.finding;

import org.jspecify.annotations.NullMarked;
