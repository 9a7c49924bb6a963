// SPDX-License-Identifier: Apache-2.0
/// Answers Squid over its external ACL helper protocol.
@NullMarked
package school.lanyard.signals.filter.squid;

import org.jspecify.annotations.NullMarked;
