// SPDX-License-Identifier: Apache-2.0
/// Reads the files that other programs write about who belongs to a school. Pure: no clock, no
/// database, no framework; the same bytes always read the same.
@NamedInterface("file")
@NullMarked
package school.lanyard.roster.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
