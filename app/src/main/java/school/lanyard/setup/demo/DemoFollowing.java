// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup.demo;

import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.CaseExhibits;
import school.lanyard.concerns.ExhibitRules;
import school.lanyard.concerns.IncidentEvent;
import school.lanyard.concerns.Incidents;
import school.lanyard.concerns.Outcome;
import school.lanyard.concerns.Queue;
import school.lanyard.exhibits.FileKind;
import school.lanyard.flags.Flag;
import school.lanyard.flags.Flags;
import school.lanyard.lessons.Lesson;
import school.lanyard.lessons.Lessons;
import school.lanyard.people.People;

/// Leaves an open case with evidence, flags and a safety plan in it, two lessons and what changes,
/// so that their pages have something to show.
@Component
@ConditionalOnProperty("lanyard.demo")
final class DemoFollowing {

    private final Queue queue;
    private final Incidents incidents;
    private final CaseExhibits exhibits;
    private final Flags flags;
    private final Lessons lessons;
    private final People people;

    DemoFollowing(
            Queue queue,
            Incidents incidents,
            CaseExhibits exhibits,
            Flags flags,
            Lessons lessons,
            People people) {
        this.queue = queue;
        this.incidents = incidents;
        this.exhibits = exhibits;
        this.flags = flags;
        this.lessons = lessons;
        this.people = people;
    }

    void leave(DemoSchool cast, DemoFounder.Founded school, LocalDate day, Instant at) {
        var lead = school.person(cast.holding("dsl").id());
        var viewer = new Viewer(school.id(), lead, day);
        queue.open(viewer, at).stream()
                .map(Queue.OpenIncident::reference)
                .flatMap(reference ->
                        incidents.open(viewer, reference, "incident.read", at).stream())
                .filter(opened -> ExhibitRules.frozen(opened.standing()).isEmpty())
                .filter(opened -> !children(school, opened).isEmpty())
                .findFirst()
                .ifPresent(opened -> follow(viewer, opened, children(school, opened), at));
        share(new Lessons.Writer(school.id(), lead, at), day);
    }

    /// Those in the case whose guardians are known: an adult has none.
    private List<String> children(DemoFounder.Founded school, Incidents.Opened opened) {
        return opened.incident().people().keySet().stream()
                .filter(id -> !people.guardians(school.id(), id).isEmpty())
                .toList();
    }

    private void follow(Viewer viewer, Incidents.Opened opened, List<String> children, Instant at) {
        var child = children.getFirst();
        var guardians = people.guardians(viewer.school(), child);
        var today = viewer.today();
        flags.set(
                viewer,
                new Flags.New(
                        child,
                        new Flag.Said(
                                Flag.Kind.SOCIAL_WORKER,
                                "Allocated in September. Ring the duty desk first.",
                                ""),
                        null,
                        today.minusDays(60)),
                at);
        flags.set(
                viewer,
                new Flags.New(
                        child,
                        new Flag.Said(
                                Flag.Kind.COURT_ORDER,
                                "The order is in the office safe. He may not have the address of"
                                        + " the school either.",
                                "The child’s former stepfather"),
                        null,
                        today.minusDays(200)),
                at);
        var told = guardians.getFirst();
        record(
                viewer,
                opened,
                new IncidentEvent.SupportGiven(
                        child,
                        "A quiet place at lunch, and somebody to go to. Both were the child’s own"
                                + " idea.",
                        "The class teacher",
                        today.minusDays(1),
                        today.plusDays(10)),
                at);
        record(
                viewer,
                opened,
                new IncidentEvent.ParentTold(
                        child,
                        told,
                        people.directory(viewer.school()).name(told),
                        at.minus(Duration.ofHours(3)),
                        "by telephone",
                        "What was reported and what the school does. Thankful, and will look at the"
                                + " settings tonight."),
                at);
        record(
                viewer,
                opened,
                new IncidentEvent.SafetyPlanSet(
                        child,
                        "Tablets only in the classroom. The child tells any grown-up with a green"
                                + " lanyard, and knows which. The family keeps devices downstairs.",
                        today.plusDays(1)),
                at);
        record(
                viewer,
                opened,
                new IncidentEvent.DecisionMade(
                        IncidentEvent.DecisionMade.Sort.OTHER,
                        "",
                        "Work with the family before anybody else",
                        "The child is safe at home, the family acts, and nobody outside the school"
                                + " is involved as far as we know. To be looked at again with the"
                                + " safety plan."),
                at);
        keep(viewer, opened, "message on the tablet.png", FileKind.PNG, picture(), at);
        keep(
                viewer,
                opened,
                "note of the call.txt",
                FileKind.TEXT,
                "Rang back at 14:10. No more messages since Monday.\n"
                        .getBytes(StandardCharsets.UTF_8),
                at);
    }

