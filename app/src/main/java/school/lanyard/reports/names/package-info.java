// SPDX-License-Identifier: Apache-2.0
/// Looks for people in a text that is to go out without any. Pure: it is given the roster.
@NamedInterface("names")
@NullMarked
package school.lanyard.reports.names;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
