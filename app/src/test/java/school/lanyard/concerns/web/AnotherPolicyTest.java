// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import school.lanyard.testing.Engine;
import school.lanyard.testing.Guest;
import school.lanyard.testing.LiveSchool;

/// A school whose policy has no chart, no tables of responses and other roles: the same server
/// takes its cases from the report to the closure.
class AnotherPolicyTest {

    private static final Pattern REFERENCE =
            Pattern.compile("<strong>([A-Z0-9]{4}-[A-Z0-9]{4})</strong>");
    private static final Pattern NEXT =
            Pattern.compile(
                    "ly-todo__link\" href=\"([^\"]+)\"|href=\"([^\"]+)\"[^>]*ly-todo__link");
    private static final Pattern INPUT = Pattern.compile("<input ([^>]*)>");
    private static final Pattern TEXTAREA = Pattern.compile("<textarea [^>]*name=\"([^\"]+)\"");

    static LiveSchool school;

    @BeforeAll
    static void open() {
        school = new LiveSchool(Engine.SQLITE, "balfour");
    }

    @AfterAll
    static void close() {
        school.close();
    }

    @Test
    void a_pupil_who_bullied_with_a_deepfake_is_dealt_with_and_the_case_closes() {
        var dsl = school.guest("dsl");
        var incident = opened(dsl, "anything-else");
        sort(dsl, incident, "learner/deepfake-image", "conduct");
        walk(
                dsl,
                incident,
                Map.of(
                        "classify", "unsuitable",
                        "judge-seriousness", "no",
                        "ask-bullying", "any-medium",
                        "ask-ai", "yes",
                        "ask-abuse", "neither",
                        "ask-who", "pupil",
                        "respond-to-pupil", "behaviour"));
        var page = dsl.get(incident).body();
        assertThat(page)
                .contains("Deal with the use of AI under the anti-bullying policy")
                .contains("Decide whether to tell the police")
                .doesNotContain("Actions the policy proposes");
        assertThat(closed(dsl, incident, "sanction")).contains("Incident closed");
        assertThat(dsl.get(incident + "/chronology").body())
                .contains("Under which policy is the response to the pupil? The behaviour policy");
    }

    @Test
    void a_case_that_lacks_its_response_is_not_closed() {
        var dsl = school.guest("dsl");
        var incident = opened(dsl, "anything-else");
        sort(dsl, incident, "learner/misuse-of-ict", "conduct");
        walkTo(
                dsl,
                incident,
                "respond-to-pupil",
                Map.of(
                        "classify", "unsuitable",
                        "judge-seriousness", "no",
                        "ask-bullying", "not-bullying",
                        "ask-abuse", "neither",
                        "ask-who", "pupil"));
        assertThat(dsl.get(incident + "/closure").body())
                .contains("Still open: Choose the response to the pupil.")
                .doesNotContain("name=\"outcome\"");
    }

    @Test
    void a_kind_that_is_illegal_bars_what_the_law_bars_and_closes_through_the_police() {
        var dsl = school.guest("dsl");
        var incident = opened(dsl, "anything-else");
        sort(dsl, incident, "learner/deepfake-pornography", "content");
        assertThat(dsl.get(incident).body())
                .contains("Do not interview anybody about it.")
                .contains("Do not check any device.")
                .contains("Do not upload, copy or keep any image or file.");
        walk(
                dsl,
                incident,
                Map.of(
                        "classify", "illegal",
                        "ask-child", "yes",
                        "ask-adult", "yes",
                        "await-police", "confirmed",
                        "authority-investigates", "action-taken"));
        assertThat(dsl.get(incident).body())
                .contains("Refer to the LADO", "Do not check any device.");
        assertThat(closed(dsl, incident, "outside-body")).contains("Incident closed");
    }

    @Test
    void misuse_by_a_member_of_staff_goes_to_the_headteacher_and_not_to_the_lead() {
        var head = school.guest("head");
        var incident = opened(head, "about-staff");
        assertThat(school.guest("dsl").get(incident).statusCode()).isEqualTo(404);
        sort(head, incident, "staff/personal-device", "conduct");
        walk(
                head,
                incident,
                Map.of(
                        "classify", "unsuitable",
                        "judge-seriousness", "no",
                        "ask-bullying", "not-bullying",
                        "ask-abuse", "neither",
                        "ask-who", "staff",
                        "respond-to-staff", "code-of-conduct"));
        assertThat(closed(head, incident, "staff-procedure")).contains("Incident closed");
    }

