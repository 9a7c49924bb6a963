// SPDX-License-Identifier: Apache-2.0
/// Issued reports, sealed.
@NullMarked
package school.lanyard.reports.store;

import org.jspecify.annotations.NullMarked;
