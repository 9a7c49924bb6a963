// SPDX-License-Identifier: Apache-2.0
package school.lanyard.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import school.lanyard.browser.Browser;
import school.lanyard.concerns.IncidentEvent;
import school.lanyard.core.pack.StrictZip;
import school.lanyard.flags.Flag;
import school.lanyard.flags.Flags;
import school.lanyard.privatenotes.PrivateNotes;
import school.lanyard.reports.Cases;
import school.lanyard.reports.PaperText;
import school.lanyard.sealing.Passphrase;
import school.lanyard.testing.Engine;
import school.lanyard.testing.Guest;
import school.lanyard.testing.LiveSchool;

/// A child's file goes from one school to the next and is read there.
class TransferPagesTest {

    static final String PASSPHRASE = "seven quiet herons";

    static LiveSchool school;
    static Cases cases;
    static Guest dsl;
    static String first;
    static String second;
    static String about;
    static int begun;

    @BeforeAll
    static void open() {
        school = new LiveSchool(Engine.SQLITE);
        cases = new Cases(school);
        var at = Instant.now();
        first = cases.incident("anything-else", "pip", "dsl", at);
        cases.record("dsl", first, new IncidentEvent.NoteAdded("Bo Larkin sat beside her."), at);
        second = cases.incident("anything-else", "pip", "dsl", at);
        about = cases.incident("about-headteacher", "head", "chair", "staff", 0, at);
        dsl = school.guest("dsl");
    }

    @AfterAll
    static void close() {
        school.close();
    }

    private static String begun() {
        var today = school.today();
        var sent =
                dsl.post(
                        "/transfers/new",
                        "person",
                        school.id("pip"),
                        "to",
                        "Oak Street School " + ++begun,
                        "left-day",
                        "" + today.getDayOfMonth(),
                        "left-month",
                        "" + today.getMonthValue(),
                        "left-year",
                        "" + today.getYear());
        return Guest.to(sent);
    }

    private static byte[] made(String address, String... how) {
        var form =
                new ArrayList<>(
                        List.of("case", first, "names", "letters", "reason", "She moves there."));
        form.addAll(List.of(how));
        var sent = dsl.document(address + "/bundle", form.toArray(String[]::new));
        assertThat(sent.headers().firstValue("Content-Type"))
                .as(new String(sent.body(), StandardCharsets.UTF_8))
                .hasValue("application/octet-stream");
        assertThat(sent.headers().firstValue("Cache-Control")).hasValue("no-store");
        return sent.body();
    }

    @Test
    void the_file_holds_what_was_chosen_for_people_and_programs_and_no_more() {
        var address = begun();
        assertThat(dsl.get("/").body()).contains("A child’s file must follow them");
        var sealed = made(address, "how", "passphrase", "passphrase", PASSPHRASE);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Pip");
        var files =
                StrictZip.read(Passphrase.openBundle(sealed, PASSPHRASE.toCharArray()))
                        .orElseThrow();
        assertThat(files)
                .containsOnlyKeys("README.txt", "bundle.json", "chronology.pdf", "manifest.json");
        var json = new String(files.get("bundle.json"), StandardCharsets.UTF_8);
        assertThat(json)
                .contains("Pip Underhill", first, "Child A sat beside her.")
                .doesNotContain(second, "Bo Larkin");
        assertThat(PaperText.of(files.get("chronology.pdf")))
                .contains("Safeguarding file of Pip Underhill", "Child A sat beside her.");
        assertThat(PaperText.tagged(files.get("chronology.pdf"))).isTrue();

        assertThat(dsl.get(address).body()).contains("List of hashes");
        var today = school.today();
        var receipt =
                dsl.post(
                        address + "/receipt",
                        "confirmed-day",
                        "" + today.getDayOfMonth(),
                        "confirmed-month",
                        "" + today.getMonthValue(),
                        "confirmed-year",
                        "" + today.getYear(),
                        "confirmation",
                        "Their lead, by telephone.");
        assertThat(Guest.to(receipt)).isEqualTo(address);
        assertThat(dsl.get(address).body())
                .contains("Receipt confirmed", "Their lead, by telephone.")
                .doesNotContain("Record the receipt");
        assertThat(school.guest("head").get(address).statusCode()).isEqualTo(404);
    }

    @Test
    void it_holds_what_stands_about_the_child_and_private_notes_only_if_they_are_ticked() {
        var flags = school.server().bean(Flags.class);
        var said = new Flag.Said(Flag.Kind.SOCIAL_WORKER, "Ms Okafor, on 01632 960001", "");
        flags.set(
                cases.as("dsl"),
                new Flags.New(school.id("pip"), said, null, school.today()),
                Instant.now());
        school.server()
                .bean(PrivateNotes.class)
                .add(cases.as("dsl"), first, "How do we tell her father?", Instant.now());
        var plain = opened(made(begun(), "how", "passphrase", "passphrase", PASSPHRASE));
        assertThat(plain.get("bundle.json")).doesNotContain("Okafor", "How do we tell her father?");
        assertThat(plain.get("manifest.json"))
                .contains("Private notes of the handlers", "What stands about the child");
        var whole = made(begun(), "how", "passphrase", "passphrase", PASSPHRASE, "with", "flags");
        assertThat(opened(whole).get("bundle.json"))
                .contains("Has a social worker", "Okafor")
                .doesNotContain("How do we tell her father?");
        assertThat(opened(whole).get("manifest.json"))
                .contains("Files kept as evidence", "Private notes")
                .doesNotContain("What stands");
        var notes = made(begun(), "how", "passphrase", "passphrase", PASSPHRASE, "with", "notes");
        assertThat(opened(notes).get("bundle.json")).contains("How do we tell her father?");
        assertThat(opened(notes).get("manifest.json")).doesNotContain("Private notes");
        assertThat(take(whole, PASSPHRASE, "pip")).isEmpty();
        assertThat(dsl.get("/chronologies/" + school.id("pip")).body())
                .contains("Ms Okafor, on 01632 960001");
    }

