// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Loaded;
import school.lanyard.core.pack.PackFiles;
import school.lanyard.core.pack.Packs;
import school.lanyard.core.pack.YamlReader;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.policy.Draft.Begun;
import school.lanyard.policy.Draft.Saved;
import school.lanyard.policy.store.DraftRows;
import school.lanyard.policy.store.PublicationRows;
import school.lanyard.policy.store.ReviewRows;
import school.lanyard.policy.store.SourceRows;

/// The next edition of each school's policy, file by file. Nothing in it counts for anybody until
/// it is published, and nothing that was saved is overwritten unseen.
@Service("policyDrafts")
public final class Drafts {

    /// A name that a file of a pack can have; which ones mean something is for the check to say.
    private static final String PATH = "[a-z][a-z-]{0,40}(/[a-z0-9][a-z0-9-]{0,60})?\\.yaml";

    private static final Pattern NAME = Pattern.compile("(?m)^edition: *\"?[^\"#\n]*\"?");

    private static final int MOST_FILES = 200;

    /// @param saves how many versions of files there were when it was checked
    record Checked(int saves, Loaded loaded) {}

    private final Database database;
    private final Ledger ledger;
    private final Editions editions;
    private final ShippedPacks shipped;
    private final InstantSource clock;
    private final Map<String, Checked> checked = new ConcurrentHashMap<>();

    public Drafts(
            Database database,
            Ledger ledger,
            Editions editions,
            ShippedPacks shipped,
            InstantSource clock) {
        this.database = database;
        this.ledger = ledger;
        this.editions = editions;
        this.shipped = shipped;
        this.clock = clock;
    }

    /// The draft that is worked on now.
    public Optional<Draft> open(String school) {
        return database.read(sql -> new DraftRows(sql, school).open());
    }

    /// Any draft of the school, also one that has ended.
    public Optional<Draft> find(String school, String draft) {
        return database.read(sql -> new DraftRows(sql, school).find(draft));
    }

    /// Begins a draft from the files of the edition in force.
    ///
    /// @param review that led to it, if one did
    public Begun begin(String school, String by, @Nullable String review) {
        return begin(school, by, review, sources(school));
    }

    /// Begins a draft from other files, such as those over a newer base.
    public Begun begin(String school, String by, @Nullable String review, PackFiles files) {
        return database.write(
                school,
                tx -> {
                    var rows = new DraftRows(tx.sql(), school);
                    var already = rows.open();
                    if (already.isPresent()) {
                        return new Begun.AlreadyThere(already.get());
                    }
                    if (review != null && !new ReviewRows(tx.sql(), school).isOpen(review)) {
                        return new Begun.NoSuchReview();
                    }
                    var draft =
                            new Draft(
                                    UUID.randomUUID().toString(),
                                    files.folder(),
                                    editions.running(tx).id(),
                                    review,
                                    by,
                                    clock.instant());
                    rows.insert(draft);
                    renamed(tx, files)
                            .forEach((path, text) ->
                                    rows.save(draft.id(), path, 1, text, by, clock.instant()));
                    enter(tx, by, "begun", draft.id());
                    return new Begun.Done(draft);
                });
    }

    /// The same files, under a name that no edition has yet, where they say it on a line of its
    /// own.
    private Map<String, String> renamed(Tx tx, PackFiles files) {
        var texts = new TreeMap<>(files.texts());
        var name = EditionName.next(SchoolTime.day(clock.instant()), editions.names(tx));
        texts.computeIfPresent(
                "pack.yaml",
                (_, header) ->
                        NAME.matcher(header)
                                .replaceFirst(
                                        Matcher.quoteReplacement("edition: \"" + name + "\"")));
        return texts;
    }

    /// The files of the edition in force: the ones it was made from, as far as they are at hand.
    public PackFiles sources(String school) {
        return sources(school, editions.running(school));
    }

