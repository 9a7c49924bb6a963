// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.core.pack.Clause;
import school.lanyard.core.pack.Pack;
import school.lanyard.policy.Edition;
import school.lanyard.policy.Editions;
import school.lanyard.web.Pages;

/// "May I?" for those who do not sign in: families, visitors and children. What is here is as
/// public as the policy itself, and names nobody.
@Controller
public final class OpenMayIController {

    private static final String PARENT = "parent";
    private static final String VISITOR = "visitor";
    private static final String LEARNER = "learner";

    private final Editions editions;

    OpenMayIController(Editions editions) {
        this.editions = editions;
    }

    /// A subject with its answer and the clauses that say so.
    public record Line(String label, MayI.Shown answer, List<Clause> clauses) {}

    public record Table(String label, List<Line> lines) {}

    /// What one group of people may do.
    public record Part(String title, List<Table> tables) {}

    /// A page for adults.
    ///
    /// @param edition empty where no policy is in force
    public record OpenPage(String title, List<Part> parts, String edition) {}

    /// One picture: what a child asks about, and the answer.
    public record Card(String label, String picture, MayI.Simple answer, String sentence) {}

    /// All that have one answer, so that a child sees what goes together.
    public record Pile(MayI.Simple answer, List<Card> cards) {}

    public record ChildPage(String title, List<Pile> piles, String edition) {}

    @MayCall(Caller.ANYONE)
    @GetMapping(MayI.ADDRESS + "/parents")
    ModelAndView parents() {
        return adults("What the school allows: families", PARENT, "At school, you", true);
    }

    @MayCall(Caller.ANYONE)
    @GetMapping(MayI.ADDRESS + "/visitors")
    ModelAndView visitors() {
        return adults("What the school allows: visitors", VISITOR, "While you visit", false);
    }

    private ModelAndView adults(String title, String group, String own, boolean children) {
        var edition = editions.onlyOne();
        var parts = new ArrayList<Part>();
        edition.map(Edition::pack)
                .ifPresent(pack -> {
                    parts.add(new Part(own, tables(pack, group)));
                    if (children) {
                        parts.add(new Part("At school, your child", tables(pack, LEARNER)));
                    }
                });
        parts.removeIf(part -> part.tables().isEmpty());
        return Pages.of("policy/open", new OpenPage(title, parts, name(edition)));
    }

    private static List<Table> tables(Pack pack, String group) {
        var decide = pack.decide();
        var tables = new LinkedHashMap<String, List<Line>>();
        for (var subject : decide.shownTo(group)) {
            var told = decide.tell(group, subject.key(), Map.of());
            tables.computeIfAbsent(subject.table(), _ -> new ArrayList<>())
                    .add(new Line(subject.label(), MayI.shown(told), told.clauses()));
        }
        return tables.entrySet().stream()
                .map(each -> new Table(each.getKey(), each.getValue()))
                .toList();
    }

    @MayCall(Caller.ANYONE)
    @GetMapping(MayI.ADDRESS + "/learners")
    ModelAndView learners() {
        var edition = editions.onlyOne();
        return Pages.of(
                "policy/child",
                new ChildPage(
                        "May I?",
                        edition.map(each -> piles(cards(each.pack()))).orElse(List.of()),
                        name(edition)));
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
