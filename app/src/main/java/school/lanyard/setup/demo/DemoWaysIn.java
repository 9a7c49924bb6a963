// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.Concerns;
import school.lanyard.concerns.Origin;
import school.lanyard.concerns.Report;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.openreporting.ClassTablet;
import school.lanyard.openreporting.ClassTablets;
import school.lanyard.openreporting.Conversations;
import school.lanyard.openreporting.Face;
import school.lanyard.openreporting.Message;
import school.lanyard.openreporting.Picture;
import school.lanyard.openreporting.Taps;

/// One of each of the other ways in on the last afternoon: a parent, somebody without a name, a
/// child at a tablet, and reports of kinds that the policy asks for by name.
@Component
@ConditionalOnProperty("lanyard.demo")
final class DemoWaysIn {

    private static final LocalTime AFTER_SCHOOL = LocalTime.of(15, 20);

    private final Concerns concerns;
    private final Conversations conversations;
    private final ClassTablets tablets;
    private final Taps taps;
    private final DemoClock clock;

    DemoWaysIn(
            Concerns concerns,
            Conversations conversations,
            ClassTablets tablets,
            Taps taps,
            DemoClock clock) {
        this.concerns = concerns;
        this.conversations = conversations;
        this.tablets = tablets;
        this.taps = taps;
        this.clock = clock;
    }

    void play(DemoSchool cast, DemoFounder.Founded school, LocalDate day) {
        var dsl = viewer(school, cast.holding("dsl"), day);
        var teacher = cast.teacher();
        child(cast, school, viewer(school, teacher, day), day);
        parent(school, day);
        withoutName(school, dsl, day);
        ofKinds(cast, school, viewer(school, teacher, day), day);
    }

    private void child(DemoSchool cast, DemoFounder.Founded school, Viewer teacher, LocalDate day) {
        at(day, 0);
        var one = cast.teacher();
        var code =
                tablets.setUp(
                        teacher,
                        "demonstration",
                        new ClassTablet.Shown(
                                String.valueOf(one.classroom()),
                                List.of(
                                        new ClassTablet.GrownUp(
                                                school.person(one.id()),
                                                one.title() + " " + one.family(),
                                                Face.LONG_HAIR))));
        var tablet = tablets.bind(code).flatMap(tablets::find).orElseThrow();
        at(day, 5);
        taps.press(tablet, Picture.SECRET, tablet.shown().grownUps().getFirst());
    }

    private void parent(DemoFounder.Founded school, LocalDate day) {
        var now = at(day, 25);
        concerns.receive(
                new Viewer(school.id(), "open-form", day),
                id("parent"),
                report(
                        "anything-else",
                        "",
                        "My son says that children in his year share a group chat on a tablet at"
                                + " home, and that somebody in it asks them for photographs.",
                        now,
                        new Origin(
                                Origin.Way.OPEN_FORM,
                                "A parent in Year 2",
                                "Ring after six: 01632 960 171"),
                        null));
    }

    private void withoutName(DemoFounder.Founded school, Viewer dsl, LocalDate day) {
        var now = at(day, 40);
        var given =
                conversations.receive(
                        school.id(),
                        id("anonymous"),
                        Map.of("what", List.of("a website in the library")),
                        report(
                                "anything-else",
                                "",
                                "On the library computers a page with games opens another page"
                                        + " with pictures that are not for children.",
                                now,
                                Origin.of(Origin.Way.ANONYMOUS),
                                null));
        at(day, 60);
        var reference = given.receipt().reference();
        var concern = concerns.open(dsl, reference, clock.instant()).orElseThrow().id();
        conversations.write(
                dsl,
                concern,
                Message.Kind.ANSWERED,
                id("question"),
                "Thank you. Do you remember the name of the game, and which computer it was?");
        conversations.write(
                dsl,
                concern,
                Message.Kind.NOTED,
                id("note"),
                "Two of the library computers were set up anew in the holidays. Ask for the log.");
        at(day, 80);
        var receipt = conversations.open(school.id(), given.code()).orElseThrow().receipt();
        conversations.say(
                school.id(), receipt, id("reply"), "The one by the window. It had horses in it.");
    }

    private void ofKinds(
            DemoSchool cast, DemoFounder.Founded school, Viewer teacher, LocalDate day) {
        var aide =
                cast.staff().stream()
                        .filter(each -> each.post().equals("lunchtime-supervisor"))
                        .findFirst()
                        .orElseThrow();
        var other =
                cast.staff().stream()
                        .filter(each -> each.post().equals("teaching-assistant"))
                        .findFirst()
                        .orElseThrow();
        send(
                teacher,
                day,
                90,
                "data-breach",
                "anything-else",
                "",
                "I sent the list of trip payments to a parent with nearly the same address. She"
                        + " rang at once and says that she has deleted it.");
        send(
                teacher,
                day,
                95,
                "technical",
                "anything-else",
                "",
                "A mail that looked as if it came from the office asked for my password. I did not"
                        + " type it.");
        send(
                teacher,
                day,
                100,
                "low-level",
                "about-staff",
                school.person(aide.id()),
                "She took a photograph of the lunch queue with her own phone.");
        send(
                viewer(school, other, day),
                day,
                110,
                "low-level",
                "about-staff",
                school.person(aide.id()),
                "She was on her own phone in the playground again, with children round her.");
    }

    private void send(
            Viewer by,
            LocalDate day,
            int minutes,
            String kind,
            String about,
            String person,
            String what) {
        var now = at(day, minutes);
        concerns.receive(by, id(kind + what), report(about, person, what, now, null, kind));
    }

    private static Report report(
            String about,
            String person,
            String what,
            Instant now,
            @Nullable Origin origin,
            @Nullable String kind) {
        return new Report(
                List.of(about),
                person.isEmpty() ? List.of() : List.of(new Report.Named(person, "")),
                what,
                "",
                SchoolTime.day(now),
                null,
                "",
                Report.Place.UNKNOWN,
                "",
                "",
                false,
                "",
                now,
                origin,
                kind);
    }

    private Instant at(LocalDate day, int minutes) {
        var now = day.atTime(AFTER_SCHOOL).plusMinutes(minutes).atZone(SchoolTime.ZONE).toInstant();
        clock.putBackTo(now);
        return now;
    }

    private static Viewer viewer(DemoFounder.Founded school, DemoSchool.Staff one, LocalDate day) {
        return new Viewer(school.id(), school.person(one.id()), day);
    }

    private static String id(String words) {
        return UUID.nameUUIDFromBytes(
                        ("ways in " + words).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }
}
