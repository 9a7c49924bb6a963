// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.time.Instant;

/// A change that waits for a second person.
public record AccessRequest(
        String id, String person, AccessChange change, String askedBy, Instant askedAt) {}
