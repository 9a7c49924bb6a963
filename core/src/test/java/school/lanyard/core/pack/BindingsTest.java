// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// What keeps a clause is what cites it, and a post keeps only the clauses about who holds it.
class BindingsTest {

    private static final String ROLES =
            """
            roles: {lead: {clauses: [HT-1, HT-2]}}
            controls: {ledger: {clauses: [HT-2, HT-3]}}
            decisions: {phones: {clauses: [HT-4], rows: [{row: Bring one, clauses: [HT-5]}]}}
            responses: {staff: {clauses: [HT-4]}}
            """;
    private static final String CLAUSES =
            """
            clauses:
              HT-1: {area: roles, kind: people}
              HT-2: {area: roles, kind: schedule}
              HT-3: {area: ledger}
              HT-4: {area: devices}
              HT-5: {area: devices}
            """;

    private static Map<String, java.util.Set<String>> bound() {
        var faults = new Faults();
        var tree = YamlReader.read("pack", ROLES + CLAUSES, faults).orElseThrow();
        assertThat(faults.list()).isEmpty();
        return Bindings.of(tree);
    }

    @Test
    void a_post_keeps_the_clause_that_says_who_holds_it() {
        assertThat(bound().get("HT-1")).containsExactly("role:lead");
    }

    @Test
    void a_post_keeps_no_other_clause_that_it_cites() {
        assertThat(bound().get("HT-2")).containsExactly("control:ledger");
    }

    @Test
    void a_control_keeps_what_it_cites() {
        assertThat(bound().get("HT-3")).containsExactly("control:ledger");
    }

    @Test
    void a_table_or_grid_keeps_what_it_cites_as_a_whole() {
        assertThat(bound().get("HT-4")).containsExactly("decision:phones", "response:staff");
        assertThat(bound().get("HT-5")).containsExactly("decision:phones/bring-one");
    }
}
