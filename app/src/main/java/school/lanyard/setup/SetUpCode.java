// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import school.lanyard.people.Schools;
import school.lanyard.people.Secrets;

/// The code that whoever started the server needs to found its school. It is printed to their
/// terminal, kept in memory only, and is new at every start.
@Component
public final class SetUpCode {

    private final String code = Secrets.fresh();
    private final Schools schools;
    private final String site;

    SetUpCode(Schools schools, @Value("${lanyard.site:http://localhost:8080}") String site) {
        this.schools = schools;
        this.site = site;
    }

    /// Whether this is the code, and there is still a school to be founded.
    public boolean opens(String given) {
        return MessageDigest.isEqual(
                        code.getBytes(StandardCharsets.UTF_8),
                        given.getBytes(StandardCharsets.UTF_8))
                && schools.all().isEmpty();
    }

    /// For the terminal and for tests that stand in for whoever reads it.
    public String address() {
        return "/set-up/" + code;
    }

    /// The terminal, and not the log: a log is kept.
    @EventListener(ApplicationReadyEvent.class)
    void show() {
        if (schools.all().isEmpty()) {
            print(System.out);
        }
    }

    private void print(PrintStream terminal) {
        terminal.println("No school has been set up yet. Open this address once to begin:");
        terminal.println("  " + site + address());
    }
}
