// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.store;

import java.time.Instant;

/// A case's own row: what is the same for a concern and an incident.
public record CaseFile(
        String id, String kind, String reference, String keyId, String edition, Instant openedAt) {}
