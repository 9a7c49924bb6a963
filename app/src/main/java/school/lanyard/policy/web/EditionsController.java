// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.core.comparison.Comparison;
import school.lanyard.core.pack.Pack;
import school.lanyard.policy.Adoption;
import school.lanyard.policy.Adoptions;
import school.lanyard.policy.Colleagues;
import school.lanyard.policy.EditionName;
import school.lanyard.policy.Editions;
import school.lanyard.policy.Publication;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;
import school.lanyard.web.SummaryRow;
import school.lanyard.web.Times;

/// Every edition of the policy that there was, and any two of them side by side in plain words.
@Controller
public final class EditionsController {

    static final String ADDRESS = "/policy/editions";
    static final String DRAFT = "draft";

    private final Editions editions;
    private final Adoptions adoptions;
    private final Colleagues colleagues;

    EditionsController(Editions editions, Adoptions adoptions, Colleagues colleagues) {
        this.editions = editions;
        this.adoptions = adoptions;
        this.colleagues = colleagues;
    }

    /// One edition in the list.
    ///
    /// @param before the address of what changed from the one before it; empty for the first
    public record Line(Publication edition, String address, String before) {}

    /// All editions, the newest first.
    ///
    /// @param next where the next edition is worked on, and what is to be said of it
    /// @param mayReview whether reviews and the law are for this reader
    public record EditionsPage(
            List<Line> editions,
            String next,
            boolean drafted,
            boolean mayReview,
            Form form,
            List<Choice> choices) {}

    /// One edition: when it ran, who approved and signed it, and what led to it.
    public record EditionPage(
            String name, String label, List<SummaryRow> rows, String before, boolean first) {}

    /// Two editions side by side.
    ///
    /// @param about where comments on a part are made; empty where none are
    public record ComparisonPage(
            Form form,
            List<Choice> choices,
            String was,
            String now,
            @Nullable Comparison comparison,
            String about) {}

    @MayCall({Caller.STAFF, Caller.GOVERNOR})
    @GetMapping(ADDRESS)
    ModelAndView list(SignedIn who) {
        var history = editions.history(who.schoolId());
        var lines = new ArrayList<Line>();
        for (int i = 0; i < history.size(); i++) {
            lines.add(
                    new Line(
                            history.get(i),
                            ADDRESS + "/" + id(history.get(i)),
                            i + 1 < history.size()
                                    ? compare(id(history.get(i + 1)), id(history.get(i)))
                                    : ""));
        }
        var open = adoptions.open(who.schoolId());
        return Pages.of(
                "policy/editions",
                new EditionsPage(
                        lines,
                        open.map(each ->
                                        Stages.words(each, editions.running(who.schoolId()).pack()))
                                .orElse("Nobody is working on a new edition."),
                        open.isPresent(),
                        who.isAny(Caller.EDIT_POLICY, Caller.APPROVE_POLICY),
                        Form.blank(),
                        choices(history, open)));
    }

    @MayCall({Caller.STAFF, Caller.GOVERNOR})
    @GetMapping(ADDRESS + "/{id:[0-9a-f-]{36}}")
    ModelAndView one(@PathVariable String id, SignedIn who) {
        var history = editions.history(who.schoolId());
        for (int i = 0; i < history.size(); i++) {
            if (id(history.get(i)).equals(id)) {
                var first = i + 1 == history.size();
                return Pages.of(
                        "policy/edition",
                        new EditionPage(
                                history.get(i).name(),
                                history.get(i).edition().pack().label(),
                                rows(who, history.get(i)),
                                first ? "" : compare(id(history.get(i + 1)), id),
                                first));
            }
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private List<SummaryRow> rows(SignedIn who, Publication each) {
        var rows = new ArrayList<SummaryRow>();
        rows.add(SummaryRow.of("State", each.state().words()));
        rows.add(SummaryRow.of("In force from", Times.day(each.inForceFrom())));
        var superseded = each.supersededOn();
        if (superseded != null) {
            rows.add(SummaryRow.of("Superseded on", Times.day(superseded)));
        }
        rows.add(SummaryRow.of("Published on", Times.day(each.publishedAt())));
        var occasion = each.occasion();
        rows.add(
                SummaryRow.of(
                        "What led to it", occasion == null ? "Not stated" : occasion.words()));
        var approval = each.approval();
        rows.add(
                SummaryRow.of(
                        "Approved",
                        approval == null
                                ? "Outside Lanyard"
                                : "By the "
                                        + approval.body()
                                        + ", "
                                        + Times.day(approval.metOn())));
        if (approval != null) {
            rows.add(SummaryRow.of("Minute", approval.minute()));
        }
        var signature = each.signature();
        rows.add(
                SummaryRow.of(
                        "Signed",
                        signature == null ? "Outside Lanyard" : signed(who, each, signature)));
        rows.add(
                SummaryRow.of(
                        "Next review",
                        each.nextReview().isEmpty() ? "Not stated" : each.nextReview()));
        var base = each.edition().pack().base();
        if (base != null) {
            rows.add(SummaryRow.of("Law as of", EditionName.words(base.edition())));
        }
        return rows;
    }

    private String signed(SignedIn who, Publication each, Adoption.Signature signature) {
        return "%s, %s, %s"
                .formatted(
                        colleagues.name(who.schoolId(), signature.by()),
                        each.edition().pack().who(signature.role()),
                        Times.day(signature.at()));
    }

    @MayCall({Caller.STAFF, Caller.GOVERNOR})
    @GetMapping(ADDRESS + "/comparison")
    ModelAndView compare(
            @RequestParam(defaultValue = "") String was,
            @RequestParam(defaultValue = "") String now,
            SignedIn who) {
        var history = editions.history(who.schoolId());
        var open = adoptions.open(who.schoolId());
        var form = Form.blank().with("was", was).with("now", now);
        var from = pack(history, open, was);
        var to = pack(history, open, now);
        var chosen = from.isPresent() && to.isPresent();
        return Pages.of(
                "policy/comparison",
                new ComparisonPage(
                        form,
                        choices(history, open),
                        from.map(each -> named(was, each)).orElse(""),
                        to.map(each -> named(now, each)).orElse(""),
                        chosen ? Comparison.of(from.orElseThrow(), to.orElseThrow()) : null,
                        now.equals(DRAFT)
                                        && open.filter(each -> each.consultation() != null)
                                                .isPresent()
                                ? CommentsController.ADDRESS
                                : ""));
    }

    private static Optional<Pack> pack(
            List<Publication> history, Optional<Adoption> open, String id) {
        return id.equals(DRAFT)
                ? open.flatMap(Adoption::readable)
                : history.stream()
                        .filter(each -> id(each).equals(id))
                        .map(each -> each.edition().pack())
                        .findFirst();
    }

    private static List<Choice> choices(List<Publication> history, Optional<Adoption> open) {
        var choices = new ArrayList<Choice>();
        open.filter(Adoption::sound).ifPresent(_ -> choices.add(Choice.of(DRAFT, "The draft")));
        history.forEach(each ->
                choices.add(Choice.of(id(each), "Edition of " + each.name() + ", " + state(each))));
        return choices;
    }

    private static String state(Publication each) {
        return each.state().words().toLowerCase(java.util.Locale.UK);
    }

    private static String named(String id, Pack pack) {
        return id.equals(DRAFT)
                ? "the draft"
                : "the edition of " + EditionName.words(pack.edition());
    }

    static String compare(String was, String now) {
        return ADDRESS + "/comparison?was=" + was + "&now=" + now;
    }

    private static String id(Publication publication) {
        return publication.edition().id();
    }
}
