// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import school.lanyard.testing.Engine;
import school.lanyard.testing.Guest;
import school.lanyard.testing.Running;

class ChoosingPolicyTest {

    @Test
    void policies_of_the_same_name_can_be_told_apart_and_name_no_school() {
        try (var server = Running.shared(Engine.SQLITE)) {
            var path = server.bean(SetUpCode.class).waiting().orElseThrow();
            var page = new Guest(server.site()).get(path).body();
            assertThat(page)
                    .contains("value=\"balfour\"", "value=\"boughton-leigh\"")
                    .contains("which speaks of pupils", "which speaks of learners")
                    .contains("Tables of responses: none.", "Tables of responses: 2.")
                    .doesNotContain("Balfour", "Boughton");
        }
    }
}
