// SPDX-License-Identifier: Apache-2.0
package school.lanyard.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import school.lanyard.core.pack.Loaded;
import school.lanyard.core.pack.Packs;
import school.lanyard.database.Database;
import school.lanyard.ledger.Actor;
import school.lanyard.policy.Editions;
import school.lanyard.sealing.Seals;
import school.lanyard.setup.Founding;
import school.lanyard.testing.Engine;
import school.lanyard.testing.Guest;
import school.lanyard.testing.LiveSchool;

/// Two schools share a server. Each has its policy at addresses of its own, which say nothing of
/// the other.
class SeveralSchoolsTest {

    private static final String WILLOW = "Willow Bank Test School";
    private static final String ALDER = "Alder Brook Test School";

    private static LiveSchool school;
    private static String willow;
    private static String alder;
    private static Guest nobody;

    @BeforeAll
    static void open() {
        school = new LiveSchool(Engine.SQLITE);
        var pack = ((Loaded.Sound) Packs.in(Path.of("..", "packs")).load("balfour")).pack();
        var other = UUID.randomUUID().toString();
        var server = school.server();
        server.bean(Seals.class).foundSchool(other);
        server.bean(Database.class)
                .found(
                        other,
                        tx -> {
                            server.bean(Founding.class).insert(tx, ALDER, true);
                            return server.bean(Editions.class)
                                    .publish(tx, Actor.LANYARD, pack, school.today());
                        });
        willow = "/schools/" + school.school();
        alder = "/schools/" + other;
        nobody = new Guest(school.server().site());
    }

    @AfterAll
    static void close() {
        school.close();
    }

    private static String page(String path) {
        var answer = nobody.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    @Test
    void each_has_its_policy_its_papers_and_its_answers_to_itself() {
        for (var path :
                new String[] {
                    "/policy",
                    "/policy/papers",
                    "/policy/posters/staff",
                    "/policy/may-i/parents",
                    "/policy/may-i/visitors",
                    "/policy/may-i/learners"
                }) {
            assertThat(page(willow + path))
                    .as(path)
                    .contains(WILLOW)
                    .doesNotContain(ALDER, alder, "BF-0", "href=\"/policy");
            assertThat(page(alder + path))
                    .as(path)
                    .contains(ALDER)
                    .doesNotContain(WILLOW, willow, "BL-0", "href=\"/policy");
        }
        assertThat(page(alder + "/policy")).contains("BF-001", "/worried/" + alder.substring(9));
    }

    @Test
    void each_has_papers_as_pdf() {
        var poster = nobody.document(alder + "/policy/posters/visitor.pdf");
        assertThat(poster.statusCode()).isEqualTo(200);
        assertThat(new String(poster.body(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        assertThat(nobody.get("/policy.pdf").statusCode()).isEqualTo(404);
    }

    @Test
    void an_address_that_names_none_leads_to_the_choice() {
        assertThat(Guest.to(nobody.get("/policy"))).isEqualTo("/policy/papers");
        assertThat(page("/policy/papers"))
                .contains(willow + "/policy/papers", alder + "/policy/papers", WILLOW, ALDER);
        assertThat(page("/policy/may-i/parents")).contains(alder + "/policy/may-i/parents");
        var none = "/schools/00000000-0000-4000-8000-000000000000";
        for (var path : new String[] {"/policy", "/policy/papers", "/policy/may-i/parents"}) {
            assertThat(nobody.get(none + path).statusCode()).as(path).isEqualTo(404);
        }
    }
}
