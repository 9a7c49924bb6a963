// SPDX-License-Identifier: Apache-2.0
/// The rows of attestations, campaigns and personal links.
@NullMarked
package school.lanyard.attestations.store;

import org.jspecify.annotations.NullMarked;
