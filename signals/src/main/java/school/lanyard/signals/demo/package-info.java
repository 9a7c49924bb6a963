// SPDX-License-Identifier: Apache-2.0
/// Invents the web log of a school day from a seed, with what is planted in it.
@NullMarked
package school.lanyard.signals.demo;

import org.jspecify.annotations.NullMarked;
