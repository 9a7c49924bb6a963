// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import school.lanyard.database.DataHome;
import school.lanyard.database.Database;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.mail.Outbox;
import school.lanyard.people.AccessRequests;
import school.lanyard.people.Accounts;
import school.lanyard.people.Appointments;
import school.lanyard.people.Births;
import school.lanyard.people.Classes;
import school.lanyard.people.Guardians;
import school.lanyard.people.Identifiers;
import school.lanyard.people.Passwords;
import school.lanyard.people.People;
import school.lanyard.people.Posts;
import school.lanyard.people.Schools;
import school.lanyard.people.Sessions;
import school.lanyard.policy.Editions;
import school.lanyard.roster.Imports;
import school.lanyard.roster.file.Columns;
import school.lanyard.roster.file.Format;
import school.lanyard.roster.file.Remark;
import school.lanyard.roster.file.Unreadable;
import school.lanyard.roster.plan.Decision;
import school.lanyard.roster.plan.Plan;
import school.lanyard.sealing.Seals;

/// Brings people in from files, or says what that would do. It names nobody: rows are named by
/// their place.
@Command(
        name = "import",
        description =
                "Bring people in from files: CSV, OneRoster 1.1 or 1.2, School Data Sync 2.1, or a Common Transfer File. All of a"
                        + " file is applied or none of it. The server must be stopped.",
        footer = {
            "",
            "Exit code: 0 done, 1 not applied because something must be mended or answered, 2 wrong usage."
        })
