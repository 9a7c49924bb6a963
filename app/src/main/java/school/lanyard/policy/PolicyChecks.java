// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy;

import java.util.Map;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import school.lanyard.core.pack.Control;
import school.lanyard.core.pack.Pack;
import school.lanyard.database.Database;
import school.lanyard.evidence.Asked;
import school.lanyard.evidence.ControlCheck;
import school.lanyard.evidence.Finding;
import school.lanyard.policy.store.EditionRows;

/// What the program promises about the policy and its editions, measured on them.
@Configuration(proxyBeanMethods = false)
class PolicyChecks {

    /// One control and how it is measured.
    private record Check(Control control, Function<Asked, Finding> by) implements ControlCheck {
        @Override
        public Finding look(Asked asked) {
            return by.apply(asked);
        }
    }

    /// Every question that can be asked is asked, for every group.
    @Bean
    ControlCheck policyAnswers() {
        return new Check(
                Control.POLICY_ANSWERS,
                asked ->
                        answers(asked.pack())
                                ? Finding.passed(
                                        "Every question that can be asked of the edition in force was"
                                                + " asked, for every group, and got an answer or"
                                                + " somebody to ask.")
                                : Finding.failed("The edition in force answers no question."));
    }

    private static boolean answers(Pack pack) {
        var decide = pack.decide();
        for (var subject : decide.subjects()) {
            for (var group : pack.vocabulary().groups().keySet()) {
                decide.tell(group, subject.key(), Map.of());
            }
        }
        return !decide.subjects().isEmpty();
    }

    /// Read afresh from the records, not from what the server keeps in memory.
    @Bean
    ControlCheck policyEditions(Database database) {
        return new Check(
                Control.POLICY_EDITIONS,
                asked ->
                        database.read(sql -> new EditionRows(sql, asked.school()).allAsPublished())
                                ? Finding.passed(
                                        "Every edition is as it was published, and its publishing is"
                                                + " in the ledger.")
                                : Finding.failed("An edition is not as it was published."));
    }
}