    private void record(Viewer viewer, Incidents.Opened opened, IncidentEvent event, Instant at) {
        must(
                incidents.record(
                        viewer, opened.reference(), event, token(opened.reference() + event), at));
    }

    private void keep(
            Viewer viewer,
            Incidents.Opened opened,
            String name,
            FileKind kind,
            byte[] content,
            Instant at) {
        must(
                exhibits.keep(
                        viewer,
                        opened.reference(),
                        new CaseExhibits.Sent(
                                name,
                                kind.name(),
                                viewer.today().minusDays(4),
                                viewer.today().minusDays(1),
                                "The child’s family",
                                "What was seen on the screen, without anybody’s picture"),
                        content,
                        token(opened.reference() + name),
                        at));
    }

    private static void must(Outcome outcome) {
        if (!(outcome instanceof Outcome.Recorded)) {
            throw new IllegalStateException(outcome.toString());
        }
    }

    private void share(Lessons.Writer writer, LocalDate day) {
        publish(
                writer,
                new Lesson.Words(
                        "Chats that children did not ask to be in",
                        "Children are added to groups by others, often by somebody they do not"
                                + " know. Many do not know that they may leave.",
                        "We show in class how to leave a group, and whom to tell."),
                EnumSet.of(
                        Lesson.Audience.STAFF, Lesson.Audience.PARENTS, Lesson.Audience.GOVERNORS));
        publish(
                writer,
                new Lesson.Words(
                        "You can always leave",
                        "If somebody puts you in a chat, you may leave it. You are not in trouble."
                                + " Tell a grown-up.",
                        ""),
                EnumSet.of(Lesson.Audience.LEARNERS));
        var unconfirmed = Set.<String>of();
        written(
                lessons.change(
                        writer,
                        "Show every class how to leave a group chat",
                        "dsl",
                        day.plusDays(12),
                        unconfirmed));
        written(
                lessons.change(
                        writer,
                        "Put the page on settings into the welcome pack for families",
                        "dsl",
                        day.minusDays(2),
                        unconfirmed));
    }

    private void publish(Lessons.Writer writer, Lesson.Words words, Set<Lesson.Audience> to) {
        written(lessons.publish(writer, words, to, Set.of(), token(words.title())));
    }

    private static void written(Lessons.Writing writing) {
        if (writing instanceof Lessons.Writing.Named(var finding)) {
            throw new IllegalStateException("an invented lesson names somebody: " + finding);
        }
    }

    /// A drawn screen: nobody's, and no photograph.
    private static byte[] picture() {
        var screen = new BufferedImage(640, 360, BufferedImage.TYPE_INT_RGB);
        var pen = screen.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(new Color(0xF2F4F7));
        pen.fillRect(0, 0, 640, 360);
        pen.setColor(Color.WHITE);
        pen.fillRoundRect(40, 60, 420, 80, 24, 24);
        pen.fillRoundRect(180, 180, 420, 80, 24, 24);
        pen.setColor(new Color(0x16213F));
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 22));
        pen.drawString("you have to stay in the group", 64, 108);
        pen.drawString("i dont want to", 204, 228);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(screen, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// The same at every play.
    private static String token(String words) {
        return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "")
                .substring(0, 22);
    }
}
