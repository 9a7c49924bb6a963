// SPDX-License-Identifier: Apache-2.0
package school.lanyard.access;

/// Somebody who may read a case today, the post through which they may, and the reason recorded
/// when the case was sent to that post.
public record Reader(String person, String role, String why) {}
