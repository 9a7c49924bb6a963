// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static school.lanyard.database.schema.Tables.ISSUED_REPORT;
import static school.lanyard.database.schema.Tables.OUTBOX;
import static school.lanyard.reports.Cases.LAST_AUTUMN;
import static school.lanyard.reports.Cases.LAST_SPRING;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.IncidentEvent;
import school.lanyard.concerns.Part;
import school.lanyard.database.Database;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Recorded;
import school.lanyard.reports.disclosure.Cell;
import school.lanyard.testing.Engine;
import school.lanyard.testing.Guest;
import school.lanyard.testing.LiveSchool;
import school.lanyard.testing.Staff;

/// From the incidents of a year to the report that governors read, in the real server.
@ParameterizedClass
@EnumSource(Engine.class)
class GovernorReportsTest {

    static final String AUTUMN = "/reports/new/2025-autumn";
    static final String SPRING = "/reports/new/2025-spring";
    static final Pattern HIDDEN = Pattern.compile("name=\"(replaces|seen)\" value=\"([^\"]*)\"");

    @Parameter Engine engine;
    LiveSchool school;
    Cases cases;
    Guest dsl;

    @BeforeEach
    void open() {
        school = new LiveSchool(engine);
        cases = new Cases(school);
        for (int i = 0; i < 7; i++) {
            cases.incident("anything-else", "pip", "dsl", LAST_AUTUMN.plusSeconds(i));
        }
        for (int i = 0; i < 6; i++) {
            cases.incident("anything-else", "bo", "dsl", "learner", 1, LAST_AUTUMN);
        }
        dsl = school.guest("dsl");
    }

    @AfterEach
    void close() {
        school.close();
    }

