// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import school.lanyard.concerns.IncidentEvent.ExhibitDisposalAsked;
import school.lanyard.concerns.IncidentEvent.ExhibitDisposalDecided;
import school.lanyard.concerns.IncidentEvent.ExhibitKept;
import school.lanyard.concerns.IncidentEvent.ImageViewed;
import school.lanyard.core.pack.Category;
import school.lanyard.core.playbook.Bar;

/// What may be done with the files of an incident. Where anything illegal is suspected none is
/// added, and those that are there are frozen: nobody opens, copies or converts them here.
public final class ExhibitRules {

    /// What a playbook's bar calls it, in every pack.
    private static final String UPLOAD = "upload";

    private static final String THE_LAW =
            "It may hold an illegal image. To make, keep or pass on a copy of one is a crime, also"
                    + " for a school. Leave it on the device, do not look at it again, and ask the"
                    + " police.";

    private ExhibitRules() {}

    /// Why no file may be added or opened now, in the policy's words; empty where one may. A kind
    /// of incident that is illegal forbids it whatever track the case is on.
    public static Optional<String> frozen(Standing standing) {
        var now = Stream.ofNullable(standing.progress().bars(UPLOAD));
        var kind = standing.incident().classification().filter(each -> illegal(standing, each));
        var always =
                kind.stream()
                        .flatMap(_ -> standing.playbook().bars().stream())
                        .filter(bar -> bar.actions().contains(UPLOAD));
        return Stream.concat(now, always)
                .map(Bar::reason)
                .findFirst()
                .or(() -> kind.map(_ -> THE_LAW));
    }

    private static boolean illegal(Standing standing, IncidentEvent.Classified kind) {
        return standing.pack()
                .category(kind.group(), kind.category())
                .filter(Category::illegal)
                .isPresent();
    }

    static Optional<String> refusal(Standing standing, ExhibitKept kept) {
        return frozen(standing)
                .or(() -> unless(!kept.name().isBlank(), "Choose a file."))
                .or(() -> unless(!kept.shows().isBlank(), "Say what it shows."))
                .or(() -> unless(!kept.from().isBlank(), "Say who gave it to the school."))
                .or(() ->
                        unless(
                                kept.dated() == null || !kept.dated().isAfter(kept.received()),
                                "It cannot have been received before it was made."));
    }

    static Optional<String> refusal(Standing standing, ExhibitDisposalAsked asked) {
        var exhibit = Exhibit.of(standing.incident(), asked.exhibit());
        return unless(exhibit.isPresent(), "There is no such file.")
                .or(() -> unless(exhibit.orElseThrow().disposed() == null, "It is gone already."))
                .or(() ->
                        unless(
                                exhibit.orElseThrow().asked() == null,
                                "That waits for a second person already."))
                .or(() ->
                        unless(
                                frozen(standing).isEmpty() || !asked.police().isBlank(),
                                "While anything illegal is suspected, only the police may say that"
                                        + " a file goes. Enter their reference."))
                .or(() ->
                        unless(!asked.reason().isBlank(), "Say what was advised, or why it goes."));
    }

    static Optional<String> refusal(Standing standing, ExhibitDisposalDecided decided) {
        var exhibit = Exhibit.of(standing.incident(), decided.exhibit());
        return unless(
                        exhibit.map(Exhibit::asked).isPresent(),
                        "Nothing about that file waits for a decision.")
                .or(() ->
                        unless(
                                !decided.agreed() || stillOnAdvice(standing, exhibit.orElseThrow()),
                                "Since this was asked, something illegal came to be suspected. Ask"
                                        + " the police first, then ask again with their"
                                        + " reference."))
                .or(() ->
                        unless(
                                decided.agreed() || !decided.reason().isBlank(),
                                "Say why you do not agree."));
    }

    /// What was asked before suspicion arose had no advice of the police, and has none now.
    private static boolean stillOnAdvice(Standing standing, Exhibit exhibit) {
        var asked = (ExhibitDisposalAsked) Objects.requireNonNull(exhibit.asked()).event();
        return frozen(standing).isEmpty() || !asked.police().isBlank();
    }

    static Optional<String> refusal(ImageViewed viewed) {
        return unless(!viewed.where().isBlank(), "Say where it was looked at.")
                .or(() -> unless(!viewed.present().isBlank(), "Say who else was in the room."))
                .or(() -> unless(!viewed.reason().isBlank(), "Say why nothing else would do."));
    }

    /// Why this person may not ask for, or decide on, a disposal: it takes two who read the case.
    ///
    /// @param seconds who could be the second person for somebody
    static Optional<String> second(
            Incident incident,
            IncidentEvent event,
            String by,
            Function<String, Set<String>> seconds) {
        return switch (event) {
            case ExhibitDisposalAsked _ ->
                    unless(
                            !seconds.apply(by).isEmpty(),
                            "A second person has to agree: somebody else who can read this incident"
                                    + " and may approve access. There is nobody. Let another post"
                                    + " read it first.");
            case ExhibitDisposalDecided decided ->
                    Exhibit.of(incident, decided.exhibit())
                            .flatMap(each -> Optional.ofNullable(each.asked()))
                            .flatMap(asked ->
                                    unless(
                                            seconds.apply(asked.by()).contains(by),
                                            Returns.NOT_YOU));
            default -> Optional.empty();
        };
    }

    private static Optional<String> unless(boolean fine, String words) {
        return fine ? Optional.empty() : Optional.of(words);
    }
}
