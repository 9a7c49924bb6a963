// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.database.schema.Tables.EXHIBIT;
import static school.lanyard.database.schema.Tables.EXHIBIT_PART;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import school.lanyard.concerns.IncidentEvent;
import school.lanyard.core.digest.Sha256;
import school.lanyard.database.Database;
import school.lanyard.exhibits.Picture;
import school.lanyard.reports.Cases;
import school.lanyard.reports.PaperText;
import school.lanyard.sealing.KeyDestroyedException;
import school.lanyard.sealing.Seals;
import school.lanyard.testing.Engine;
import school.lanyard.testing.Guest;
import school.lanyard.testing.LiveSchool;

/// Evidence kept with an incident, as those who handle it meet it.
class ExhibitsTest {

    static final Pattern LINK =
            Pattern.compile("href=\"(/incidents/[^\"]+/exhibits/[0-9a-f-]{36})\"");
    static final byte[] SCREENSHOT = Picture.taken(60, 40, 1);

    static LiveSchool school;
    static Cases cases;
    static Guest dsl;
    static Guest deputy;
    String reference = "";

    @BeforeAll
    static void start() {
        school = new LiveSchool(Engine.SQLITE);
        cases = new Cases(school);
        dsl = school.guest("dsl");
        deputy = school.guest("deputy");
    }

    @AfterAll
    static void stop() {
        school.close();
    }

    @BeforeEach
    void open() {
        reference = cases.incident("anything-else", "pip", "dsl", "learner", 4, Instant.now());
    }