public final class RosterImportCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "Files, one after the other; the CSV files of one OneRoster or School Data Sync set count as one.")
    private List<Path> files = List.of();

    @Mixin private DataOptions data = new DataOptions();

    @Mixin private MasterKeyOption masterKey = new MasterKeyOption();

    @Option(
            names = "--school",
            paramLabel = "KEY",
            description = "Which school here: its id. Not needed where there is one.")
    private @Nullable String school;

    @Option(names = "--dry-run", description = "Only say what it would do.")
    private boolean dryRun;

    @Option(
            names = "--everyone",
            paramLabel = "GROUP",
            description =
                    "What the people of a CSV file are, where no column says so, such as learner.")
    private String everyone = "";

    @Option(
            names = "--of",
            paramLabel = "KEY",
            description = "Which of the schools in the file this one is.")
    private @Nullable String of;

    @Option(
            names = "--whole",
            paramLabel = "GROUP",
            description =
                    "The file holds everybody of this group: whoever is missing is closed. Needs --closing.")
    private List<String> whole = List.of();

    @Option(
            names = "--closing",
            paramLabel = "N",
            description = "How many people it closes, to show that you mean it.")
    private @Nullable Integer closing;

    @Option(
            names = "--sure",
            description = "You have checked why more than one in ten are missing.")
    private boolean sure;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        files.forEach(FileChecks::mustBeReadable);
        var place = data.existing();
        var home = data.home(masterKey.file);
        try (var _ = home.lock();
                var database = Database.open(place);
                var seals =
                        Seals.open(home.keyStoreFile(), home.masterKeyFile(), Clock.systemUTC())) {
            var imports = imports(database, seals);
            var ours = school(database);
            var all = true;
            for (var file : contents()) {
                all &= one(imports, ours, file);
            }
            return all ? 0 : 1;
        } catch (DataHome.InUseException inUse) {
            throw DataOptions.inUse(inUse);
        }
    }

    private String school(Database database) {
        var all = new Schools(database).all();
        var found =
                all.stream()
                        .map(Schools.School::id)
                        .filter(each -> school == null ? all.size() == 1 : each.equals(school))
                        .findFirst();
        return found.orElseThrow(() ->
                Failure.usage(
                        school == null
                                ? "There is not exactly one school here"
                                : "There is no such school here",
                        "Name it with --school: "
                                + String.join(
                                        ", ",
                                        all.stream()
                                                .map(each -> each.id() + " (" + each.name() + ")")
                                                .toList())));
    }

    /// The CSV files of a set are one file, as their zip would be.
    private List<byte[]> contents() throws IOException {
        var found = new ArrayList<byte[]>();
        if (files.size() > 1
                && files.stream()
                        .anyMatch(each -> each.getFileName().toString().equals("users.csv"))) {
            var zipped = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(zipped)) {
                for (var file : files) {
                    zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
                    zip.write(Files.readAllBytes(file));
                    zip.closeEntry();
                }
            }
            found.add(zipped.toByteArray());
        } else {
            for (var file : files) {
                found.add(Files.readAllBytes(file));
            }
        }
        return found;
    }

    /// @return whether it was applied, or could be
    private boolean one(Imports imports, String ours, byte[] file) {
        var by = Actor.commandLine();
        try {
            var id = imports.begin(ours, by, file);
            try {
                return said(imports, ours, by, id);
            } finally {
                imports.drop(ours, by, id);
            }
        } catch (Unreadable unreadable) {
            throw Failure.usage(
                    "The file cannot be read. " + unreadable.why().replaceAll("\\.$", ""),
                    "Nothing was changed");
        }
    }

    private boolean said(Imports imports, String ours, Actor by, String id) {
        var format = imports.find(ours, id).orElseThrow().format();
        if (format == Format.CSV) {
            var guess = imports.columns(ours, id, by).orElseThrow().columns();
            var columns =
                    everyone.isEmpty()
                            ? guess
                            : new Columns(guess.headed(), guess.fields(), everyone);
            columns.refusal()
                    .ifPresent(why -> {
                        throw Failure.usage(
                                "Its columns are not clear: " + why,
                                "Use --everyone, or send it once on the page, which remembers its columns");
                    });
            imports.say(ours, by, id, columns);
        }
        imports.say(ours, by, id, of, new HashSet<>(whole), Map.of());
        var run = imports.dryRun(ours, id, by).orElseThrow();
        var reading = run.reading();
        var plan = run.plan();
        if (reading == null || plan == null) {
            throw Failure.usage(
                    "The file is of several schools",
                    "Say which with --of: "
                            + (reading == null
                                    ? ""
                                    : String.join(", ", reading.schools().keySet())));
        }
        var out = spec.commandLine().getOut();
        show(out, format, reading.remarks(), plan);
        if (dryRun) {
            return !reading.barred() && plan.questions().isEmpty();
        }
        var consent = new Imports.Consent(plan.print(), closing, sure);
        return switch (imports.apply(ours, by, id, consent)) {
            case Imports.Applied.Done(var counts) -> {
                out.printf(
                        "Applied. %,d closed, %,d not closed yet.%n",
                        counts.closed(), counts.waiting());
                out.flush();
                yield true;
            }
            case Imports.Applied.Refused(_, var why) -> {
                out.println("Not applied. " + why);
                out.flush();
                yield false;
            }
        };
    }

    private static void show(PrintWriter out, Format format, List<Remark> remarks, Plan plan) {
        out.printf(
                "%s: %,d to add, %,d to change, %,d left as they are, %,d to close, %,d questions.%n",
                format.label(),
                plan.count(Decision.Add.class),
                plan.count(Decision.Change.class),
                plan.count(Decision.Same.class),
                plan.closes(),
                plan.questions().size());
        for (var remark : remarks) {
            out.printf(
                    "%s %s %s%n",
                    remark.bars() ? "MEND:" : "Note:", remark.place().words(), remark.words());
        }
        for (var question : plan.questions()) {
            out.printf(
                    "ASK:  %s is not sure to be somebody known. Answer it on the page.%n",
                    question.entry().place().words());
        }
        out.flush();
    }

    private static Imports imports(Database database, Seals seals) {
        var clock = Clock.systemUTC();
        var ledger = new Ledger(database, seals);
        var people = new People(database, seals, ledger, clock);
        var editions = new Editions(database, ledger, clock);
        var posts = new Posts(new Appointments(database), editions, ledger, clock);
        var outbox = new Outbox(database, clock);
        var accounts =
                new Accounts(
                        database,
                        seals,
                        ledger,
                        outbox,
                        new Passwords(),
                        people,
                        new Sessions(clock),
                        clock);
        return new Imports(
                database,
                seals,
                ledger,
                people,
                new Births(database, seals, ledger, people),
                new Classes(database, seals, ledger, people),
                new Guardians(database, ledger),
                new Identifiers(database, seals, ledger, people),
                new AccessRequests(database, seals, ledger, outbox, people, posts, accounts, clock),
                clock);
    }
}
