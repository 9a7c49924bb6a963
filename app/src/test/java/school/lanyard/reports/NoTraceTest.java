// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.database.schema.Tables.OUTBOX;
import static school.lanyard.reports.Cases.LAST_AUTUMN;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import school.lanyard.database.Database;
import school.lanyard.testing.Engine;
import school.lanyard.testing.Guest;
import school.lanyard.testing.LiveSchool;

/// Two schools in which the same happens, but for a case about the headteacher in one of them. What
/// the headteacher can reach must be the same in both, to the byte.
class NoTraceTest {

    static final Pattern LINK = Pattern.compile("(?:href|action)=\"(/[^\"#]*)\"");
    static final List<String> FIRST =
            List.of(
                    "/",
                    "/incidents",
                    "/incidents/closed",
                    "/reports",
                    "/reports/annex",
                    "/access-log",
                    "/concerns",
                    "/people",
                    "/posts",
                    "/access-requests",
                    "/account",
                    "/assurance",
                    "/assurance/mine",
                    "/assurance/checks",
                    "/low-level",
                    "/messages",
                    "/tablets",
                    "/concerns/kinds");

    /// Of the clauses, those of the flowchart, and the lists by state: the others are like them.
    static final Pattern ENOUGH_OF_ASSURANCE =
            Pattern.compile("/assurance/clauses(/BL-2[0-3]\\d|\\?state=.*)");

    @Test
    void the_headteacher_reaches_the_same_with_and_without_a_case_about_them() {
        var without = seen(false);
        var with = seen(true);
        assertThat(with.keySet()).isEqualTo(without.keySet());
        with.forEach((path, page) -> assertThat(page).as(path).isEqualTo(without.get(path)));
        assertThat(without.keySet())
                .contains("/incidents", "/reports/annex", "/access-log", "mail", "paper")
                .contains("/assurance", "/assurance/assurance.csv", "/assurance/checks")
                .hasSizeGreaterThan(15);
        assertThat(without.get("/access-log"))
                .contains("Opened an incident", "Diana Sharpe", "Opened the leaders’ annex");
    }

    private static TreeMap<String, String> seen(boolean concerned) {
        try (var school = new LiveSchool(Engine.SQLITE)) {
            var cases = new Cases(school);
            cases.incident("about-safeguarding-leads", "deputy", "head", "staff", 0, LAST_AUTUMN);
            for (int i = 0; i < 6; i++) {
                cases.incident("anything-else", "pip", "dsl", LAST_AUTUMN.plusSeconds(i));
            }
            var pupil = cases.incident("anything-else", "bo", "dsl", LAST_AUTUMN);
            var chair = school.guest("chair");
            var head = school.guest("head");
            var before = head.get("/reports/annex").body();
            if (concerned) {
                about(cases, chair);
                fromOutside(school, chair);
            }
            chair.get("/incidents");
            var annex = chair.get("/reports/annex");
            assertThat(annex.body().contains(">1<")).isEqualTo(concerned);
            var dsl = school.guest("dsl");
            dsl.get("/incidents/" + pupil);
            issue(dsl);
            assertThat(Guest.to(dsl.post("/assurance/checks"))).isEqualTo("/assurance/checks");
            var pages = crawl(head, concerned ? "with" : "without");
            assertThat(pages.get("/reports/annex")).isEqualTo(plain(before));
            pages.put("mail", "mails: " + mails(school));
            return pages;
        }
    }

    /// What strangers send about the headteacher, with and without a name, and what the chair
    /// answers.
    private static void fromOutside(LiveSchool school, Guest chair) {
        for (var way : List.of("/worried/", "/anonymous/")) {
            var stranger = new Guest(school.server().site());
            var address = way + school.school();
            var proof =
                    Pattern.compile("name=\"form\" value=\"([^\"]*)\"")
                            .matcher(stranger.get(address).body());
            assertThat(proof.find()).isTrue();
            var sent =
                    stranger.send(
                            address,
                            List.of(
                                    "form",
                                    proof.group(1),
                                    "matter",
                                    "wrongdoing",
                                    "about",
                                    "about-headteacher",
                                    "who",
                                    "Harriet Stone",
                                    "what",
                                    "How the headteacher behaves."));
            assertThat(sent.statusCode()).isEqualTo(200);
        }
        var messages = chair.get("/messages").body();
        var page = Pattern.compile("href=\"(/concerns/[A-Z0-9-]{9}/messages)\"").matcher(messages);
        assertThat(page.find()).isTrue();
        chair.get(page.group(1));
        var written =
                chair.post(
                        page.group(1),
                        "_once",
                        "abcdefghijklmnopqrstuw",
                        "to",
                        "handlers",
                        "text",
                        "Known to me.");
        assertThat(Guest.to(written)).isEqualTo(page.group(1));
        chair.get("/low-level");
    }