    @Test
    void comes_back_as_it_was_and_says_who_opened_it_and_why() {
        var file = added("group chat.exe", SCREENSHOT);
        var page = dsl.get(file).body();
        assertThat(page)
                .contains("group chat.exe.jpg", Sha256.hex(SCREENSHOT), "Her mother")
                .contains("2 March 2026", "3 March 2026", "Nobody has opened it.");
        var original =
                dsl.document(file + "/looks", "how", "ORIGINAL", "reason", "For the meeting");
        assertThat(original.body()).isEqualTo(SCREENSHOT);
        assertThat(header(original, "Content-Type")).isEqualTo("image/jpeg");
        assertThat(header(original, "Content-Disposition")).startsWith("attachment");
        assertThat(header(original, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(original, "Content-Security-Policy"))
                .isEqualTo("default-src 'none'; sandbox");
        assertThat(header(original, "Cache-Control")).isEqualTo("no-store");
        var clean = dsl.document(file + "/looks", "how", "CLEAN_COPY", "reason", "For a parent");
        assertThat(new String(clean.body(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
        assertThat(dsl.post(file + "/looks", "how", "SMALL", "reason", "To be sure").body())
                .contains("data:image/jpeg;base64,");
        assertThat(deputy.get(file).body())
                .contains("Took the original. For the meeting")
                .contains("Took a copy without hidden details. For a parent")
                .contains("Looked at a small picture. To be sure");
    }

    @Test
    void is_listed_in_the_chronology_and_its_document_by_name_dates_and_hash() {
        added("chat.jpg", SCREENSHOT);
        assertThat(dsl.get("/incidents/" + reference + "/chronology").body())
                .contains("Evidence added: chat.jpg", Sha256.hex(SCREENSHOT))
                .contains("Made or sent: 2 March 2026", "Received: 3 March 2026")
                .doesNotContain("base64");
        var paper =
                PaperText.of(
                        dsl.document(
                                        "/incidents/" + reference + "/chronology.pdf",
                                        "recipient",
                                        "The social worker")
                                .body());
        assertThat(paper.replaceAll("\\s", ""))
                .contains("Evidenceadded:chat.jpg", Sha256.hex(SCREENSHOT), "Received:3March2026");
    }

    @Test
    void is_not_opened_without_a_reason() {
        var file = added("chat.jpg", SCREENSHOT);
        var refused = dsl.post(file + "/looks", "how", "ORIGINAL", "reason", " ");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Say why you need to open it", "Nobody has opened it.");
    }

    @Test
    void is_judged_by_its_content_and_its_size() {
        assertThat(add("chat.png", new byte[] {'M', 'Z', 0, 1}).body())
                .contains("This kind of file cannot be kept here", "A message in the group chat");
        assertThat(add("chat.png", new byte[0]).body()).contains("Choose a file that is not empty");
        assertThat(add("chat.zip", new byte[] {'P', 'K', 3, 4, 0}).body()).contains("one by one");
        assertThat(add("long.txt", "x".repeat(19_500_000).getBytes(StandardCharsets.UTF_8)).body())
                .contains("19 MB or smaller");
        assertThat(add("long.txt", "x".repeat(21_000_000).getBytes(StandardCharsets.UTF_8)))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(413))
                .satisfies(answer -> assertThat(answer.body()).contains("choose a smaller file"));
        assertThat(dsl.get("/incidents/" + reference).body()).doesNotContain("id=\"evidence\"");
    }

    @Test
    void dates_that_cannot_be_are_refused() {
        var answer =
                send(
                        dsl,
                        "chat.jpg",
                        SCREENSHOT,
                        Map.of("dated-day", "4", "received-year", "2099"));
        assertThat(answer.body()).contains("It cannot have been received in the future");
        assertThat(send(dsl, "chat.jpg", SCREENSHOT, Map.of("dated-day", "4")).body())
                .contains("It cannot have been made after it was received");
        assertThat(
                        Guest.to(
                                send(
                                        dsl,
                                        "chat.jpg",
                                        SCREENSHOT,
                                        Map.of(
                                                "dated-day",
                                                "",
                                                "dated-month",
                                                "",
                                                "dated-year",
                                                ""))))
                .startsWith("/incidents/");
        assertThat(dsl.get("/incidents/" + reference).body()).contains("Made or sent: Not known");
    }

    @Test
    void is_kept_once_when_the_form_is_sent_twice() {
        var once = UUID.randomUUID().toString().replace("-", "").substring(0, 22);
        send(dsl, "chat.jpg", SCREENSHOT, Map.of("_once", once));
        send(dsl, "chat.jpg", SCREENSHOT, Map.of("_once", once));
        assertThat(LINK.matcher(dsl.get("/incidents/" + reference).body()).results()).hasSize(1);
    }

    @Test
    void lies_sealed_in_pieces_and_no_piece_says_anything() {
        var words = "They call her names in the group every evening. ".repeat(20_000);
        added("chat.txt", words.getBytes(StandardCharsets.UTF_8));
        var pieces =
                database()
                        .read(sql ->
                                sql.select(EXHIBIT_PART.SEALED)
                                        .from(EXHIBIT_PART)
                                        .fetch(EXHIBIT_PART.SEALED));
        assertThat(pieces).hasSizeGreaterThan(3);
        assertThat(pieces)
                .allSatisfy(piece ->
                        assertThat(new String(piece, StandardCharsets.UTF_8))
                                .doesNotContain("every evening"));
    }

    @Test
    void is_refused_and_what_is_there_is_frozen_once_anything_illegal_is_suspected() {
        var file = added("chat.jpg", SCREENSHOT);
        suspect();
        assertThat(dsl.get("/incidents/" + reference + "/exhibits/new").body())
                .contains("No file can be added to this incident now", "Only the police")
                .doesNotContain("type=\"file\"");
        assertThat(add("more.jpg", SCREENSHOT).statusCode()).isEqualTo(422);
        assertThat(dsl.get("/incidents/" + reference).body()).contains("Frozen");
        for (var how : List.of("ORIGINAL", "CLEAN_COPY", "SMALL")) {
            var refused = dsl.document(file + "/looks", "how", how, "reason", "To check");
            assertThat(refused.statusCode()).as(how).isEqualTo(422);
            assertThat(new String(refused.body(), StandardCharsets.UTF_8))
                    .contains("Frozen: nobody can open this", "Nobody has opened it.")
                    .doesNotContain("base64");
        }
    }

    @Test
    void frozen_it_goes_only_on_the_advice_of_the_police_and_by_two_people() {
        var file = added("chat.jpg", SCREENSHOT);
        var id = file.substring(file.lastIndexOf('/') + 1);
        suspect();
        assertThat(dispose(dsl, file, "", "It is vile").body())
                .contains("only the police may say that a file goes");
        assertThat(Guest.to(dispose(dsl, file, "CR/17/26", "DC Hall: destroy it")))
                .isEqualTo("/incidents/" + reference);
        assertThat(decide(dsl, file).body()).contains("Somebody else must decide this");
        assertThat(deputy.get("/incidents/" + reference).body())
                .contains("Decide whether a piece of evidence is disposed of");
        var key =
                database()
                        .read(sql ->
                                sql.select(EXHIBIT.KEY_ID)
                                        .from(EXHIBIT)
                                        .where(EXHIBIT.ID.eq(id))
                                        .fetchOne(EXHIBIT.KEY_ID));
        assertThat(Guest.to(decide(deputy, file))).isEqualTo("/incidents/" + reference);
        assertThat(dsl.get(file).body()).contains("This file was disposed of");
        assertThat(dsl.get("/incidents/" + reference + "/chronology").body())
                .contains("Disposed of: chat.jpg", "CR/17/26", "DC Hall: destroy it");
        var seals = school.server().bean(Seals.class);
        assertThat(catching(() -> seals.seal(school.school(), key, new byte[1], "x")))
                .isInstanceOf(KeyDestroyedException.class);
        int left =
                database()
                        .<Integer>read(
                                sql -> sql.fetchCount(EXHIBIT_PART, EXHIBIT_PART.EXHIBIT.eq(id)));
        assertThat(left).isZero();
    }

    @Test
    void the_one_it_is_about_and_those_who_handle_nothing_find_no_file() {
        reference = cases.incident("about-headteacher", "head", "chair", "staff", 4, Instant.now());
        var chair = school.guest("chair");
        var sent = send(chair, "chat.jpg", SCREENSHOT, Map.of());
        assertThat(Guest.to(sent)).startsWith("/incidents/" + reference);
        var found = LINK.matcher(chair.get("/incidents/" + reference).body());
        assertThat(found.find()).isTrue();
        var file = found.group(1);
        var head = school.guest("head");
        assertThat(head.get(file).statusCode()).isEqualTo(404);
        assertThat(head.post(file + "/looks", "how", "ORIGINAL", "reason", "x").statusCode())
                .isEqualTo(404);
        assertThat(head.get("/incidents/" + reference + "/exhibits/new").statusCode())
                .isEqualTo(404);
        var here = cases.incident("anything-else", "pip", "dsl", Instant.now());
        assertThat(dsl.get(file.replace(reference, here)).statusCode())
                .as("a file of another incident")
                .isEqualTo(404);
        assertThat(
                        dsl.post(
                                        file.replace(reference, here) + "/looks",
                                        "how",
                                        "ORIGINAL",
                                        "reason",
                                        "x")
                                .statusCode())
                .isEqualTo(404);
        assertThat(school.guest("teacher").get(file).statusCode()).isEqualTo(403);
    }

    @Test
    void a_file_that_is_sent_is_never_on_disk_in_the_clear() {
        var settings = school.server().bean(jakarta.servlet.MultipartConfigElement.class);
        assertThat((long) settings.getFileSizeThreshold())
                .as("held in memory up to the largest that is taken")
                .isGreaterThanOrEqualTo(settings.getMaxFileSize());
    }

    @Test
    void nobody_who_has_not_signed_in_sends_a_file() {
        var stranger = new Guest(school.server().site());
        stranger.get("/sign-in");
        var answer = stranger.send("/sign-in", List.of(), "file", "a.txt", new byte[2_000_000]);
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void a_look_at_an_image_elsewhere_is_recorded_by_whom_the_policy_lets() {
        var path = "/incidents/" + reference + "/viewings";
        assertThat(deputy.get(path + "/new").statusCode()).isEqualTo(403);
        assertThat(dsl.get("/incidents/" + reference).body()).contains("an image was looked at");
        var fields =
                List.of(
                        "viewed-day",
                        "2",
                        "viewed-month",
                        "3",
                        "viewed-year",
                        "2026",
                        "viewed-time",
                        "10:15",
                        "where",
                        "The head’s office, the boy’s phone",
                        "reason",
                        "The site would take it down only if it was described",
                        "_once",
                        "abcdefghijklmnopqrstuv");
        assertThat(dsl.send(path, fields).body()).contains("Say who else was in the room");
        var whole = new ArrayList<>(fields);
        whole.addAll(List.of("present", "Harriet Stone"));
        assertThat(Guest.to(dsl.send(path, whole))).isEqualTo("/incidents/" + reference);
        assertThat(dsl.get("/incidents/" + reference + "/chronology").body())
                .contains("An image was looked at, in exceptional circumstances")
                .contains("Also in the room: Harriet Stone", "2 March 2026 at 10:15am");
    }

    @Test
    void two_who_write_at_once_overwrite_nothing() throws InterruptedException {
        var path = "/incidents/" + reference + "/notes";
        dsl.get(path + "/new");
        deputy.get(path + "/new");
        var both =
                List.of(
                        Thread.ofVirtual().start(() -> note(dsl, path, "Her mother rang", "a")),
                        Thread.ofVirtual()
                                .start(() -> note(deputy, path, "Her teacher came", "b")));
        for (var each : both) {
            each.join();
        }
        assertThat(dsl.get("/incidents/" + reference).body())
                .contains("Her mother rang", "Her teacher came");
    }

    private static void note(Guest guest, String path, String text, String token) {
        guest.post(path, "text", text, "_once", token.repeat(22));
    }

    private void suspect() {
        cases.record(
                "dsl",
                reference,
                new IncidentEvent.FactAnswered(
                        "classification", "illegal", Map.of("reason", "What the boy said"), ""),
                Instant.now());
    }

    private static HttpResponse<String> dispose(
            Guest guest, String file, String police, String why) {
        return guest.post(file + "/disposal", "police", police, "why", why, "_once", once());
    }

    private static HttpResponse<String> decide(Guest guest, String file) {
        return guest.post(
                file + "/disposal/decision", "decision", "agree", "why", "", "_once", once());
    }

    private static String once() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 22);
    }

    private String added(String name, byte[] content) {
        assertThat(Guest.to(add(name, content))).startsWith("/incidents/" + reference);
        var link = LINK.matcher(dsl.get("/incidents/" + reference).body());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private HttpResponse<String> add(String name, byte[] content) {
        return send(dsl, name, content, Map.of());
    }

    private HttpResponse<String> send(
            Guest guest, String name, byte[] content, Map<String, String> other) {
        var fields = new java.util.LinkedHashMap<String, String>();
        fields.put("_once", once());
        fields.put("shows", "A message in the group chat");
        fields.put("from", "Her mother");
        fields.put("received-day", "3");
        fields.put("received-month", "3");
        fields.put("received-year", "2026");
        fields.put("dated-day", "2");
        fields.put("dated-month", "3");
        fields.put("dated-year", "2026");
        fields.putAll(other);
        var pairs = new ArrayList<String>();
        fields.forEach((field, value) -> pairs.addAll(List.of(field, value)));
        guest.get("/incidents/" + reference + "/notes/new");
        return guest.send("/incidents/" + reference + "/exhibits", pairs, "file", name, content);
    }

    private static Throwable catching(Runnable what) {
        try {
            what.run();
            return new AssertionError("nothing was thrown");
        } catch (RuntimeException thrown) {
            return thrown;
        }
    }

    private static Database database() {
        return school.server().bean(Database.class);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
