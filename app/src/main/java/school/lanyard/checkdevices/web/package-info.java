// SPDX-License-Identifier: Apache-2.0
@NullMarked
package school.lanyard.checkdevices.web;

import org.jspecify.annotations.NullMarked;
