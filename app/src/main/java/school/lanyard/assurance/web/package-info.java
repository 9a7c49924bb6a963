// SPDX-License-Identifier: Apache-2.0
/// The pages of assurance, and what of them can be taken out.
@NullMarked
package school.lanyard.assurance.web;

import org.jspecify.annotations.NullMarked;
