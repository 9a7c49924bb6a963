// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import school.lanyard.core.pack.IncidentPlaybook;

/// The group's judgement after an investigation, and what may follow from it.
class SubstanceTest {

    private static final List<String> FOLLOWS =
            List.of("respond-internally", "involve-authority", "involve-police");

    @Test
    void is_judged_after_the_investigation_and_not_before() {
        assertThat(looking().progress().isOpen("judge-substance")).isFalse();
        assertThat(looking().did("investigate").progress().isOpen("judge-substance")).isTrue();
    }

    @Test
    void is_what_a_response_the_authority_and_the_police_wait_for() {
        var investigated = looking().did("investigate");
        assertThat(FOLLOWS).noneMatch(step -> investigated.progress().isOpen(step));
        var upheld = investigated.answered("substance", true).progress();
        assertThat(FOLLOWS).allMatch(upheld::isOpen);
        var dismissed = investigated.answered("substance", false).progress();
        assertThat(FOLLOWS).noneMatch(dismissed::isOpen);
    }

    @Test
    void is_nothing_that_closing_waits_for() {
        var closed =
                looking()
                        .did("investigate", "update-parents", "wellbeing", "update-log")
                        .did("feedback", "review-policies", "share-with-staff")
                        .did("make-changes", "watch");
        assertThat(closed.progress().closing().allowed()).isTrue();
    }

    private static Case looking() {
        return Case.opened(IncidentPlaybook.asShipped())
                .did("notified", "protect")
                .answered("classification", "unsuitable")
                .answered("serious", false);
    }
}
