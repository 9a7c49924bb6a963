// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup.demo;

import java.time.LocalDateTime;

/// A concern that needed no incident, and what its handler recorded instead.
public record DemoAnswer(
        String concernId,
        String handlerId,
        LocalDateTime at,
        String decision,
        String told,
        String feedback) {}
