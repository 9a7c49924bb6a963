// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.core.pack.Clause;
import school.lanyard.core.pack.Decisions;
import school.lanyard.core.pack.Pack;
import school.lanyard.policy.Edition;
import school.lanyard.policy.OpenPolicies;
import school.lanyard.policy.SchoolsPage;
import school.lanyard.web.Pages;

/// "May I?" for those who do not sign in: families, visitors and children. What is here is as
/// public as the policy itself, and names nobody.
@Controller
public final class OpenMayIController {

    private static final String PARENTS = MayI.ADDRESS + "/parents";
    private static final String VISITORS = MayI.ADDRESS + "/visitors";
    private static final String LEARNERS = MayI.ADDRESS + "/learners";
    private static final String LEARNER = "learner";

    private static final Readers FAMILIES =
            new Readers(
                    "What the school allows: families",
                    List.of(Map.entry(LEARNER, "Your child"), Map.entry("parent", "You")));
    private static final Readers GUESTS =
            new Readers(
                    "What the school allows: visitors",
                    List.of(Map.entry("visitor", "While you visit")));

    /// For whom a page is.
    ///
    /// @param groups those it answers for, each with what it is called there
    private record Readers(String title, List<Map.Entry<String, String>> groups) {}

    private final OpenPolicies policies;

    OpenMayIController(OpenPolicies policies) {
        this.policies = policies;
    }

    /// A subject with its answer and the clauses that say so.
    ///
    /// @param note what to know about it; may be empty
    public record Line(String label, String note, MayI.Shown answer, List<Clause> clauses) {}

    /// What goes together: one table of the policy.
    public record Topic(String label, List<Line> lines) {

        public String count() {
            return lines.size() == 1 ? "1 answer" : lines.size() + " answers";
        }
    }

    /// What one group of people may do.
    ///
    /// @param id its place on the page
    public record Part(String id, String title, List<Topic> topics) {}

    /// A page for adults.
    ///
    /// @param school whose it is; empty where there is only one
    /// @param words that were searched for; empty where all is shown
    /// @param edition empty where no policy is in force
    public record OpenPage(
            String title,
            String school,
            String address,
            String words,
            List<Part> parts,
            String edition,
            OpenPolicies.Place place) {

        public boolean searched() {
            return !words.isEmpty();
        }
    }

    /// One picture: what a child asks about, and the answer.
    public record Card(String label, String picture, MayI.Simple answer, String sentence) {}

    /// All that have one answer, so that a child sees what goes together.
    public record Pile(MayI.Simple answer, List<Card> cards) {}

    public record ChildPage(
            String title,
            String school,
            List<Pile> piles,
            String edition,
            OpenPolicies.Place place) {}

    @MayCall(Caller.ANYONE)
    @GetMapping({PARENTS, OpenPolicies.SCHOOL + PARENTS})
    ModelAndView parents(
            @PathVariable Map<String, String> at, @RequestParam(defaultValue = "") String q) {
        return at(at, PARENTS, place -> adults(place, q.strip(), PARENTS, FAMILIES));
    }

    @MayCall(Caller.ANYONE)
    @GetMapping({VISITORS, OpenPolicies.SCHOOL + VISITORS})
    ModelAndView visitors(
            @PathVariable Map<String, String> at, @RequestParam(defaultValue = "") String q) {
        return at(at, VISITORS, place -> adults(place, q.strip(), VISITORS, GUESTS));
    }

    /// The page of the school that an address names, or the schools to choose from.
    private ModelAndView at(
            Map<String, String> at, String path, Function<OpenPolicies.Place, ModelAndView> page) {
        var place = policies.place(at.get("school"));
        if (place.isEmpty() && at.containsKey("school")) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return place.map(page)
                .orElseGet(() -> Pages.of("policy/schools", SchoolsPage.of(policies, path)));
    }

    private static String school(OpenPolicies.Place place) {
        return place.base().isEmpty() ? "" : place.name();
    }

    private ModelAndView adults(
            OpenPolicies.Place place, String words, String path, Readers readers) {
        var edition = policies.inForce(place);
        var parts = new ArrayList<Part>();
        edition.map(Edition::pack)
                .ifPresent(pack ->
                        readers.groups()
                                .forEach(group ->
                                        parts.add(
                                                new Part(
                                                        group.getKey(),
                                                        group.getValue(),
                                                        topics(pack, group.getKey(), words)))));
        parts.removeIf(part -> part.topics().isEmpty());
        return Pages.of(
                "policy/open",
                new OpenPage(
                        readers.title(),
                        school(place),
                        place.base() + path,
                        words,
                        parts,
                        name(edition),
                        place));
    }

    private static List<Topic> topics(Pack pack, String group, String words) {
        var decide = pack.decide();
        var found =
                decide.search(words).stream()
                        .map(Decisions.Askable::key)
                        .collect(Collectors.toSet());
        var topics = new LinkedHashMap<String, List<Line>>();
        for (var subject : decide.shownTo(group)) {
            if (words.isEmpty() || found.contains(subject.key())) {
                var told = decide.tell(group, subject.key(), Map.of());
                topics.computeIfAbsent(subject.table(), _ -> new ArrayList<>())
                        .add(
                                new Line(
                                        subject.label(),
                                        subject.note(),
                                        MayI.shown(told),
                                        told.clauses()));
            }
        }
        return topics.entrySet().stream()
                .map(each -> new Topic(each.getKey(), each.getValue()))
                .toList();
    }

    @MayCall(Caller.ANYONE)
    @GetMapping({LEARNERS, OpenPolicies.SCHOOL + LEARNERS})
    ModelAndView learners(@PathVariable Map<String, String> at) {
        return at(at, LEARNERS, this::child);
    }

    private ModelAndView child(OpenPolicies.Place place) {
        var edition = policies.inForce(place);
        return Pages.of(
                "policy/child",
                new ChildPage(
                        "May I?",
                        school(place),
                        edition.map(each -> piles(cards(each.pack()))).orElse(List.of()),
                        name(edition),
                        place));
    }

    private static List<Pile> piles(List<Card> cards) {
        return Stream.of(MayI.Simple.values())
                .map(answer ->
                        new Pile(
                                answer,
                                cards.stream().filter(card -> card.answer() == answer).toList()))
                .filter(pile -> !pile.cards().isEmpty())
                .toList();
    }

    private static List<Card> cards(Pack pack) {
        var decide = pack.decide();
        return decide.shownTo(LEARNER).stream()
                .map(subject -> {
                    var told = decide.tell(LEARNER, subject.key(), Map.of());
                    return new Card(
                            subject.shown().shortly(),
                            subject.shown().picture(),
                            MayI.simple(told.answer()),
                            told.sentence());
                })
                .toList();
    }

    private static String name(Optional<Edition> edition) {
        return edition.map(Edition::pack)
                .map(pack -> pack.label() + ", edition " + pack.edition())
                .orElse("");
    }
}
