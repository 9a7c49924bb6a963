// SPDX-License-Identifier: Apache-2.0
/// What governors are told: counts that cannot lead back to a child, and a summary without names.
@NullMarked
package school.lanyard.reports;

import org.jspecify.annotations.NullMarked;