    @Test
    void a_report_is_issued_once_and_kept_whole() {
        var head = school.server().bean(Ledger.class).head(school.school()).hex();
        var sent = issue(AUTUMN, "It was a quiet term.");
        var report = Guest.to(sent);
        assertThat(report).startsWith("/reports/").hasSize(45);
        var page = dsl.get(report).body();
        assertThat(page)
                .contains("It was a quiet term.")
                .contains("Self-reported")
                .contains("Measured")
                .contains(">13<")
                .contains("Diana Sharpe, Designated safeguarding lead")
                .contains("Online safety policy");

        var pdf = dsl.document(report + "/report.pdf");
        assertThat(pdf.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(pdf.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(pdf.headers().firstValue("Content-Disposition").orElse(""))
                .isEqualTo("attachment; filename=\"governors-report.pdf\"");
        assertThat(PaperText.tagged(pdf.body())).isTrue();
        assertThat(PaperText.of(pdf.body()))
                .contains("Autumn term 2025", "Summary (self-reported)", "Incidents (measured)")
                .contains("It was a quiet term.", "Not shown", "Page 1 of")
                .doesNotContain("Pip", "Bo Larkin");
        PaperText.pictures(pdf.body(), "governors-report-" + engine);
        assertThat(dsl.document(report + "/report.pdf").body())
                .as("the same bytes for ever")
                .isEqualTo(pdf.body());

        assertThat(head).isNotEqualTo(hash(page));
        assertThat(school.server().bean(Ledger.class).verify(school.school()).toString())
                .startsWith("Whole");
        assertThat(actions(report))
                .containsSubsequence(
                        "report.issued", "report.read", "report.exported", "report.exported");
        assertThat(waitingMail("chair")).isPositive();
    }

    @Test
    void a_form_sent_twice_issues_one_report() {
        var form = new Fields(dsl.get(AUTUMN));
        var first = send(AUTUMN, form, "It was a quiet term.");
        var second = send(AUTUMN, form, "It was a quiet term.");
        assertThat(Guest.to(second)).isEqualTo(Guest.to(first));
        assertThat(rows()).isOne();
    }

    @Test
    void issuing_again_replaces_and_keeps_the_first() {
        var first = Guest.to(issue(AUTUMN, "It was a quiet term."));
        for (int i = 0; i < 9; i++) {
            cases.incident("anything-else", "pip", "dsl", "learner", 2, LAST_AUTUMN);
        }
        var second = Guest.to(issue(AUTUMN, "It was a quiet term, and we forgot the workshop."));
        assertThat(dsl.get(second).body()).contains("forgot the workshop", ">13<", first);
        assertThat(dsl.get(first).body())
                .contains("It was a quiet term.", second)
                .doesNotContain("forgot");
        var spring = Guest.to(issue(SPRING, "Spring was quiet as well."));
        assertThat(dsl.get(spring).body()).contains("Autumn term 2025", "Spring term 2026");
        assertThat(dsl.get(AUTUMN).statusCode()).as("a later term has gone out").isEqualTo(404);
        assertThat(rows()).isEqualTo(3);
    }

    @Test
    void a_summary_that_names_somebody_is_refused_with_everything_kept() {
        var form = new Fields(dsl.get(AUTUMN));
        var words = "We spoke to PIP’s class & thanked Mrs Marlow. A hard stone.";
        var refused = send(AUTUMN, form, words);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Take out: PIP’s, Marlow")
                .contains("We spoke to PIP’s class &amp; thanked Mrs Marlow.");
        assertThat(rows()).isZero();
    }

    @Test
    void an_everyday_word_goes_out_once_somebody_has_ticked_it() {
        var words = "Hale and hearty. The children enjoyed the Stone Age day.";
        var asked = send(AUTUMN, new Fields(dsl.get(AUTUMN)), words);
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("“Stone” is not a name here", words);
        var form = new Fields(dsl.get(AUTUMN));
        var one = send(AUTUMN, form, words, "words", "Stone");
        assertThat(one.statusCode()).as("Hale is a name too").isEqualTo(422);
        assertThat(rows()).isZero();
        var harmless = "The children enjoyed the Stone Age day.";
        assertThat(Guest.to(send(AUTUMN, form, harmless, "words", "Stone")))
                .startsWith("/reports/");
    }

    @Test
    void nobody_issues_tables_that_they_have_not_seen() {
        var form = new Fields(dsl.get(AUTUMN));
        for (int i = 0; i < 9; i++) {
            cases.incident("anything-else", "pip", "dsl", "learner", 2, LAST_AUTUMN);
        }
        var refused = send(AUTUMN, form, "It was a quiet term.");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("The figures have changed", ">22<", "It was a quiet term.");
        assertThat(Guest.to(send(AUTUMN, new Fields(refused), "It was a quiet term.")))
                .startsWith("/reports/");
    }

    @Test
    void only_periods_that_are_over_are_on_offer() {
        assertThat(dsl.get("/reports/new").body())
                .contains("Autumn term 2025", "Spring term 2026", "Academic year 2025 to 2026")
                .doesNotContain("Autumn term 2026");
        assertThat(dsl.get("/reports/new/2026-autumn").statusCode()).isEqualTo(404);
        assertThat(dsl.get("/reports/new/2025-summer").statusCode()).isEqualTo(404);
        assertThat(dsl.get("/reports/new/anything").statusCode()).isEqualTo(404);
    }

    @Test
    void a_small_number_is_shown_nowhere() {
        for (int i = 0; i < 2; i++) {
            cases.incident("anything-else", "pip", "dsl", "learner", 5, LAST_SPRING);
        }
        var page = dsl.get(SPRING).body();
        assertThat(page).contains("Not shown", ">13<").doesNotContain(">2<", ">15<", ">7<");
    }

    @Test
    void a_case_about_a_leader_or_a_reader_counts_nowhere() {
        var before = tables();
        cases.incident("about-headteacher", "head", "chair", "staff", 0, LAST_AUTUMN);
        cases.incident("about-safeguarding-leads", "deputy", "head", "staff", 0, LAST_AUTUMN);
        var own = cases.incident("anything-else", "pip", "dsl", "learner", 3, LAST_AUTUMN);
        assertThat(tables()).isNotEqualTo(before);
        cases.record(
                "dsl",
                own,
                new IncidentEvent.PersonLinked(school.id("governor"), Part.ALLEGED),
                LAST_AUTUMN.plusSeconds(60));
        assertThat(tables()).isEqualTo(before);
    }

    @Test
    void posts_without_the_right_are_refused() {
        var report = Guest.to(issue(AUTUMN, "It was a quiet term."));
        var governor = school.guest("governor");
        assertThat(governor.get(report).statusCode()).isEqualTo(200);
        assertThat(governor.get("/reports/new").statusCode()).isEqualTo(403);
        assertThat(governor.get("/reports/annex").statusCode()).isEqualTo(403);
        var teacher = school.guest("teacher");
        assertThat(teacher.get(report).statusCode()).isEqualTo(403);
        assertThat(teacher.get(report + "/report.pdf").statusCode()).isEqualTo(403);
        assertThat(teacher.get("/access-log").statusCode()).isEqualTo(403);
    }

    @Test
    void another_school_finds_nothing() {
        var report = Guest.to(issue(AUTUMN, "It was a quiet term."));
        var other = Staff.of(school.server());
        var id = report.substring("/reports/".length());
        var viewer =
                new Viewer(other.school(), other.join("staff", "dsl").person(), school.today());
        var reports = school.server().bean(GovernorReports.class);
        assertThat(reports.open(viewer, id, "report.read", Instant.now())).isEmpty();
        assertThat(reports.list(other.school())).isEmpty();
        var proposed = reports.propose(viewer, "2025-autumn", Instant.now()).orElseThrow();
        assertThat(proposed.release().cells().values()).allMatch(Cell.Withheld.class::isInstance);
    }

    @Test
    void a_report_changed_in_the_database_does_not_open() {
        var id = Guest.to(issue(AUTUMN, "It was a quiet term.")).substring("/reports/".length());
        school.server()
                .bean(Database.class)
                .change(
                        school.school(),
                        tx ->
                                tx.sql()
                                        .update(ISSUED_REPORT)
                                        .set(ISSUED_REPORT.SEALED, new byte[] {1, 2, 3})
                                        .execute());
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        school.server()
                                .bean(GovernorReports.class)
                                .open(cases.as("dsl"), id, "report.read", Instant.now()));
    }

    private Object tables() {
        return school.server()
                .bean(GovernorReports.class)
                .propose(cases.as("dsl"), "2025-autumn", Instant.now())
                .orElseThrow()
                .release();
    }

    private HttpResponse<String> issue(String period, String summary) {
        return send(period, new Fields(dsl.get(period)), summary);
    }

    private HttpResponse<String> send(String period, Fields form, String summary, String... more) {
        var pairs = new ArrayList<String>();
        pairs.addAll(List.of("replaces", form.replaces(), "seen", form.seen()));
        pairs.addAll(List.of("summary", summary));
        pairs.addAll(List.of(more));
        return dsl.post(period, pairs.toArray(String[]::new));
    }

    /// The hidden fields of a form.
    private record Fields(String replaces, String seen) {
        Fields(HttpResponse<String> page) {
            this(value(page, "replaces"), value(page, "seen"));
        }

        private static String value(HttpResponse<String> page, String name) {
            return HIDDEN.matcher(page.body())
                    .results()
                    .filter(found -> found.group(1).equals(name))
                    .map(found -> found.group(2))
                    .findFirst()
                    .orElse("");
        }
    }

    private static String hash(String page) {
        var found = Pattern.compile("ly-hash\">([0-9a-f]{64})<").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private int rows() {
        return school.server().bean(Database.class).read(sql -> sql.fetchCount(ISSUED_REPORT));
    }

    private int waitingMail(String key) {
        return school.server()
                .bean(Database.class)
                .read(sql -> sql.fetchCount(OUTBOX, OUTBOX.PERSON.eq(school.id(key))));
    }

    private List<String> actions(String report) {
        return school
                .server()
                .bean(Ledger.class)
                .about(school.school(), report.substring("/reports/".length()), "report.")
                .stream()
                .map(Recorded::action)
                .toList();
    }
}
