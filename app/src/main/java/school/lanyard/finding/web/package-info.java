// SPDX-License-Identifier: Apache-2.0
/// The pages of finding.
@NullMarked
package school.lanyard.finding.web;

import org.jspecify.annotations.NullMarked;
