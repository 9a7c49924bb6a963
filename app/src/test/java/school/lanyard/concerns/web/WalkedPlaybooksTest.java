// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.playbook.Step;
import school.lanyard.policy.Editions;
import school.lanyard.reports.Cases;
import school.lanyard.testing.Engine;
import school.lanyard.testing.Guest;
import school.lanyard.testing.LiveSchool;

/// Both schools' procedures, each branch walked to the end through the pages: whatever the incident
/// says is to be done is done, until it closes.
class WalkedPlaybooksTest {

    private static final Pattern TODO = Pattern.compile("ly-todo__link\" href=\"([^\"]+)\"");
    private static final int MOST = 60;

    /// A branch: what is answered, by question; which steps it passes through, and which never.
    record Branch(
            String name,
            Map<String, String> answers,
            List<String> passes,
            List<String> never,
            boolean police) {

        @Override
        public String toString() {
            return name;
        }
    }

    /// A school on one of the policies, for every branch of its playbook.
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class Walked {

        private final String policy;
        LiveSchool school;
        Guest dsl;

        Walked(String policy) {
            this.policy = policy;
        }

        @BeforeAll
        void open() {
            school = new LiveSchool(Engine.SQLITE, policy);
            dsl = school.guest("dsl");
            dsl.get("/check-devices");
            dsl.send(
                    "/check-devices",
                    List.of(
                            "_once",
                            once(0),
                            "name",
                            "Laptop 7",
                            "kept",
                            "the safe",
                            "holder",
                            school.id("head"),
                            "since-day",
                            "1",
                            "since-month",
                            "9",
                            "since-year",
                            "2026",
                            "promises",
                            "no-learner",
                            "promises",
                            "can-be-taken"));
        }

        @AfterAll
        void close() {
            school.close();
        }

        @ParameterizedTest
        @MethodSource("branches")
        void is_walked_to_the_end(Branch branch) {
            walk(school, dsl, branch);
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class The_flowchart extends Walked {

        The_flowchart() {
            super("boughton-leigh");
        }

        static Stream<Branch> branches() {
            var small = Map.of("classification", "unsuitable", "serious", "no");
            var police =
                    Map.of(
                            "classification",
                            "illegal",
                            "serious",
                            "no",
                            "child_at_risk",
                            "yes",
                            "adult_concerned",
                            "no",
                            "staff_or_volunteer",
                            "yes",
                            "suspension",
                            "not-suspended",
                            "police_reply",
                            "confirmed",
                            "authority_finished",
                            "action-taken");
            return Stream.of(
                    new Branch(
                            "less serious, with a device check",
                            small,
                            List.of("investigate", "begin-device-check", "end-device-check"),
                            List.of("review-meeting", "tell-police"),
                            false),
                    new Branch(
                            "serious",
                            with(small, "serious", "yes"),
                            List.of("review-meeting", "investigate"),
                            List.of("tell-police"),
                            false),
                    new Branch(
                            "a child at risk, confirmed",
                            police,
                            List.of("tell-police", "secure-evidence", "authority-investigates"),
                            List.of("investigate", "begin-device-check", "refer-lado"),
                            true),
                    new Branch(
                            "an adult, suspended",
                            with(
                                    with(
                                            with(police, "adult_concerned", "yes"),
                                            "child_at_risk",
                                            "no"),
                                    "suspension",
                                    "suspended"),
                            List.of(
                                    "refer-lado",
                                    "refer-local-authority",
                                    "follow-hr",
                                    "decide-suspension"),
                            List.of("investigate"),
                            true),
                    new Branch(
                            "neither a child nor an adult",
                            with(police, "child_at_risk", "no"),
                            List.of("tell-police"),
                            List.of("refer-lado", "investigate"),
                            true),
                    new Branch(
                            "nothing confirmed, back to the school",
                            with(police, "police_reply", "not-confirmed"),
                            List.of("tell-police", "judge-seriousness", "investigate"),
                            List.of("authority-investigates"),
                            false),
                    new Branch(
                            "nothing confirmed, back to the meeting",
                            with(with(police, "police_reply", "not-confirmed"), "serious", "yes"),
                            List.of("tell-police", "review-meeting", "investigate"),
                            List.of("authority-investigates"),
                            false));
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class Log_deal_escalate extends Walked {

        Log_deal_escalate() {
            super("balfour");
        }

        static Stream<Branch> branches() {
            var small =
                    Map.ofEntries(
                            Map.entry("classification", "unsuitable"),
                            Map.entry("serious", "no"),
                            Map.entry("bullying", "not-bullying"),
                            Map.entry("ai_used", "no"),
                            Map.entry("abuse", "neither"),
                            Map.entry("misuse_by", "pupil"),
                            Map.entry("pupil_policy", "behaviour"),
                            Map.entry("staff_procedure", "disciplinary"),
                            Map.entry("child_at_risk", "yes"),
                            Map.entry("adult_concerned", "yes"),
                            Map.entry("police_reply", "confirmed"),
                            Map.entry("authority_finished", "no-action"));
            return Stream.of(
                    new Branch(
                            "dealt with by the school",
                            small,
                            List.of("investigate", "respond-to-pupil"),
                            List.of("consider-police", "tell-police", "respond-to-staff"),
                            false),
                    new Branch(
                            "serious",
                            with(small, "serious", "yes"),
                            List.of("consider-police", "investigate"),
                            List.of("tell-police"),
                            false),
                    new Branch(
                            "bullying with AI",
                            with(with(small, "bullying", "any-medium"), "ai_used", "yes"),
                            List.of(
                                    "follow-behaviour-policy",
                                    "follow-anti-bullying-policy",
                                    "consider-police"),
                            List.of("tell-police"),
                            false),
                    new Branch(
                            "abuse and sexual harm, by staff too",
                            with(with(small, "abuse", "both"), "misuse_by", "both"),
                            List.of(
                                    "follow-child-on-child-policy",
                                    "respond-sexual-harm",
                                    "respond-to-staff"),
                            List.of("tell-police"),
                            false),
                    new Branch(
                            "for the police, confirmed",
                            with(small, "classification", "illegal"),
                            List.of(
                                    "tell-police",
                                    "refer-lado",
                                    "refer-local-authority",
                                    "follow-hr",
                                    "authority-investigates"),
                            List.of("investigate"),
                            true),
                    new Branch(
                            "for the police, nobody else concerned",
                            with(
                                    with(
                                            with(small, "classification", "illegal"),
                                            "child_at_risk",
                                            "no"),
                                    "adult_concerned",
                                    "no"),
                            List.of("tell-police"),
                            List.of("refer-lado", "refer-local-authority", "investigate"),
                            true),
                    new Branch(
                            "handed back by the police",
                            with(
                                    with(small, "classification", "illegal"),
                                    "police_reply",
                                    "not-confirmed"),
                            List.of("tell-police", "investigate", "respond-to-pupil"),
                            List.of("authority-investigates"),
                            false));
        }
    }

    private static Map<String, String> with(
            Map<String, String> answers, String fact, String answer) {
        var changed = new HashMap<>(answers);
        changed.put(fact, answer);
        return changed;
    }

    private static void walk(LiveSchool school, Guest dsl, Branch branch) {
        var pack = school.server().bean(Editions.class).running(school.school()).pack();
        var kinds = pack.categoriesFor("learner");
        var kind =
                IntStream.range(0, kinds.size()).filter(at -> !kinds.get(at).illegal()).findFirst();
        var base =
                "/incidents/"
                        + new Cases(school)
                                .incident(
                                        "anything-else",
                                        "pip",
                                        "dsl",
                                        "learner",
                                        kind.orElseThrow(),
                                        Instant.now());
        var passed = new ArrayList<String>();
        for (var next = next(dsl, base, branch); !next.isEmpty(); next = next(dsl, base, branch)) {
            assertThat(passed).as("no end to it").hasSizeLessThan(MOST);
            passed.add(next.substring(next.lastIndexOf('/') + 1));
            var sent = dsl.send(next, filled(dsl, pack, next, passed, branch));
            assertThat(Guest.to(sent)).as("%s after %s", next, passed).isEqualTo(base);
        }
        assertThat(passed).containsAll(branch.passes()).doesNotContainAnyElementsOf(branch.never());
        assertThat(dsl.get(base).body().contains("Do not do this now")).isEqualTo(branch.police());
        var closed =
                dsl.post(
                        base + "/closure",
                        "_once",
                        once(passed.size()),
                        "outcome",
                        "support",
                        "summary",
                        "Everybody was looked after.");
        assertThat(Guest.to(closed)).as("closing after %s", passed).isEqualTo(base);
        assertThat(dsl.get(base).body()).contains("Closed on");
    }

    /// The first thing to be done that is not offered only, or that the branch passes through.
    private static String next(Guest dsl, String base, Branch branch) {
        var items = dsl.get(base).body().split("<li class=\"ly-todo__item\">");
        for (int i = 1; i < items.length; i++) {
            var link = TODO.matcher(items[i]);
            assertThat(link.find()).isTrue();
            var key = link.group(1).substring(link.group(1).lastIndexOf('/') + 1);
            if (!items[i].contains("(if needed)") || branch.passes().contains(key)) {
                return link.group(1);
            }
        }
        return "";
    }

    private static List<String> filled(
            Guest dsl, Pack pack, String path, List<String> passed, Branch branch) {
        var fields = new ArrayList<>(List.of("_once", once(passed.size())));
        if (path.endsWith("/actions")) {
            fields.addAll(List.of("actions", "", "reason", "None of them fits."));
            return fields;
        }
        var step = pack.playbooks().get("incident").step(passed.getLast());
        for (var need : step.card().needs()) {
            var name = "need-" + need.key();
            fields.addAll(
                    switch (need.kind()) {
                        case HOLDER, CHECK_DEVICE -> List.of(name, offered(dsl, path, name));
                        default -> answer(name, need.kind());
                    });
        }
        fields.addAll(List.of("note", "As the step asks."));
        switch (step) {
            case Step.Decision decision ->
                    fields.addAll(List.of("answer", branch.answers().get(decision.fact())));
            case Step.Wait wait ->
                    fields.addAll(List.of("answer", branch.answers().get(wait.fact())));
            default -> fields.addAll(answer("done", Step.Need.Kind.TIME));
        }
        return fields;
    }

    /// The first of what a step's page offers.
    private static String offered(Guest dsl, String path, String name) {
        var radio = Pattern.compile("name=\"" + name + "\"[^>]*value=\"([^\"]+)\"");
        var found = radio.matcher(dsl.get(path).body());
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }

    private static List<String> answer(String name, Step.Need.Kind kind) {
        var day = List.of(name + "-day", "2", name + "-month", "11", name + "-year", "2026");
        return switch (kind) {
            case LINE, NOTE, HOLDER, CHECK_DEVICE -> List.of(name, "As it was.");
            case YES_NO -> List.of(name, "Yes");
            case DATE -> day;
            case TIME -> Stream.concat(day.stream(), Stream.of(name + "-time", "2:30pm")).toList();
        };
    }

    private static String once(int turn) {
        return "abcdefghijklmnopqrs%03d".formatted(turn);
    }
}
