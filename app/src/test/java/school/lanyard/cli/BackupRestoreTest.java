// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static school.lanyard.testing.House.NINE;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.CaseWork;
import school.lanyard.core.ledger.Verdict;
import school.lanyard.database.DataHome;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Ledgers;
import school.lanyard.ledger.Note;
import school.lanyard.people.NewPerson;
import school.lanyard.people.People;
import school.lanyard.sealing.KeyDestroyedException;
import school.lanyard.sealing.KeyKind;
import school.lanyard.sealing.Seals;
import school.lanyard.testing.Engine;
import school.lanyard.testing.House;
import school.lanyard.testing.Told;

class BackupRestoreTest {

    @Nested
    @ParameterizedClass
    @EnumSource(Engine.class)
    class The_records {

        @Parameter Engine engine;
        @TempDir Path directory;
        @TempDir Path safe;
        House house;
        Ledger ledger;
        People people;

        @BeforeEach
        void open() {
            house = House.fresh(engine, directory.resolve("data"));
            ledger = Ledgers.of(house.database(), house.seals());
            people = new People(house.database(), house.seals(), ledger, () -> NINE);
        }

        @AfterEach
        void close() {
            house.close();
        }

        @Test
        void come_back_as_they_were_with_the_restore_in_the_ledger() {
            add("Before Backup");
            var head = ledger.head(house.school());
            var backup = backUp();
            add("After Backup");
            house.close();

            var told = restore(backup, "--replace");
            assertThat(told.exit()).as(told.err()).isZero();
            assertThat(told.out()).contains("whole: 2 entries", "The records from before are in");
            reopen();
            assertThat(names()).containsExactly("Before Backup");
            assertThat(((Verdict.Whole) ledger.verify(house.school())).count()).isEqualTo(2);
            assertThat(
                            Told.by(new LedgerVerifyCommand(), house.home(), "--head", head.hex())
                                    .exit())
                    .isZero();
        }

        @Test
        void go_into_an_empty_place_and_are_read_with_the_same_keys() throws IOException {
            add("Ada Marrow");
            var backup = backUp();
            var elsewhere = engine.home(directory.resolve("elsewhere"));
            house.close();
            for (var key : List.of("keys.db", "master.json")) {
                Files.copy(
                        house.home().directory().resolve("keys").resolve(key),
                        elsewhere.directory().resolve("keys").resolve(key));
            }
            var told = Told.by(new RestoreCommand(), elsewhere, backup.toString());
            assertThat(told.exit()).as(told.err()).isZero();
            assertThat(told.out()).doesNotContain("not in this key store", "from before");
            open(elsewhere);
            assertThat(names()).containsExactly("Ada Marrow");
        }

        @Test
        void are_copied_at_one_moment_while_a_server_writes() throws Exception {
            var stop = new AtomicBoolean();
            try (var writer = Executors.newSingleThreadExecutor()) {
                var writing =
                        writer.submit(() -> {
                            while (!stop.get()) {
                                add("Somebody New");
                            }
                        });
                for (var copy = 0; copy < 5; copy++) {
                    var file = safe.resolve("copy" + copy);
                    assertThat(Told.by(new BackupCommand(), house.home(), file.toString()).out())
                            .contains("whole");
                }
                stop.set(true);
                writing.get();
            }
            house.close();
            var told = restore(safe.resolve("copy4"), "--replace");
            assertThat(told.exit()).as(told.err()).isZero();
        }

        @Test
        void are_in_a_file_for_its_owner_alone_without_any_key() throws IOException {
            add("Ada Marrow");
            var backup = backUp();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                    .isEqualTo("rw-------");
            try (var zip = new ZipFile(backup.toFile())) {
                assertThat(zip.stream().map(entry -> entry.getName()))
                        .contains("manifest.json")
                        // Pairs for files from other schools, their private halves sealed.
                        .filteredOn(name -> !name.equals("transfer_key.csv"))
                        .noneMatch(name -> name.contains("key"));
            }
            try (var left = Files.list(safe)) {
                assertThat(left).containsExactly(backup);
            }
        }

        @Test
        void are_never_written_over_another_backup() throws IOException {
            var backup = backUp();
            var first = Files.readAllBytes(backup);
            var told = Told.by(new BackupCommand(), house.home(), backup.toString());
            assertThat(told.exit()).isEqualTo(2);
            assertThat(told.err().lines()).singleElement().asString().contains("never replaced");
            assertThat(Files.readAllBytes(backup)).isEqualTo(first);
        }

