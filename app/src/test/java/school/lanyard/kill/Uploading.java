// SPDX-License-Identifier: Apache-2.0
package school.lanyard.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.database.schema.Tables.ACCOUNT;
import static school.lanyard.testing.Visiting.hidden;
import static school.lanyard.testing.Visiting.with;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import school.lanyard.concerns.CaseProof;
import school.lanyard.concerns.Concerns;
import school.lanyard.concerns.IncidentEvent;
import school.lanyard.concerns.Incidents;
import school.lanyard.concerns.Part;
import school.lanyard.concerns.Report;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.digest.Sha256;
import school.lanyard.database.Database;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Rebuilding;
import school.lanyard.people.Accounts;
import school.lanyard.people.Passwords;
import school.lanyard.people.Totp;
import school.lanyard.sealing.Seals;
import school.lanyard.testing.Staffroom;
import school.lanyard.testing.Visiting;
import school.lanyard.testing.Willow;

/// A handler who adds files to an incident while somebody kills the server, and signs in anew at
/// each next one: sessions end with the process.
///
/// @param acknowledged the digests of files that the handler was told are kept
record Uploading(
        String secret,
        String reference,
        String incident,
        String concern,
        Set<String> acknowledged) {

    /// More than one sealed piece, so that a file could be there by halves.
    private static final int BYTES = 300_000;

    static Uploading into(Staffroom room) {
        var willow = room.willow();
        var secret = Totp.newSecret();
        room.database()
                .change(
                        willow.school(),
                        tx -> {
                            tx.sql()
                                    .deleteFrom(ACCOUNT)
                                    .where(ACCOUNT.PERSON.eq(willow.id(Willow.DSL)))
                                    .execute();
                            room.context()
                                    .getBean(Accounts.class)
                                    .seed(
                                            tx,
                                            Actor.LANYARD,
                                            willow.id(Willow.DSL),
                                            Staffroom.address(Willow.DSL),
                                            room.context()
                                                    .getBean(Passwords.class)
                                                    .hash(Staffroom.PASSWORD),
                                            secret);
                        });
        var uploading =
                incident(room, secret, entered(room.root(), secret, room.clock().instant()));
        letCodesBeUsedAgain(room.database(), willow.school());
        return uploading;
    }

    private static Visiting entered(String root, String secret, Instant now) {
        var handler = Visiting.signedIn(root, Willow.DSL);
        handler.post(
                "/sign-in/code",
                with(hidden(handler.get("/sign-in/code").body()), "code", Totp.code(secret, now)));
        return handler;
    }

    /// A code opens one session, and the next server starts before there is another.
    private static void letCodesBeUsedAgain(Database database, String school) {
        database.change(
                school, tx -> tx.sql().update(ACCOUNT).set(ACCOUNT.TOTP_STEP, 0L).execute());
    }

    private static Uploading incident(Staffroom room, String secret, Visiting handler) {
        var willow = room.willow();
        var at = Instant.now();
        var child = willow.id(Willow.CHILD);
        var receipt =
                room.context()
                        .getBean(Concerns.class)
                        .receive(
                                willow.viewer(Willow.TEACHER),
                                UUID.randomUUID().toString(),
                                new Report(
                                        List.of("anything-else"),
                                        List.of(new Report.Named(child, Willow.CHILD)),
                                        "Before the killing begins.",
                                        "",
                                        SchoolTime.day(at),
                                        null,
                                        "",
                                        Report.Place.OFF_SITE,
                                        "",
                                        "",
                                        false,
                                        "",
                                        at));
        var incidents = room.context().getBean(Incidents.class);
        var dsl = willow.viewer(Willow.DSL);
        var reference =
                incidents
                        .openFrom(
                                dsl,
                                receipt.reference(),
                                List.of(new IncidentEvent.PersonLinked(child, Part.AFFECTED)),
                                at)
                        .orElseThrow();
        var opened = incidents.open(dsl, reference, "incident.read", at).orElseThrow();
        var uploading =
                new Uploading(
                        secret,
                        reference,
                        opened.id(),
                        opened.concerns().getFirst().id(),
                        ConcurrentHashMap.newKeySet());
        uploading.sendOne(handler);
        assertThat(uploading.acknowledged()).as("a file is taken before the killing").hasSize(1);
        return uploading;
    }

    /// The same handler, at the address where the server is now.
    Visiting at(String root) {
        var there = entered(root, secret, Instant.now());
        var form = there.get("/incidents/" + reference + "/exhibits/new");
        assertThat(form.statusCode())
                .as("signed in, and not sent to %s", form.headers().map().get("location"))
                .isEqualTo(200);
        return there;
    }

    void send(Visiting there) {
        try {
            while (true) {
                sendOne(there);
            }
        } catch (UncheckedIOException killed) {
            // As meant: what was not answered was not acknowledged.
        }
    }

    private void sendOne(Visiting there) {
        var content =
                (UUID.randomUUID() + "\n").repeat(BYTES / 37).getBytes(StandardCharsets.UTF_8);
        var answer = there.send(upload(there, content));
        if (answer.statusCode() == 303) {
            acknowledged.add(Sha256.hex(content));
        }
    }

    private HttpRequest.Builder upload(Visiting there, byte[] content) {
        var path = "/incidents/" + reference + "/exhibits";
        var day = LocalDate.now(SchoolTime.ZONE);
        var form =
                with(
                        hidden(there.get(path + "/new").body()),
                        "received-day",
                        "" + day.getDayOfMonth(),
                        "received-month",
                        "" + day.getMonthValue(),
                        "received-year",
                        "" + day.getYear(),
                        "from",
                        "Her mother",
                        "shows",
                        "Messages");
        var edge = "edge-of-the-parts";
        var head = new StringBuilder();
        form.forEach((name, values) ->
                head.append(
                        "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                                .formatted(edge, name, values.getFirst())));
        head.append(
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\n"
                        .formatted(edge));
        return HttpRequest.newBuilder(URI.create(there.root() + path))
                .header("Content-Type", "multipart/form-data; boundary=" + edge)
                .POST(
                        HttpRequest.BodyPublishers.concat(
                                HttpRequest.BodyPublishers.ofString(head.toString()),
                                HttpRequest.BodyPublishers.ofByteArray(content),
                                HttpRequest.BodyPublishers.ofString("\r\n--" + edge + "--\r\n")));
    }

    /// Every acknowledged file is recorded, and every recorded one is there whole: its pieces open
    /// and have the digest that its event gave.
    void check(Database database, Seals seals, String school, String when) {
        var events = new Ledger(database, seals).about(school, incident, "incident.exhibit-kept");
        assertThat(acknowledged)
                .as("%s: lost", when)
                .allMatch(digest ->
                        events.stream().anyMatch(entry -> entry.opened().contains(digest)));
        assertThat(CaseProof.compare(new Rebuilding(database, seals, school)))
                .as("%s: by halves", when)
                .allSatisfy(each -> assertThat(each.differing()).as(each.words()).isEmpty());
        letCodesBeUsedAgain(database, school);
    }

    @Override
    public String toString() {
        return "Uploading[" + reference + "]";
    }
}
