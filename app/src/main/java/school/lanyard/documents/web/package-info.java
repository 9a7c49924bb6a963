// SPDX-License-Identifier: Apache-2.0
/// The policy and its papers for anybody who asks, and the flowchart with the school's own numbers
/// for its staff.
@NullMarked
package school.lanyard.documents.web;

import org.jspecify.annotations.NullMarked;