        @Test
        void are_not_replaced_unless_asked() {
            add("Before Backup");
            var backup = backUp();
            add("After Backup");
            house.close();
            var told = restore(backup);
            assertThat(told.exit()).isEqualTo(2);
            assertThat(told.err().lines()).singleElement().asString().contains("--replace");
            reopen();
            assertThat(names()).containsExactly("After Backup", "Before Backup");
        }

        @Test
        void are_left_alone_while_a_server_runs() throws IOException {
            add("Before Backup");
            var backup = backUp();
            try (var _ = house.home().lock()) {
                var told = restore(backup, "--replace");
                assertThat(told.exit()).isEqualTo(2);
                assertThat(told.err().lines()).singleElement().asString().contains("in use");
            }
            assertThat(names()).containsExactly("Before Backup");
        }

        /// The archive's own checksum is put right again, as somebody with a plan would.
        @Test
        void are_left_alone_by_a_backup_with_one_byte_of_a_part_changed() throws IOException {
            add("Before Backup");
            var backup = backUp();
            house.close();
            for (var part : List.of("lanyard.db", "person.csv", "ledger_entry.csv")) {
                var changed = safe.resolve("changed-" + part);
                if (rewrite(backup, changed, part, bytes -> bytes[bytes.length / 2] ^= 0x10)) {
                    var told = restore(changed, "--replace");
                    assertThat(told.exit()).as(told.out()).isEqualTo(1);
                    assertThat(told.err().lines())
                            .singleElement()
                            .asString()
                            .contains("is not as it was written", "Nothing was changed");
                }
            }
            reopen();
            assertThat(names()).containsExactly("Before Backup");
        }

        @Test
        void are_left_alone_by_a_backup_whose_manifest_claims_another_head() throws IOException {
            add("Before Backup");
            var head = ledger.head(house.school()).hex();
            var backup = backUp();
            house.close();
            var changed = safe.resolve("changed");
            assertThat(
                            rewrite(
                                    backup,
                                    changed,
                                    "manifest.json",
                                    bytes -> {
                                        var text = new String(bytes, StandardCharsets.UTF_8);
                                        var other =
                                                text.replace(head, "ab".repeat(32))
                                                        .getBytes(StandardCharsets.UTF_8);
                                        System.arraycopy(other, 0, bytes, 0, bytes.length);
                                    }))
                    .isTrue();
            assertThat(restore(changed, "--replace").err()).contains("its manifest proves");
            reopen();
            assertThat(names()).containsExactly("Before Backup");
        }

        /// What no bit of the file can do is to put back something else than was backed up.
        @Test
        void are_as_they_were_whatever_bit_of_the_file_is_changed() throws IOException {
            add("Before Backup");
            var backup = backUp();
            house.close();
            for (var place : new double[] {0.01, 0.3, 0.5, 0.7, 0.99}) {
                var damaged = Files.copy(backup, safe.resolve("damaged" + place));
                try (var file = new RandomAccessFile(damaged.toFile(), "rw")) {
                    file.seek((long) (file.length() * place));
                    var was = file.read();
                    file.seek((long) (file.length() * place));
                    file.write(was ^ 0x10);
                }
                var told = restore(damaged, "--replace");
                assertThat(told.err().lines().count()).isEqualTo(told.exit());
            }
            reopen();
            assertThat(names()).containsExactly("Before Backup");
        }

        private static boolean rewrite(
                Path backup, Path changed, String part, java.util.function.Consumer<byte[]> change)
                throws IOException {
            var found = false;
            try (var from = new ZipFile(backup.toFile());
                    var to = new java.util.zip.ZipOutputStream(Files.newOutputStream(changed))) {
                for (var entry : java.util.Collections.list(from.entries())) {
                    var bytes = from.getInputStream(entry).readAllBytes();
                    if (entry.getName().equals(part)) {
                        change.accept(bytes);
                        found = true;
                    }
                    to.putNextEntry(new java.util.zip.ZipEntry(entry.getName()));
                    to.write(bytes);
                }
            }
            return found;
        }

        @Test
        void are_left_alone_by_a_backup_cut_short_or_by_another_file() throws IOException {
            var backup = backUp();
            house.close();
            var bytes = Files.readAllBytes(backup);
            var cut = Files.write(safe.resolve("cut"), java.util.Arrays.copyOf(bytes, 900));
            var other = Files.writeString(safe.resolve("other"), "not a backup");
            assertThat(restore(cut, "--replace").exit()).isEqualTo(1);
            assertThat(restore(other, "--replace").exit()).isEqualTo(1);
            reopen();
            assertThat(ledger.verify(house.school())).isInstanceOf(Verdict.Whole.class);
        }

