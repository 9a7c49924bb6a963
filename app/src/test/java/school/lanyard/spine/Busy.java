// SPDX-License-Identifier: Apache-2.0
package school.lanyard.spine;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Executors;
import school.lanyard.database.DataHome;
import school.lanyard.database.Database;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledgers;
import school.lanyard.ledger.Note;
import school.lanyard.people.NewPerson;
import school.lanyard.people.People;
import school.lanyard.sealing.KeyKind;
import school.lanyard.sealing.Seals;
import school.lanyard.testing.House;

/// A process that does nothing but make changes, and says of each that it is done. It is there to
/// be killed.
final class Busy {

    private Busy() {}

    /// @param arguments the data directory, and the school
    public static void main(String... arguments) {
        var home = DataHome.of(Path.of(arguments[0]), null, null);
        var school = arguments[1];
        var database = Database.open(home.database());
        var seals = Seals.open(home.keyStoreFile(), home.masterKeyFile(), () -> House.NINE);
        var ledger = Ledgers.of(database, seals);
        var people = new People(database, seals, ledger, () -> House.NINE);
        var out =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var thread = 0; thread < 2; thread++) {
                threads.submit(() -> {
                    while (true) {
                        var subject = UUID.randomUUID().toString();
                        var key = seals.newKey(school, KeyKind.CASE);
                        var person =
                                database.write(
                                        school,
                                        tx -> {
                                            ledger.enter(
                                                    tx,
                                                    Note.of(
                                                                    House.NINE,
                                                                    Actor.LANYARD,
                                                                    "case.noted",
                                                                    subject)
                                                            .with(key, subject));
                                            return people.add(
                                                    tx, Actor.LANYARD, NewPerson.named(subject));
                                        });
                        synchronized (out) {
                            out.print(subject + " " + person + "\n");
                            out.flush();
                        }
                    }
                });
            }
        }
    }
}
