// SPDX-License-Identifier: Apache-2.0
/// The commands of the command line: what is asked, what is answered, and with which exit code.
@NullMarked
package school.lanyard.cli;

import org.jspecify.annotations.NullMarked;