        @Test
        void keep_what_was_disposed_of_since_the_backup_unreadable() {
            var key = house.seals().newKey(house.school(), KeyKind.CASE);
            enter(key, "words to be disposed of");
            var backup = backUp();
            house.seals().destroy(key);
            house.close();
            var told = restore(backup, "--replace");
            assertThat(told.out()).contains("What 1 destroyed keys sealed was disposed of");
            reopen();
            assertThat(ledger.about(house.school(), "c", "case.").getFirst().content()).isNull();
            assertThat(ledger.verify(house.school())).isInstanceOf(Verdict.Whole.class);
        }

        @Test
        void do_not_bring_back_a_draft_that_was_thrown_away() {
            var writer = add("Ada Marrow");
            var viewer = new Viewer(house.school(), writer, LocalDate.parse("2026-09-14"));
            var drafts = CaseWork.in(house).drafts();
            drafts.save(viewer, "draft-1", Map.of("what", List.of("typed in haste")), NINE);
            var backup = backUp();
            drafts.discard(viewer, "draft-1");
            house.close();
            assertThat(restore(backup, "--replace").exit()).isZero();
            reopen();
            assertThat(CaseWork.in(house).drafts().of(viewer)).isEmpty();
        }

        @Test
        void say_when_their_keys_are_not_here() {
            add("Ada Marrow");
            var backup = backUp();
            house.close();
            var elsewhere = engine.home(directory.resolve("elsewhere"));
            var told = Told.by(new RestoreCommand(), elsewhere, backup.toString());
            assertThat(told.exit()).isZero();
            assertThat(told.out()).contains("1 keys are not in this key store");
            assertThat(elsewhere.keyStoreFile()).doesNotExist();
        }

        private String add(String name) {
            return house.database()
                    .write(
                            house.school(),
                            tx -> people.add(tx, Actor.LANYARD, NewPerson.named(name)));
        }

        private void enter(String key, String words) {
            house.database()
                    .change(
                            house.school(),
                            tx ->
                                    ledger.enter(
                                            tx,
                                            Note.of(NINE, Actor.LANYARD, "case.noted", "c")
                                                    .with(key, words)));
        }

        private List<String> names() {
            return people.directory(house.school()).everybody().stream()
                    .map(known -> known.name())
                    .toList();
        }

        private Path backUp() {
            var file = safe.resolve("records.backup");
            var told = Told.by(new BackupCommand(), house.home(), file.toString());
            assertThat(told.exit()).as(told.err()).isZero();
            return file;
        }

        private Told restore(Path backup, String... more) {
            var arguments =
                    java.util.stream.Stream.concat(
                            java.util.stream.Stream.of(backup.toString()),
                            java.util.stream.Stream.of(more));
            return Told.by(new RestoreCommand(), house.home(), arguments.toArray(String[]::new));
        }

        private void reopen() {
            open(house.home());
        }

        private void open(DataHome home) {
            house = House.reopened(home, house.school());
            ledger = Ledgers.of(house.database(), house.seals());
            people = new People(house.database(), house.seals(), ledger, () -> NINE);
        }
    }

    @Nested
    class The_keys {

        private static final byte[] WORDS = "words".getBytes(StandardCharsets.UTF_8);

        @TempDir Path directory;
        @TempDir Path safe;
        House house;
        Path passphrase;
        Path backup;

        @BeforeEach
        void open() throws IOException {
            house = House.fresh(Engine.SQLITE, directory);
            passphrase =
                    Files.writeString(safe.resolve("passphrase"), "four quite ordinary words\n");
            backup = safe.resolve("keys.backup");
        }

        @AfterEach
        void close() {
            house.close();
        }

        @Test
        void open_again_what_they_sealed_on_a_new_machine() {
            var key = newKey();
            var sealed = house.seals().seal(house.school(), key, WORDS, "x");
            assertThat(keys(new KeysBackupCommand(), house.home(), "--with-master-key").err())
                    .contains("Keep the three apart");
            var elsewhere = Engine.SQLITE.home(directory.resolve("elsewhere"));
            var told = keys(new KeysRestoreCommand(), elsewhere);
            assertThat(told.exit()).as(told.err()).isZero();
            assertThat(told.out()).contains("Added 2 keys", "Put the master key at");
            try (var seals =
                    Seals.open(elsewhere.keyStoreFile(), elsewhere.masterKeyFile(), () -> NINE)) {
                assertThat(seals.open(house.school(), key, sealed, "x")).isEqualTo(WORDS);
            }
        }