    PackFiles sources(String school, Edition edition) {
        var kept = database.read(sql -> new SourceRows(sql, school).of(edition.id()));
        return kept.isEmpty()
                ? shipped.of(edition)
                : new PackFiles(edition.pack().key(), new TreeMap<>(kept));
    }

    /// The files as they stand, without those that were removed, by path.
    public List<Draft.File> listing(String school, String draft) {
        return database.read(sql -> new DraftRows(sql, school).files(draft));
    }

    /// One file as it stands; absent if there is none, or it was removed.
    public Optional<Draft.File> file(String school, String draft, String path) {
        return listing(school, draft).stream().filter(each -> each.path().equals(path)).findFirst();
    }

    /// The same as what core reads and checks.
    public PackFiles files(String school, String draft) {
        var pack = find(school, draft).orElseThrow().pack();
        return files(pack, listing(school, draft));
    }

    private static PackFiles files(String pack, List<Draft.File> listing) {
        var texts = new TreeMap<String, String>();
        listing.forEach(file -> texts.put(file.path(), file.text()));
        return new PackFiles(pack, texts);
    }

    /// Checks a draft as the command line would. What was checked once is not checked again until
    /// somebody saves.
    public Loaded check(String school, String draft) {
        return checked(school, draft).loaded();
    }

    Checked checked(String school, String draft) {
        int saves = database.read(sql -> new DraftRows(sql, school).saves(draft));
        var known = checked.get(draft);
        if (known != null && known.saves() == saves) {
            return known;
        }
        var made = new Checked(saves, shipped.packs().load(files(school, draft)));
        checked.put(draft, made);
        return made;
    }

    /// The texts as a transaction sees them.
    Map<String, String> texts(Tx tx, Draft draft) {
        return files(draft.pack(), new DraftRows(tx.sql(), tx.school()).files(draft.id())).texts();
    }

    /// Checks other files as if they were the draft's, before they are saved.
    public Loaded check(PackFiles files) {
        return shipped.packs().load(files);
    }

    /// The packs that a draft may build on.
    public Packs bases() {
        return shipped.packs();
    }

    /// Saves a file that somebody opened at a version.
    public Saved save(
            String school, String draft, String path, String text, int expectedVersion, String by) {
        return change(school, draft, path, text, expectedVersion, by, "saved");
    }

    /// Adds a file that is not there.
    public Saved add(String school, String draft, String path, String text, String by) {
        int version =
                database.read(sql -> new DraftRows(sql, school).newest(draft, path))
                        .filter(newest -> newest.text() == null)
                        .map(DraftRows.Newest::version)
                        .orElse(0);
        return change(school, draft, path, text, version, by, "added");
    }

    /// Removes a file that somebody opened at a version.
    public Saved remove(String school, String draft, String path, int expectedVersion, String by) {
        return change(school, draft, path, null, expectedVersion, by, "removed");
    }

    /// Puts other files in the place of all that are there, such as those of a zip. Files that stay
    /// the same are left alone.
    ///
    /// @param seen the version of each file when whoever does this looked
    /// @return one result for each path that was to change; if any is a conflict, nothing changed
    public Map<String, Saved> replace(
            String school, String draft, PackFiles files, Map<String, Integer> seen, String by) {
        var now = new TreeMap<String, Draft.File>();
        listing(school, draft).forEach(file -> now.put(file.path(), file));
        var wanted = new TreeMap<String, @Nullable String>();
        files.texts()
                .forEach((path, text) -> {
                    var file = now.get(path);
                    if (file == null || !file.text().equals(text)) {
                        wanted.put(path, text);
                    }
                });
        now.keySet().stream()
                .filter(path -> !files.texts().containsKey(path))
                .forEach(path -> wanted.put(path, null));
        return all(school, draft, wanted, seen, by);
    }

