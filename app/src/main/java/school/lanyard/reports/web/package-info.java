// SPDX-License-Identifier: Apache-2.0
/// The pages of reports: issuing one, reading one, and the leaders' annex.
@NullMarked
package school.lanyard.reports.web;

import org.jspecify.annotations.NullMarked;