        @Test
        void leave_the_master_key_out_unless_asked() {
            newKey();
            assertThat(keys(new KeysBackupCommand(), house.home()).out())
                    .contains("without the master key");
            var elsewhere = Engine.SQLITE.home(directory.resolve("elsewhere"));
            assertThat(keys(new KeysRestoreCommand(), elsewhere).exit()).isZero();
            assertThat(elsewhere.masterKeyFile()).doesNotExist();
        }

        @Test
        void stay_destroyed_when_they_were_destroyed_after_the_backup() {
            var key = newKey();
            var sealed = house.seals().seal(house.school(), key, WORDS, "x");
            keys(new KeysBackupCommand(), house.home());
            house.seals().destroy(key);
            house.close();
            var told = keys(new KeysRestoreCommand(), house.home());
            assertThat(told.out()).contains("Added 0 keys", "1 keys were destroyed since");
            assertDestroyed(key, sealed);
        }

        @Test
        void are_destroyed_here_too_when_they_are_in_the_backup() throws IOException {
            var key = newKey();
            var sealed = house.seals().seal(house.school(), key, WORDS, "x");
            var older = Files.copy(house.home().keyStoreFile(), safe.resolve("older.db"));
            house.seals().destroy(key);
            keys(new KeysBackupCommand(), house.home());
            house.close();
            Files.move(
                    older,
                    house.home().keyStoreFile(),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            assertThat(keys(new KeysRestoreCommand(), house.home()).out())
                    .contains("1 keys are destroyed in the backup");
            assertDestroyed(key, sealed);
        }

        @Test
        void do_not_open_with_another_passphrase_or_when_one_bit_was_changed() throws IOException {
            newKey();
            keys(new KeysBackupCommand(), house.home());
            house.close();
            Files.writeString(passphrase, "four other ordinary words");
            assertThat(keys(new KeysRestoreCommand(), house.home()).err())
                    .contains("The passphrase does not open");
            Files.writeString(passphrase, "four quite ordinary words");
            var bytes = Files.readAllBytes(backup);
            for (var place : new int[] {20, 30, 44, 60, bytes.length - 1}) {
                var changed = bytes.clone();
                changed[place] ^= 1;
                Files.write(backup, changed);
                assertThat(keys(new KeysRestoreCommand(), house.home()).exit()).isNotZero();
            }
            Files.write(backup, bytes);
            assertThat(keys(new KeysRestoreCommand(), house.home()).exit()).isZero();
        }

        @Test
        void of_another_installation_are_refused() {
            newKey();
            keys(new KeysBackupCommand(), house.home());
            try (var other = House.fresh(Engine.SQLITE, directory.resolve("other"))) {
                var told = keys(new KeysRestoreCommand(), other.home());
                assertThat(told.exit()).isEqualTo(1);
                assertThat(told.err().lines())
                        .singleElement()
                        .asString()
                        .contains("master key here does not open");
            }
        }

        @Test
        void need_a_passphrase_that_is_not_short() throws IOException {
            Files.writeString(passphrase, "short");
            assertThat(keys(new KeysBackupCommand(), house.home()).exit()).isEqualTo(2);
            assertThat(backup).doesNotExist();
        }

        @Test
        void are_in_a_file_for_its_owner_alone_that_shows_nothing() throws IOException {
            var key = newKey();
            keys(new KeysBackupCommand(), house.home(), "--with-master-key");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                    .isEqualTo("rw-------");
            assertThat(new String(Files.readAllBytes(backup), StandardCharsets.ISO_8859_1))
                    .doesNotContain(key, house.school(), "primaryKeyId");
        }

        private String newKey() {
            return house.seals().newKey(house.school(), KeyKind.CASE);
        }

        private void assertDestroyed(String key, byte[] sealed) {
            try (var seals =
                    Seals.open(
                            house.home().keyStoreFile(),
                            house.home().masterKeyFile(),
                            () -> NINE)) {
                assertThatThrownBy(() -> seals.open(house.school(), key, sealed, "x"))
                        .isInstanceOf(KeyDestroyedException.class);
            }
        }

        private Told keys(Object command, DataHome home, String... more) {
            var arguments =
                    new java.util.ArrayList<>(
                            List.of(backup.toString(), "--passphrase-file", passphrase.toString()));
            arguments.addAll(List.of(more));
            return Told.by(command, home, arguments.toArray(String[]::new));
        }
    }
}