    /// What a teacher reports, made an incident by somebody who may read it.
    private static String opened(Guest reader, String about) {
        var teacher = school.guest("teacher");
        var draft = Guest.to(teacher.get("/concerns/new"));
        var report = form(teacher, draft, draft);
        report.put("risk", "no");
        report.put("about", about);
        report.put("what", "A picture was sent round the class.");
        report.put("then", "send");
        assertThat(post(teacher, draft, report).statusCode()).isEqualTo(303);
        var receipt = REFERENCE.matcher(teacher.get(draft).body());
        assertThat(receipt.find()).isTrue();
        var concern = "/concerns/" + receipt.group(1);
        var started =
                post(reader, concern + "/incident", form(reader, concern, concern + "/incident"));
        return Guest.to(started);
    }

    private static void sort(Guest reader, String incident, String kind, String risk) {
        var path = incident + "/classification";
        var fields = form(reader, path, path);
        fields.put("kind", kind);
        fields.put("main", risk);
        assertThat(Guest.to(post(reader, path, fields))).isEqualTo(incident);
    }

    private static void walk(Guest reader, String incident, Map<String, String> answers) {
        walkTo(reader, incident, "", answers);
    }

    /// Does whatever is next, until nothing has to be done but one step.
    private static void walkTo(
            Guest reader, String incident, String last, Map<String, String> answers) {
        var seen = new ArrayList<String>();
        for (int i = 0; i < 60; i++) {
            var next =
                    todo(reader, incident).stream()
                            .filter(path -> last.isEmpty() || !path.endsWith(last))
                            .findFirst();
            if (next.isEmpty()) {
                return;
            }
            seen.add(next.get());
            take(reader, incident, next.get(), answers);
        }
        throw new AssertionError("no end to it: " + seen);
    }

    private static void take(
            Guest reader, String incident, String path, Map<String, String> answers) {
        var step = path.substring(path.lastIndexOf('/') + 1);
        var fields = form(reader, path, path);
        fields.replaceAll((name, value) -> value.isEmpty() ? filled(name) : value);
        fields.remove("not-needed");
        if (fields.containsKey("answer")) {
            fields.put("answer", Objects.requireNonNull(answers.get(step), step));
        }
        var saved = post(reader, path, fields);
        assertThat(Guest.to(saved)).as("after " + step).isEqualTo(incident);
    }

    private static String filled(String name) {
        if (name.endsWith("-day") || name.endsWith("-month")) {
            return "1";
        }
        return name.endsWith("-year") ? "2026" : name.endsWith("-time") ? "2:30pm" : "As told.";
    }

    private static List<String> todo(Guest reader, String incident) {
        return NEXT.matcher(reader.get(incident).body())
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .toList();
    }

    private static String closed(Guest reader, String incident, String outcome) {
        var path = incident + "/closure";
        var fields = form(reader, path, path);
        fields.put("outcome", outcome);
        fields.put("summary", "Dealt with, and everybody looked after.");
        assertThat(Guest.to(post(reader, path, fields))).isEqualTo(incident);
        return reader.get(incident).body();
    }

    /// The fields of one form as they stand: radios by their first yes, and no box ticked.
    private static Map<String, String> form(Guest reader, String page, String action) {
        var body = reader.get(page).body();
        int start = body.indexOf("<form action=\"" + action + "\"");
        assertThat(start).as("a form for " + action + " on " + page).isNotNegative();
        var form = body.substring(start, body.indexOf("</form>", start));
        var fields = new LinkedHashMap<String, String>();
        INPUT.matcher(form)
                .results()
                .map(found -> found.group(1))
                .filter(input -> !input.contains("type=\"checkbox\""))
                .forEach(input -> fields.putIfAbsent(part(input, "name"), part(input, "value")));
        TEXTAREA.matcher(form).results().forEach(found -> fields.putIfAbsent(found.group(1), ""));
        fields.remove("");
        return fields;
    }

    private static String part(String input, String name) {
        var found = Pattern.compile("(?<![a-z-])" + name + "=\"([^\"]*)\"").matcher(input);
        return found.find() ? found.group(1) : "";
    }

    private static HttpResponse<String> post(
            Guest reader, String path, Map<String, String> fields) {
        return reader.post(
                path,
                fields.entrySet().stream()
                        .flatMap(each -> List.of(each.getKey(), each.getValue()).stream())
                        .toArray(String[]::new));
    }
}
