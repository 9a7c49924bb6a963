// SPDX-License-Identifier: Apache-2.0
/// Holds what would block far too much, or too little, until a person has decided.
@NullMarked
package school.lanyard.signals.filter.guard;

import org.jspecify.annotations.NullMarked;
