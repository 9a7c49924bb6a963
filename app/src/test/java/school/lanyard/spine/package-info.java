// SPDX-License-Identifier: Apache-2.0
/// What every feature stands on, under blows: killed processes, full disks, stolen files.
@NullMarked
package school.lanyard.spine;

import org.jspecify.annotations.NullMarked;
