// SPDX-License-Identifier: Apache-2.0
package school.lanyard.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.database.schema.Tables.ACCOUNT;
import static school.lanyard.testing.House.NINE;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import school.lanyard.access.Viewer;
import school.lanyard.cli.BackupCommand;
import school.lanyard.cli.KeysBackupCommand;
import school.lanyard.concerns.CaseWork;
import school.lanyard.concerns.Concern;
import school.lanyard.concerns.IncidentEvent;
import school.lanyard.concerns.Outcome;
import school.lanyard.concerns.Part;
import school.lanyard.concerns.Report;
import school.lanyard.core.pack.Loaded;
import school.lanyard.core.pack.Packs;
import school.lanyard.database.Tx;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Note;
import school.lanyard.people.Appointment;
import school.lanyard.people.Membership;
import school.lanyard.people.NewPerson;
import school.lanyard.people.store.AppointmentRows;
import school.lanyard.sealing.KeyKind;
import school.lanyard.testing.Engine;
import school.lanyard.testing.House;
import school.lanyard.testing.Told;

/// Whoever steals every file of an installation but the key's passphrase finds no name and no word
/// in it. The names and words here are like no others, so that a find is a find.
@ParameterizedClass
@EnumSource(Engine.class)
class SealedTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-09-14");
    private static final LocalDate SEPTEMBER = LocalDate.parse("2026-09-01");

    private static final String LEAD = "Zephyrine Quillfeather";
    private static final String TEACHER = "Ottoline Brackenbury";
    private static final String CHILD = "Peregrine Wrothamshaw";
    private static final String PARENT = "Isolde Wrothamshaw";

    private static final List<String> NEEDLES =
            List.of(
                    "Zephyrine",
                    "Quillfeather",
                    "Ottoline",
                    "Brackenbury",
                    "Peregrine",
                    "Wrothamshaw",
                    "Isolde",
                    "Kingfisherclass",
                    "zq.quillfeather@lanyard.invalid",
                    "moonlitcarousel",
                    "grandiflora",
                    "whisperingly",
                    "bicyclesheds",
                    "Tablettinker",
                    "frightfulish",
                    "unlistedname",
                    "handlersnote",
                    "triagereason",
                    "answerdecision",
                    "answertold",
                    "answerfeedback",
                    "unsenttyping");

    @Parameter Engine engine;
    @TempDir Path directory;
    @TempDir Path safe;
    House house;
    CaseWork work;
    final ListAppender<ILoggingEvent> log = new ListAppender<>();
    final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    final Logger ours = (Logger) LoggerFactory.getLogger("school.lanyard");

    @BeforeEach
    void a_school_with_one_case() {
        ours.setLevel(Level.INFO);
        log.start();
        root.addAppender(log);
        house = House.fresh(engine, directory);
        work = CaseWork.in(house);
        live();
    }

    @AfterEach
    void close() {
        root.detachAppender(log);
        ours.setLevel(null);
        house.close();
    }

    @Test
    void nothing_personal_is_in_any_file_or_log() throws IOException {
        var haystack = everyFile();
        assertThat(NEEDLES.stream().flatMap(needle -> haystack.find(needle).stream())).isEmpty();
    }

    /// What is meant to be clear is found, so a search that finds nothing means something.
    @Test
    void the_search_finds_what_is_not_sealed() throws IOException {
        assertThat(everyFile().find("Test Infant School")).isNotEmpty();
        for (var charset :
                List.of(
                        StandardCharsets.UTF_8,
                        StandardCharsets.UTF_16LE,
                        StandardCharsets.UTF_16BE)) {
            var plain = ("x" + CHILD + "y").getBytes(charset);
            assertFound(plain);
            for (var before : List.of("", "-", "--")) {
                assertFound(
                        java.util.Base64.getEncoder()
                                .encode((before + CHILD + "!").getBytes(charset)));
            }
            assertFound(
                    java.util.HexFormat.of().formatHex(plain).getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static void assertFound(byte[] planted) {
        var haystack = new Haystack();
        haystack.add("planted", planted);
        assertThat(haystack.find("Wrothamshaw")).isNotEmpty();
    }

    private Haystack everyFile() throws IOException {
        var records = safe.resolve("records.backup");
        assertThat(Told.by(new BackupCommand(), house.home(), records.toString()).exit()).isZero();
        var passphrase = Files.writeString(safe.resolve("passphrase"), "four quite ordinary words");
        var keys = safe.resolve("keys.backup");
        assertThat(
                        Told.by(
                                        new KeysBackupCommand(),
                                        house.home(),
                                        keys.toString(),
                                        "--passphrase-file",
                                        passphrase.toString(),
                                        "--with-master-key")
                                .exit())
                .isZero();
        var haystack = new Haystack().add(records).add(keys);
        try (var files = Files.walk(directory)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                haystack.add(file);
            }
        }
        haystack.add("the log", logged().getBytes(StandardCharsets.UTF_8));
        return haystack;
    }

    private String logged() {
        var text = new StringBuilder();
        for (var event : List.copyOf(log.list)) {
            text.append(event.getFormattedMessage());
            if (event.getThrowableProxy() != null) {
                text.append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
        }
        return text.toString();
    }

    private void appoint(Tx tx, String person) {
        var made =
                new Appointment(UUID.randomUUID().toString(), person, "dsl", SEPTEMBER, null, null);
        new AppointmentRows(tx.sql(), tx.school()).insert(made, person, NINE);
        work.ledger()
                .enter(tx, Note.of(NINE, Actor.LANYARD, "appointment.made", person, made.id()));
    }

    /// A concern is drafted, sent, made an incident, and written about.
    private void live() {
        var people = new ArrayList<String>();
        house.database()
                .change(
                        house.school(),
                        tx -> {
                            work.editions().publish(tx, Actor.LANYARD, pack(), SEPTEMBER);
                            people.addAll(work.people().add(tx, Actor.LANYARD, roster()));
                            appoint(tx, people.getFirst());
                        });
        account(people.getFirst());
        var teacher = new Viewer(house.school(), people.get(1), TODAY);
        var lead = new Viewer(house.school(), people.getFirst(), TODAY);
        work.drafts()
                .save(teacher, "draft-0", Map.of("what", List.of("unsenttyping " + CHILD)), NINE);
        work.drafts().save(teacher, "draft-1", Map.of("what", List.of("moonlitcarousel")), NINE);
        var receipt = work.concerns().receive(teacher, "draft-1", report(people.get(2)));
        var incident =
                work.incidents()
                        .openFrom(
                                lead,
                                receipt.reference(),
                                List.of(
                                        new IncidentEvent.PersonLinked(
                                                people.get(2), Part.AFFECTED)),
                                NINE)
                        .orElseThrow();
        record(lead, incident, new IncidentEvent.NoteAdded("handlersnote about " + CHILD));
        record(lead, incident, new IncidentEvent.OpenedToPost("headteacher", "triagereason"));
        assertThat(work.incidents().open(lead, incident, "incident.read", NINE)).isPresent();
        var other = work.concerns().receive(teacher, "draft-2", report(people.get(2)));
        assertThat(
                        work.concerns()
                                .answer(
                                        lead,
                                        other.reference(),
                                        new Concern.Answer(
                                                "answerdecision",
                                                "answertold",
                                                true,
                                                "answerfeedback"),
                                        UUID.randomUUID().toString(),
                                        NINE))
                .isInstanceOf(Outcome.Recorded.class);
    }

    private void record(Viewer viewer, String incident, IncidentEvent event) {
        assertThat(
                        work.incidents()
                                .record(
                                        viewer,
                                        incident,
                                        event,
                                        UUID.randomUUID().toString(),
                                        NINE))
                .isInstanceOf(Outcome.Recorded.class);
    }

    private static List<NewPerson> roster() {
        return List.of(
                NewPerson.named(LEAD, Membership.since(SEPTEMBER, "staff")),
                NewPerson.named(TEACHER, Membership.since(SEPTEMBER, "staff")),
                new NewPerson(
                        CHILD, "Kingfisherclass", List.of(Membership.since(SEPTEMBER, "learner"))),
                NewPerson.named(PARENT, Membership.since(SEPTEMBER, "parent")));
    }

    private static Report report(String child) {
        return new Report(
                List.of("anything-else"),
                List.of(
                        new Report.Named(child, CHILD),
                        new Report.Named(null, "unlistedname Wrothamshaw")),
                "moonlitcarousel: " + CHILD + " saw a grandiflora",
                "it was whisperingly loud",
                TODAY,
                LocalTime.NOON,
                "",
                Report.Place.ON_SITE,
                "behind the bicyclesheds",
                "Tablettinker",
                true,
                "frightfulish",
                NINE);
    }

    private void account(String person) {
        var key = house.seals().newKey(house.school(), KeyKind.PERSON);
        var address = "zq.quillfeather@lanyard.invalid";
        house.database()
                .change(
                        house.school(),
                        tx ->
                                tx.sql()
                                        .insertInto(ACCOUNT)
                                        .set(ACCOUNT.ID, UUID.randomUUID().toString())
                                        .set(ACCOUNT.SCHOOL, house.school())
                                        .set(ACCOUNT.PERSON, person)
                                        .set(
                                                ACCOUNT.ADDRESS_PRINT,
                                                house.seals()
                                                        .print(house.school(), "address", address))
                                        .set(
                                                ACCOUNT.SEALED,
                                                house.seals()
                                                        .seal(
                                                                house.school(),
                                                                key,
                                                                address.getBytes(
                                                                        StandardCharsets.UTF_8),
                                                                "account:" + person))
                                        .set(ACCOUNT.TOTP_STEP, 0L)
                                        .set(ACCOUNT.CHANGED_AT, NINE)
                                        .execute());
    }

    private static school.lanyard.core.pack.Pack pack() {
        return switch (Packs.in(Path.of("../packs")).load("boughton-leigh")) {
            case Loaded.Sound(var pack) -> pack;
            case Loaded other -> throw new IllegalStateException(other.toString());
        };
    }
}
