// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import school.lanyard.access.SignedIn;
import school.lanyard.core.pack.Fault;
import school.lanyard.core.pack.Layers;
import school.lanyard.core.pack.PackFiles;
import school.lanyard.core.pack.Packs;
import school.lanyard.core.pack.edit.PackEdit;
import school.lanyard.policy.Draft;
import school.lanyard.policy.Drafts;

/// Opens a school's draft for editing, and saves one change at a time: whole, checked, and never
/// over somebody else's.
@Component
class DraftDesk {

    /// How often a change is made again because another file was saved in the same moment.
    private static final int TRIES = 3;

    private final Drafts drafts;
    private final Map<String, Layers> opened = new ConcurrentHashMap<>();

    DraftDesk(Drafts drafts) {
        this.drafts = drafts;
    }

    /// The draft with its files by path, and what they say.
    record Open(Draft draft, Map<String, Draft.File> files, Layers layers) {}

    /// What became of a change.
    sealed interface Outcome {

        record Saved(String path) implements Outcome {}

        record Same() implements Outcome {}

        /// The change would bring these faults, and was not made.
        record Faulty(List<Fault> faults, Layers after) implements Outcome {}

        record Refused(String why) implements Outcome {}
    }

    Packs packs() {
        return drafts.bases();
    }

    Optional<Open> open(SignedIn me) {
        return drafts.open(me.schoolId())
                .map(draft -> {
                    var files = new TreeMap<String, Draft.File>();
                    drafts.listing(me.schoolId(), draft.id())
                            .forEach(file -> files.put(file.path(), file));
                    return new Open(draft, files, layers(draft, files));
                });
    }

    /// What the edition in force says, from which the draft was begun.
    Layers running(SignedIn me) {
        return layers("running " + me.schoolId(), drafts.sources(me.schoolId()));
    }

    private Layers layers(Draft draft, Map<String, Draft.File> files) {
        var texts = new TreeMap<String, String>();
        files.forEach((path, file) -> texts.put(path, file.text()));
        return layers(me(draft), new PackFiles(draft.pack(), texts));
    }

    private static String me(Draft draft) {
        return "draft " + draft.id();
    }

    /// Reading and checking takes long, and most pages of a draft see the same files.
    private Layers layers(String whose, PackFiles files) {
        var known = opened.get(whose);
        if (known != null && known.files().equals(files)) {
            return known;
        }
        var layers = packs().layers(files);
        opened.put(whose, layers);
        return layers;
    }

    /// Makes a change, unless it would bring a fault that was not there.
    Outcome change(SignedIn me, Function<Layers, PackEdit.Result> edit) {
        for (int tried = 0; tried < TRIES; tried++) {
            var open = open(me);
            if (open.isEmpty()) {
                return new Outcome.Refused("No edition is being drafted any more.");
            }
            switch (edit.apply(open.get().layers())) {
                case PackEdit.Result.Same _ -> {
                    return new Outcome.Same();
                }
                case PackEdit.Result.Refused(var path, var line, var problem, var mend) -> {
                    return new Outcome.Refused(
                            "%s, line %d: %s %s".formatted(path, line, problem, mend));
                }
                case PackEdit.Result.Changed changed -> {
                    var brought = brought(open.get().layers(), changed.after());
                    if (!brought.isEmpty()) {
                        return new Outcome.Faulty(brought, changed.after());
                    }
                    switch (save(me, open.get(), changed.path(), changed.text())) {
                        case Draft.Saved.Done _ -> {
                            return new Outcome.Saved(changed.path());
                        }
                        case Draft.Saved.Refused(var why) -> {
                            return new Outcome.Refused(why);
                        }
                        case Draft.Saved.Conflict _, Draft.Saved.NoLongerOpen _ -> {}
                    }
                }
            }
        }
        return new Outcome.Refused("Others are saving this file now. Try again in a moment.");
    }

    private Draft.Saved save(SignedIn me, Open open, String path, String text) {
        var file = open.files().get(path);
        return file == null
                ? drafts.add(me.schoolId(), open.draft().id(), path, text, me.personId())
                : drafts.save(
                        me.schoolId(),
                        open.draft().id(),
                        path,
                        text,
                        file.version(),
                        me.personId());
    }

    /// The faults that are new: lines may have moved, so a fault is known by its file and words.
    private static List<Fault> brought(Layers before, Layers after) {
        var known = new ArrayList<String>();
        before.faults().forEach(fault -> known.add(words(fault)));
        return after.faults().stream().filter(fault -> !known.remove(words(fault))).toList();
    }

    private static String words(Fault fault) {
        return fault.file() + " " + fault.problem().replaceAll("line \\d+", "line");
    }
}
