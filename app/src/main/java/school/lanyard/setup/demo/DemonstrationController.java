// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.people.Totp;
import school.lanyard.web.Pages;
import school.lanyard.web.Row;

/// Tells whoever looks round a demonstration how to sign in. It exists in no other server.
@Controller
@ConditionalOnProperty("lanyard.demo")
public final class DemonstrationController {

    /// What opens the demonstration's accounts at this moment.
    public record DemonstrationPage(
            String password, String code, String app, LocalDate madeOn, List<Row> rows) {
        @Override
        public String toString() {
            return "DemonstrationPage";
        }
    }

    private final DemoDirectory directory;
    private final DemoClock clock;

    DemonstrationController(DemoDirectory directory, DemoClock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    @MayCall(Caller.ANYONE)
    @GetMapping("/demonstration")
    ModelAndView show() {
        var secrets = directory.secrets();
        return Pages.of(
                "setup/demonstration",
                new DemonstrationPage(
                        secrets.password(),
                        Totp.code(secrets.totp(), clock.instant()),
                        Totp.spaced(secrets.totp()),
                        Objects.requireNonNull(directory.madeOn()),
                        DemoSignIn.of(DemoSchool.of(DemoSeeding.SEED)).stream()
                                .map(DemonstrationController::row)
                                .toList()));
    }

    private static Row row(DemoSignIn one) {
        return Row.of(one.post(), one.name(), one.address(), one.code() ? "Yes" : "No");
    }
}
