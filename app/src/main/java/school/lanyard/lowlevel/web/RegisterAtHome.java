// SPDX-License-Identifier: Apache-2.0
package school.lanyard.lowlevel.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import school.lanyard.access.Caller;
import school.lanyard.access.SignedIn;
import school.lanyard.core.pack.ReportKind;
import school.lanyard.home.AtHome;
import school.lanyard.home.HomeSource;
import school.lanyard.policy.Editions;
import school.lanyard.web.Card;

/// For those who handle cases: where the register is, whether or not there is anything in it.
@Component
@Order(130)
class RegisterAtHome implements HomeSource {

    private final Editions editions;

    RegisterAtHome(Editions editions) {
        this.editions = editions;
    }

    @Override
    public List<AtHome> items(SignedIn who) {
        var kept =
                editions.running(who.schoolId()).pack().kinds().values().stream()
                        .anyMatch(ReportKind::register);
        return kept && who.isAny(Caller.HANDLE_CASES)
                ? List.of(
                        new AtHome.Place(
                                Card.of(
                                        "/low-level",
                                        "Low-level concerns",
                                        "The register, by adult, as far as you may read it")))
                : List.of();
    }
}
