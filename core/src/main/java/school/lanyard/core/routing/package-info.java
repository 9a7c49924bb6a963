// SPDX-License-Identifier: Apache-2.0
/// Says who takes a concern, by whom it is about; never the people it is about, and never back.
@NullMarked
package school.lanyard.core.routing;

import org.jspecify.annotations.NullMarked;
