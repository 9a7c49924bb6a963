// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup.demo;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import school.lanyard.people.Schools;

/// Keeps invented schools and real ones apart: a server runs one kind, and does not start on data
/// of the other, whichever way it came there.
@Component
public final class DemoGuard {

    /// The data is not of the kind that was to be run.
    public static final class WrongKindException extends RuntimeException {
        private static final long serialVersionUID = 1;

        WrongKindException(String message) {
            super(message);
        }
    }

    DemoGuard(Schools schools, @Value("${lanyard.demo:false}") boolean demonstration) {
        if (demonstration && schools.any(false)) {
            throw new WrongKindException("This data is a real school's, and no demonstration");
        }
        if (!demonstration && schools.any(true)) {
            throw new WrongKindException("This data is a demonstration's, of an invented school");
        }
    }
}
