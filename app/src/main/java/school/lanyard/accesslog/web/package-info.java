// SPDX-License-Identifier: Apache-2.0
/// The page of the access log.
@NullMarked
package school.lanyard.accesslog.web;

import org.jspecify.annotations.NullMarked;
