// SPDX-License-Identifier: Apache-2.0
/// The pages on which people sign, and those on which the office sees who has.
@NullMarked
package school.lanyard.attestations.web;

import org.jspecify.annotations.NullMarked;
