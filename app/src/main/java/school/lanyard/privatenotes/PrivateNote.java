// SPDX-License-Identifier: Apache-2.0
package school.lanyard.privatenotes;

import java.time.Instant;

/// A note that one handler of an incident wrote for the others.
///
/// @param by an opaque id
public record PrivateNote(Instant at, String by, String text) {}