    private static Map<String, String> opened(byte[] sealed) {
        return StrictZip.read(Passphrase.openBundle(sealed, PASSPHRASE.toCharArray()))
                .orElseThrow()
                .entrySet()
                .stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                each -> new String(each.getValue(), StandardCharsets.UTF_8)));
    }

    @Test
    void another_school_takes_it_in_and_reads_it_through_its_own_door() {
        var sealed = made(begun(), "how", "passphrase", "passphrase", PASSPHRASE);
        assertThat(take(sealed, "wrong passphrase!", "pip"))
                .contains("The passphrase does not open this file");
        assertThat(take(sealed, PASSPHRASE, "bo")).contains("The file is of Pip Underhill");
        sealed[sealed.length / 2] ^= 1;
        assertThat(take(sealed, PASSPHRASE, "pip")).contains("or it was changed");
        sealed[sealed.length / 2] ^= 1;
        assertThat(take("no bundle".getBytes(StandardCharsets.UTF_8), PASSPHRASE, "pip"))
                .contains("not a file that Lanyard made");

        take(sealed, PASSPHRASE, "pip");
        take(sealed, PASSPHRASE, "pip");
        var list = dsl.get("/transfers").body();
        var links = Pattern.compile("/transfers/received/[A-Z0-9]{4}-[A-Z0-9]{4}").matcher(list);
        assertThat(links.find()).isTrue();
        var link = links.group();
        assertThat(links.find()).as("the same file twice is one").isFalse();
        assertThat(dsl.get(link).body()).contains("Willow Bank Test School", "Child A sat beside");
        assertThat(dsl.get("/chronologies/" + school.id("pip")).body())
                .contains(", at Willow Bank Test School");
        assertThat(dsl.get(link.replace("/transfers/received", "/concerns")).body())
                .contains("A safeguarding file came from Willow Bank Test School");
        assertThat(school.guest("head").get(link).statusCode()).isEqualTo(404);
        assertThat(school.guest("deputy").get(link).statusCode()).isEqualTo(200);
    }

    @Test
    void a_file_sealed_with_the_schools_key_needs_no_passphrase() {
        dsl.post("/transfers/key");
        var page = dsl.get("/transfers/received").body();
        var key = page.replaceAll("(?s).*(lanyard-school-key-1\\.[A-Za-z0-9_-]+).*", "$1");
        var sealed = made(begun(), "how", "key", "key", key);
        dsl.post("/transfers/key");
        assertThat(take(sealed, "", "pip")).isEmpty();
        sealed[sealed.length - 1] ^= 1;
        assertThat(take(sealed, "", "pip")).contains("not a file that Lanyard made");
    }

    @Test
    void past_concerns_are_looked_at_first_and_taken_in_whole_or_not_at_all() {
        var faulty = "date,child,concern\n1/4/2024,Bo Larkin,Cried\n31/2/2024,Nobody,Hit\n";
        var refused = past(faulty);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Nothing was taken in", "is not a date", ">3<");
        var chronology = "/chronologies/" + school.id("bo");
        assertThat(dsl.get(chronology).body()).doesNotContain("Past concern");

        var csv =
                "date,child,concern,action,recorded by\n"
                        + "1/4/2024,Bo Larkin,Cried <b>twice</b>,Rang home,T Marlow\n"
                        + "2/5/2023,bo larkin,Was hungry,,\n";
        var preview = past(csv);
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body()).contains("2 past concerns to take in", "Bo Larkin");
        assertThat(dsl.get(chronology).body()).doesNotContain("Was hungry");
        for (int i = 0; i < 2; i++) {
            var taken = dsl.post("/transfers/past/rows", "source", "Old System", "csv", csv);
            assertThat(Guest.to(taken)).isEqualTo("/transfers");
        }
        assertThat(dsl.get(chronology).body())
                .containsOnlyOnce("Was hungry")
                .containsSubsequence(
                        "2 May 2023", "Was hungry", "1 April 2024", "Cried &lt;b", "Rang home")
                .contains("T Marlow, at Old System");
    }

    private static java.net.http.HttpResponse<String> past(String csv) {
        return dsl.upload(
                "/transfers/past",
                "file",
                csv.getBytes(StandardCharsets.UTF_8),
                "source",
                "Old System");
    }

    /// @return the page that refuses it; empty where it was taken in
    private static String take(byte[] file, String passphrase, String whose) {
        var answer =
                dsl.upload(
                        "/transfers/received",
                        "file",
                        file,
                        "person",
                        school.id(whose),
                        "passphrase",
                        passphrase);
        return answer.statusCode() == 303 ? "" : answer.body();
    }

    @Test
    void the_pages_look_right_at_both_widths() {
        var address = begun();
        Page page = Browser.page(1280);
        school.signIn(page, "dsl");
        page.navigate(school.server().site() + address);
        page.getByLabel("With a passphrase").check();
        Browser.looksRightOnBoth(page, "transfer");
        page.navigate(school.server().site() + "/transfers/received");
        Browser.looksRight(page, "transfer-take");
        page.navigate(school.server().site() + "/transfers");
        Browser.looksRight(page, "transfers");
        Browser.close(page);
    }
}