    private Map<String, Saved> all(
            String school,
            String draft,
            Map<String, @Nullable String> wanted,
            Map<String, Integer> seen,
            String by) {
        var results = new TreeMap<String, Saved>();
        try {
            database.change(
                    school,
                    tx -> {
                        for (var each : wanted.entrySet()) {
                            var path = each.getKey();
                            var newest = new DraftRows(tx.sql(), school).newest(draft, path);
                            int expected =
                                    newest.filter(file -> file.text() == null)
                                            .map(DraftRows.Newest::version)
                                            .orElse(seen.getOrDefault(path, 0));
                            results.put(
                                    path,
                                    change(
                                            tx,
                                            draft,
                                            path,
                                            each.getValue(),
                                            expected,
                                            by,
                                            "replaced"));
                        }
                        if (!results.values().stream().allMatch(Saved.Done.class::isInstance)) {
                            throw new NothingChanged();
                        }
                    });
        } catch (NothingChanged undone) {
            results.values().removeIf(Saved.Done.class::isInstance);
        }
        return results;
    }

    private Saved change(
            String school,
            String draft,
            String path,
            @Nullable String text,
            int expected,
            String by,
            String how) {
        return database.write(school, tx -> change(tx, draft, path, text, expected, by, how));
    }

    private Saved change(
            Tx tx,
            String draft,
            String path,
            @Nullable String text,
            int expected,
            String by,
            String how) {
        var rows = new DraftRows(tx.sql(), tx.school());
        if (rows.open().filter(is(draft)).isEmpty()) {
            return new Saved.NoLongerOpen();
        }
        var newest = rows.newest(draft, path);
        int version = newest.map(DraftRows.Newest::version).orElse(0);
        if (version != expected) {
            return newest.<Saved>map(file ->
                            new Saved.Conflict(
                                    file.version(), file.text(), file.savedBy(), file.savedAt()))
                    .orElseGet(() -> new Saved.Refused("There is no such file."));
        }
        if (new PublicationRows(tx.sql(), tx.school())
                .waits(draft, EditionRequests.oldest(clock.instant()))) {
            return new Saved.Refused("It waits for a second person, so it cannot be changed now.");
        }
        var refusal = refusal(rows, draft, path, text, newest.isPresent());
        if (refusal.isPresent()) {
            return new Saved.Refused(refusal.get());
        }
        if (newest.filter(file -> java.util.Objects.equals(file.text(), text)).isPresent()) {
            return new Saved.Done(version);
        }
        var row = rows.save(draft, path, version + 1, text, by, clock.instant());
        enter(tx, by, how, draft, row);
        return new Saved.Done(version + 1);
    }

    private static Optional<String> refusal(
            DraftRows rows, String draft, String path, @Nullable String text, boolean known) {
        if (text == null) {
            return known ? Optional.empty() : Optional.of("There is no such file.");
        }
        if (text.length() > YamlReader.LARGEST) {
            return Optional.of(
                    "The file is larger than " + YamlReader.LARGEST / 1024 + " KiB. Split it.");
        }
        if (!known && !path.matches(PATH)) {
            return Optional.of(
                    "A file’s name has small letters, digits and hyphens, and ends in .yaml.");
        }
        return !known && rows.files(draft).size() >= MOST_FILES
                ? Optional.of("A policy has at most " + MOST_FILES + " files.")
                : Optional.empty();
    }

    /// Gives a draft up, for good. What was in it stays recorded.
    ///
    /// @return false if it had ended already
    public boolean discard(String school, String draft, String by) {
        return database.write(
                school,
                tx -> {
                    var rows = new DraftRows(tx.sql(), school);
                    if (rows.open().filter(is(draft)).isEmpty()) {
                        return false;
                    }
                    rows.end(draft, false, by, clock.instant());
                    enter(tx, by, "discarded", draft);
                    return true;
                });
    }

    private void enter(Tx tx, String by, String what, String... subjects) {
        ledger.enter(
                tx, Note.of(clock.instant(), Actor.person(by), "policy-draft." + what, subjects));
    }

    private static Predicate<Draft> is(String draft) {
        return each -> each.id().equals(draft);
    }

    /// Undoes a change of several files of which one could not be made.
    private static final class NothingChanged extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