    /// Everything that can be done with a case: read it, list it, work on it, take it out.
    private static void about(Cases cases, Guest chair) {
        var at = java.time.Instant.now();
        cases.concern("about-headteacher", "head", at);
        var answered = cases.concern("about-headteacher", "head", at);
        chair.get("/concerns/" + answered + "/answer");
        var answer =
                chair.post(
                        "/concerns/" + answered + "/answer",
                        "_once",
                        "abcdefghijklmnopqrstuv",
                        "decision",
                        "It was a misunderstanding.",
                        "told",
                        "Nobody.",
                        "reporter",
                        "yes",
                        "said",
                        "That it was looked into.");
        assertThat(Guest.to(answer)).isEqualTo("/concerns/" + answered);
        var reference =
                cases.incident("about-headteacher", "head", "chair", "staff", 0, LAST_AUTUMN);
        chair.get("/incidents/" + reference);
        chair.get("/incidents/" + reference + "/chronology");
        var paper =
                chair.document(
                        "/incidents/" + reference + "/chronology.pdf",
                        "recipient",
                        "The local authority");
        assertThat(paper.statusCode()).isEqualTo(200);
    }

    private static void issue(Guest dsl) {
        var form = dsl.get("/reports/new/2025-autumn").body();
        var seen = Pattern.compile("name=\"seen\" value=\"([^\"]*)\"").matcher(form);
        assertThat(seen.find()).isTrue();
        var sent =
                dsl.post(
                        "/reports/new/2025-autumn",
                        "replaces",
                        "",
                        "seen",
                        seen.group(1),
                        "summary",
                        "It was a quiet term.");
        assertThat(Guest.to(sent)).startsWith("/reports/");
    }

    /// Every page that links lead to, and the document.
    private static TreeMap<String, String> crawl(Guest head, String name) {
        var pages = new TreeMap<String, String>();
        var waiting = new ArrayDeque<>(FIRST);
        Set<String> known = new TreeSet<>(FIRST);
        while (!waiting.isEmpty()) {
            var path = waiting.poll();
            if (path.endsWith(".pdf")) {
                var paper = head.document(path);
                if (paper.statusCode() == 200) {
                    pages.put("paper", plain(PaperText.of(paper.body())));
                }
                continue;
            }
            var answer = head.get(path);
            pages.put(plain(path), answer.statusCode() + "\n" + plain(answer.body()));
            LINK.matcher(answer.body())
                    .results()
                    .map(found -> found.group(1).replace("&amp;", "&"))
                    .filter(link -> !link.startsWith("/assets/") && !link.equals("/sign-out"))
                    // Each answer again for each group: the policy, and nothing of a case.
                    .filter(link -> !(link.startsWith("/policy/may-i") && link.contains("?")))
                    .filter(link ->
                            !link.startsWith("/assurance/clauses")
                                    || ENOUGH_OF_ASSURANCE.matcher(link).matches())
                    .filter(link -> !link.startsWith("/assurance/assurance.pdf"))
                    .filter(known::add)
                    .forEach(waiting::add);
            assertThat(known).as("pages of " + name).hasSizeLessThan(500);
        }
        pages.computeIfPresent("/reports/annex", (_, page) -> page.substring(4));
        return pages;
    }

    private static int mails(LiveSchool school) {
        return school.server()
                .bean(Database.class)
                .read(sql -> sql.fetchCount(OUTBOX, OUTBOX.PERSON.eq(school.id("head"))));
    }

    /// Without what differs between any two runs: ids, references, tokens, hashes and times.
    private static String plain(String text) {
        return text.replaceAll("[0-9a-f]{64}", "HASH")
                .replaceAll("Ledger [0-9a-f]{16}", "Ledger HASH")
                .replaceAll("(?s)(?<=Ledger |below\\.)[0-9a-f\\s]{60,80}", "HASH")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
                .replaceAll("\\b[A-Z0-9]{4}-[A-Z0-9]{4}\\b", "REF")
                .replaceAll("name=\"(_csrf|_once)\" value=\"[^\"]*\"", "TOKEN")
                // Before the times: a key may hold what looks like one.
                .replaceAll("<strong>([a-z2-7]{4} ?){8}</strong>", "SECRET")
                .replaceAll("\\d{1,2}(:\\d{2})?(am|pm)|midday|midnight", "TIME")
                .replaceAll("datetime=\"[^\"]*\"", "WHEN")
                .replaceAll("(?:less than a minute|\\d+ (?:minute|hour|day)s?)", "LENGTH");
    }
}
