// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.database.schema.Tables.CASE_FILE;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import school.lanyard.concerns.IncidentEvent;
import school.lanyard.database.Database;
import school.lanyard.ledger.Ledger;
import school.lanyard.testing.Engine;
import school.lanyard.testing.Guest;
import school.lanyard.testing.LiveSchool;

/// A chronology that leaves the school, in the real server.
class ChronologyPdfTest {

    static final String RECIPIENT = "The children’s social worker, for a strategy meeting";

    static LiveSchool school;
    static Guest dsl;
    static String reference;

    @BeforeAll
    static void open() {
        school = new LiveSchool(Engine.SQLITE);
        var cases = new Cases(school);
        var at = Instant.parse("2026-11-02T09:00:00Z");
        reference = cases.incident("anything-else", "pip", "dsl", at);
        cases.record(
                "dsl", reference, new IncidentEvent.NoteAdded("Spoke to mum & dad <both>."), at);
        dsl = school.guest("dsl");
    }

    @AfterAll
    static void close() {
        school.close();
    }

    @Test
    void a_document_holds_everything_and_says_where_it_came_from() {
        var sent = dsl.document(path(), "recipient", RECIPIENT);
        assertThat(sent.statusCode()).isEqualTo(200);
        assertThat(sent.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(sent.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(sent.headers().firstValue("Content-Disposition").orElse(""))
                .isEqualTo("attachment; filename=\"chronology-" + reference + ".pdf\"");
        var text = PaperText.of(sent.body()).replaceAll("\\s+", " ");
        assertThat(text)
                .containsIgnoringCase("Confidential safeguarding record")
                .contains("Chronology of incident " + reference)
                .contains("Willow Bank Test School", "Made for " + RECIPIENT)
                .contains("Pip Underhill Affected")
                .contains("<script>alert(1)</script>")
                .contains("The child’s own words He asked me & my sister to keep a secret.")
                .contains("Spoke to mum & dad <both>.")
                .contains("Diana Sharpe, Designated safeguarding lead")
                .contains("Online safety policy, edition of September 2025")
                .contains("Page 1 of");
        assertThat(text.replace(" ", "")).containsPattern("containsit\\.[0-9a-f]{64}");
        assertThat(PaperText.tagged(sent.body())).isTrue();
        PaperText.pictures(sent.body(), "chronology");
    }

    @Test
    void that_it_left_is_in_the_ledger_with_whom_it_is_for() {
        dsl.document(path(), "recipient", RECIPIENT);
        var incident =
                school.server()
                        .bean(Database.class)
                        .read(sql ->
                                sql.select(CASE_FILE.ID)
                                        .from(CASE_FILE)
                                        .where(CASE_FILE.REFERENCE.eq(reference))
                                        .fetchOne(CASE_FILE.ID));
        var left =
                school.server()
                        .bean(Ledger.class)
                        .about(school.school(), incident, "incident.exported")
                        .getLast();
        assertThat(left.actor().id()).isEqualTo(school.id("dsl"));
        assertThat(left.content()).contains(RECIPIENT);
    }

    @Test
    void nothing_leaves_without_saying_whom_it_is_for() {
        var refused = dsl.document(path(), "recipient", " ");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(new String(refused.body(), StandardCharsets.UTF_8))
                .contains("Say who the document is for, and why");
        assertThat(Guest.to(dsl.get(path()))).isEqualTo("/incidents/" + reference + "/chronology");
    }

    @Test
    void whoever_the_door_is_closed_to_finds_no_document() {
        var chair = school.guest("chair");
        assertThat(chair.get(path()).statusCode()).isEqualTo(404);
        assertThat(chair.document(path(), "recipient", RECIPIENT).statusCode()).isEqualTo(404);
        assertThat(school.guest("teacher").document(path(), "recipient", "Me").statusCode())
                .isEqualTo(403);
    }

    private static String path() {
        return "/incidents/" + reference + "/chronology.pdf";
    }
}
