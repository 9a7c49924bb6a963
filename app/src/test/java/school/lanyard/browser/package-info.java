// SPDX-License-Identifier: Apache-2.0
/// Drives a real Chromium for every browser test.
@NullMarked
package school.lanyard.browser;

import org.jspecify.annotations.NullMarked;
