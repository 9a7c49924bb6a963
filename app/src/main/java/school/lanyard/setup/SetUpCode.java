// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import school.lanyard.people.Schools;
import school.lanyard.people.Secrets;

/// The code that whoever started the server needs to found its school. It is printed to their
/// terminal, kept in memory only, and is new at every start.
@Component
public final class SetUpCode {

    private final String code = Secrets.fresh();
    private final Schools schools;

    SetUpCode(Schools schools) {
        this.schools = schools;
    }

    /// Whether this is the code, and there is still a school to be founded.
    public boolean opens(String given) {
        return MessageDigest.isEqual(
                        code.getBytes(StandardCharsets.UTF_8),
                        given.getBytes(StandardCharsets.UTF_8))
                && schools.all().isEmpty();
    }

    /// The path that founds the school, for the terminal; absent once there is a school.
    public Optional<String> waiting() {
        return schools.all().isEmpty() ? Optional.of(address()) : Optional.empty();
    }

    String address() {
        return "/set-up/" + code;
    }
}
