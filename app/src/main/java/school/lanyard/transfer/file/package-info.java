// SPDX-License-Identifier: Apache-2.0
/// What a child's file is made of, and how it is read with care.
@NullMarked
package school.lanyard.transfer.file;

import org.jspecify.annotations.NullMarked;
