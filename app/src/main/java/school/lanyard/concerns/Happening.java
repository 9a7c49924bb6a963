// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.time.Instant;

/// An event with who recorded it and when.
///
/// @param by the id of the person who recorded it
public record Happening(String id, Instant at, String by, IncidentEvent event) {}
