// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.time.Instant;
import school.lanyard.core.routing.Destination;

/// What a reporter is given: proof that it was received, when, and where it went.
///
/// @param news what they may know has become of it since
public record Receipt(
        String reference,
        Instant receivedAt,
        boolean atRiskNow,
        Destination destination,
        News news) {}
