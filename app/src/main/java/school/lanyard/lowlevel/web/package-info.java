// SPDX-License-Identifier: Apache-2.0
@NullMarked
package school.lanyard.lowlevel.web;

import org.jspecify.annotations.NullMarked;
