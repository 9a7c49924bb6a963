// SPDX-License-Identifier: Apache-2.0
/// Decides what a file would change before anything is changed. Pure: the same file, the same
/// people and the same answers make the same plan, in the dry run and when it is applied.
@NamedInterface("plan")
@NullMarked
package school.lanyard.roster.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
