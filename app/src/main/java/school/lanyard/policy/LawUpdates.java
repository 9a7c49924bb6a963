// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import school.lanyard.access.SignedIn;
import school.lanyard.core.comparison.LawUpdate;
import school.lanyard.core.pack.Loaded;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.pack.PackFiles;

/// Newer bases of law and national guidance that came with this program, and moving a policy to
/// one.
@Service
public final class LawUpdates {

    private static final Pattern EXTENDS = Pattern.compile("(?m)^extends: *([a-z0-9-]+)");
    private static final Pattern BASE = Pattern.compile("(?m)^kind: *base");
    private static final String HEADER = "pack.yaml";

    private final ShippedPacks shipped;
    private final Drafts drafts;
    private final Reviews reviews;
    private final Map<String, Optional<LawUpdate>> known = new ConcurrentHashMap<>();

    public LawUpdates(ShippedPacks shipped, Drafts drafts, Reviews reviews) {
        this.shipped = shipped;
        this.drafts = drafts;
        this.reviews = reviews;
    }

    /// What the newest base that follows a policy's own would make stale in it; empty where there
    /// is none, or it says nothing else.
    public Optional<LawUpdate> newer(Pack policy) {
        return known.computeIfAbsent(policy.hash(), _ -> work(policy));
    }

    /// What a base is called; its key where it no longer comes with Lanyard.
    public String name(Pack.Base base) {
        return shipped.packs().folderOf(base.key()).isPresent()
                        && shipped.packs().load(base.key()) instanceof Loaded.Sound(var pack)
                ? pack.label()
                : base.key();
    }

    private Optional<LawUpdate> work(Pack policy) {
        var base = policy.base();
        if (base == null || shipped.packs().folderOf(base.key()).isEmpty()) {
            return Optional.empty();
        }
        return shipped.packs().load(newest(base.key())) instanceof Loaded.Sound(var newer)
                ? Optional.of(LawUpdate.of(policy, newer)).filter(update -> !update.isEmpty())
                : Optional.empty();
    }

    /// The last of the bases of which each extends the one before.
    private String newest(String base) {
        return shipped.packs().keys().stream()
                .filter(key -> follows(key, base))
                .findFirst()
                .map(this::newest)
                .orElse(base);
    }

    private boolean follows(String key, String base) {
        var header = shipped.packs().files(key).texts().getOrDefault(HEADER, "");
        var on = EXTENDS.matcher(header);
        return BASE.matcher(header).find() && on.find() && on.group(1).equals(base);
    }

    /// Opens a review because the law changed, and begins a draft from it that builds on the newer
    /// base.
    ///
    /// @return what became of the draft; empty where there is no newer base
    public Optional<Draft.Begun> begin(SignedIn who, Edition running) {
        var update = newer(running.pack());
        if (update.isEmpty()) {
            return Optional.empty();
        }
        var open = drafts.open(who.schoolId());
        if (open.isPresent()) {
            return Optional.of(new Draft.Begun.AlreadyThere(open.get()));
        }
        var review = reviews.open(who, Occasion.LAW, "");
        var files = onto(drafts.sources(who.schoolId()), update.get().base().key());
        return Optional.of(drafts.begin(who.schoolId(), who.personId(), review, files));
    }

    private static PackFiles onto(PackFiles files, String base) {
        var texts = new TreeMap<>(files.texts());
        texts.computeIfPresent(
                HEADER,
                (_, header) ->
                        EXTENDS.matcher(header)
                                .replaceFirst(Matcher.quoteReplacement("extends: " + base)));
        return new PackFiles(files.folder(), texts);
    }
}
