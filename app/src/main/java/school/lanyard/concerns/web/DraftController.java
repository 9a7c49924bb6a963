// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.lanyard.access.Caller;
import school.lanyard.access.Gate;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.Concerns;
import school.lanyard.concerns.DraftClearing;
import school.lanyard.concerns.Drafts;
import school.lanyard.concerns.KeepTokens;
import school.lanyard.concerns.Receipt;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Pack;
import school.lanyard.people.Guarded;
import school.lanyard.people.People;
import school.lanyard.policy.Editions;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;
import school.lanyard.web.Times;

/// Writing a concern and sending it. The address of a draft is what makes sending harmless to
/// repeat: before it is sent it shows the form, afterwards the receipt.
@Controller
public class DraftController {

    static final String KEEP = "keep";
    static final String UNKEPT = "/concerns/unkept";

    private static final String SENT = "/concerns/sent";

    private static final String DRAFT =
            "/concerns/drafts/{draft:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}";
    private static final String INTERRUPTED = "-interrupted";

    /// Told to somebody whose form could not be kept.
    public record Unkept(String signIn) {}

    /// Asked before a draft is thrown away.
    public record Removal(String draft, Instant savedAt) {

        public String draftAddress() {
            return "/concerns/drafts/" + draft;
        }

        public String action() {
            return draftAddress() + "/removal";
        }
    }

    private final Concerns concerns;
    private final Drafts drafts;
    private final KeepTokens keeps;
    private final Editions editions;
    private final People people;
    private final InstantSource clock;
    private final KeepLimit limit = new KeepLimit();

    DraftController(
            Concerns concerns,
            Drafts drafts,
            KeepTokens keeps,
            Editions editions,
            People people,
            InstantSource clock) {
        this.concerns = concerns;
        this.drafts = drafts;
        this.keeps = keeps;
        this.editions = editions;
        this.people = people;
        this.clock = clock;
    }

    @MayCall({Caller.STAFF, Caller.REPORT_CONCERNS})
    @GetMapping("/concerns/new")
    ModelAndView begin() {
        return Pages.to("/concerns/drafts/" + UUID.randomUUID());
    }

    @MayCall({Caller.STAFF, Caller.REPORT_CONCERNS})
    @GetMapping(DRAFT)
    ModelAndView open(@PathVariable String draft, SignedIn who) {
        var writer = viewer(who);
        return concerns.receipt(writer, draft)
                .map(receipt -> received(writer, receipt))
                .orElseGet(() -> form(writer, draft));
    }

    /// Anyone may call it, for what was typed must not be lost with a session; who is not signed in
    /// can only have it kept, and only with the form's own proof of whose it is.
    @MayCall(Caller.ANYONE)
    @PostMapping(path = DRAFT, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView post(
            @PathVariable String draft,
            @RequestParam MultiValueMap<String, String> sent,
            @Nullable SignedIn who,
            RedirectAttributes flash) {
        var kept = proof(sent, draft);
        var typed = Typed.clean(sent);
        var then = Optional.ofNullable(sent.getFirst("then")).orElse("send");
        if (who == null) {
            return kept.map(writer -> keepFor(writer, draft, typed, then)).orElseGet(this::unkept);
        }
        var writer = viewer(who);
        if (kept.filter(owner -> !sameWriter(owner, writer)).isPresent()) {
            return unkept();
        }
        if (!who.isAny(Caller.STAFF, Caller.REPORT_CONCERNS)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (Guarded.needsSecondFactor(who.capabilities()) && !who.secondFactor()) {
            // It is only their own sealed draft; sending it waits for the second factor.
            return then.equals("keep")
                    ? keep(writer, draft, typed)
                    : later(writer, draft, typed, Gate.SET_UP, flash);
        }
        if (concerns.receipt(writer, draft).isPresent()) {
            return then.equals("keep")
                    ? answer(HttpStatus.CONFLICT)
                    : sentBefore(writer, draft, typed, flash);
        }
        return switch (then) {
            case "keep" -> keep(writer, draft, typed);
            case "later" -> later(writer, draft, typed, SENT, flash);
            case "more" -> more(writer, draft, typed);
            case "back" -> back(writer, draft, typed);
            default -> send(writer, draft, typed);
        };
    }

    @MayCall({Caller.STAFF, Caller.REPORT_CONCERNS})
    @GetMapping(DRAFT + "/removal")
    ModelAndView askToRemove(@PathVariable String draft, SignedIn who) {
        var found = drafts.find(viewer(who), draft).orElseThrow(DraftController::notHere);
        return Pages.of("reporting/removal", new Removal(draft, found.savedAt()));
    }

    @MayCall({Caller.STAFF, Caller.REPORT_CONCERNS})
    @PostMapping(DRAFT + "/removal")
    ModelAndView remove(@PathVariable String draft, SignedIn who, RedirectAttributes flash) {
        drafts.discard(viewer(who), draft);
        return Pages.to(SENT, "The concern you had not sent was thrown away.", flash);
    }

    @MayCall({Caller.STAFF, Caller.REPORT_CONCERNS})
    @GetMapping(SENT)
    ModelAndView sent(SignedIn who) {
        var viewer = viewer(who);
        return Pages.of(
                "reporting/sent",
                new SentPage(
                        concerns.sentBy(viewer),
                        drafts.of(viewer),
                        DraftClearing.kept(pack(viewer)).orElse(null)));
    }

    /// Where a form ends up whose proof and session are both gone.
    @MayCall(Caller.ANYONE)
    @RequestMapping(UNKEPT)
    ModelAndView unkept() {
        return Pages.of("reporting/unkept", new Unkept(Gate.SIGN_IN), HttpStatus.CONFLICT);
    }

    /// The same again gets the same receipt; other words are kept as a concern of their own.
    private ModelAndView sentBefore(
            Viewer writer,
            String draft,
            Map<String, List<String>> typed,
            RedirectAttributes flash) {
        var pack = pack(writer);
        var report =
                new ReportForm(Form.of(typed), pack, roster(writer, pack)).read(clock.instant());
        if (report.isEmpty() || concerns.saidTheSame(writer, draft, report.get())) {
            return to(draft);
        }
        var another = UUID.randomUUID().toString();
        drafts.save(writer, another, typed, clock.instant());
        return Pages.to(
                "/concerns/drafts/" + another,
                "The first version was received. What you changed since is kept here as a new"
                        + " concern: check it, then send it.",
                flash);
    }

    private ModelAndView send(Viewer writer, String draft, Map<String, List<String>> typed) {
        var form = Form.of(typed);
        var pack = pack(writer);
        var roster = roster(writer, pack);
        var report = new ReportForm(form, pack, roster).read(clock.instant());
        if (report.isEmpty()) {
            keepIfItFits(writer, draft, typed);
            return Pages.refused("reporting/form", page(writer, draft, form, null, false));
        }
        var doubtful = NamesPage.doubtful(report.get(), typed, roster);
        if (!doubtful.isEmpty()) {
            save(writer, draft, typed);
            return Pages.form(
                    "reporting/check",
                    NamesPage.of(
                            draft,
                            keeps.issue(writer, draft, clock.instant()),
                            typed,
                            doubtful,
                            roster,
                            Urgent.of(pack)));
        }
        concerns.receive(writer, draft, report.get());
        return to(draft);
    }

    private ModelAndView later(
            Viewer writer,
            String draft,
            Map<String, List<String>> typed,
            String address,
            RedirectAttributes flash) {
        save(writer, draft, typed);
        return Pages.to(
                address,
                "Your concern was saved. It has not been sent, and nobody else can see it.",
                flash);
    }

    private ModelAndView more(Viewer writer, String draft, Map<String, List<String>> typed) {
        refuseTooMuch(typed);
        var names = new ArrayList<>(typed.getOrDefault("who", List.of()));
        names.add("");
        typed.put("who", names);
        drafts.save(writer, draft, typed, clock.instant());
        return Pages.to("/concerns/drafts/" + draft + "#who-" + names.size());
    }

    private ModelAndView back(Viewer writer, String draft, Map<String, List<String>> typed) {
        save(writer, draft, typed);
        return to(draft);
    }

    private ModelAndView keep(Viewer writer, String draft, Map<String, List<String>> typed) {
        refuseTooMuch(typed);
        var saved = drafts.save(writer, draft, typed, clock.instant());
        return answer(saved ? HttpStatus.NO_CONTENT : HttpStatus.CONFLICT);
    }

    /// Nobody is signed in, but the form proves whose it is.
    private ModelAndView keepFor(
            Viewer writer, String draft, Map<String, List<String>> typed, String then) {
        if (!limit.allows(writer.person() + draft, clock.instant())) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        if (then.equals("keep")) {
            return keep(writer, draft, typed);
        }
        refuseTooMuch(typed);
        typed.put(INTERRUPTED, List.of("yes"));
        drafts.save(writer, draft, typed, clock.instant());
        var address = URLEncoder.encode("/concerns/drafts/" + draft, StandardCharsets.UTF_8);
        return Pages.to(Gate.SIGN_IN + "?to=" + address);
    }

    private void save(Viewer writer, String draft, Map<String, List<String>> typed) {
        refuseTooMuch(typed);
        drafts.save(writer, draft, typed, clock.instant());
    }

    private void keepIfItFits(Viewer writer, String draft, Map<String, List<String>> typed) {
        if (!Typed.tooMuch(typed)) {
            drafts.save(writer, draft, typed, clock.instant());
        }
    }

    private static void refuseTooMuch(Map<String, List<String>> typed) {
        if (Typed.tooMuch(typed)) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
        }
    }

    private ModelAndView form(Viewer writer, String draft) {
        var found = drafts.find(writer, draft);
        if (found.isEmpty() && drafts.isAnothers(writer, draft)) {
            throw notHere();
        }
        return found.map(each ->
                        Pages.form(
                                "reporting/form",
                                page(
                                        writer,
                                        draft,
                                        Form.of(each.fields()),
                                        Times.dayAndTime(each.savedAt()),
                                        each.fields().containsKey(INTERRUPTED))))
                .orElseGet(() ->
                        Pages.form(
                                "reporting/form",
                                page(
                                        writer,
                                        draft,
                                        Form.blank().with("when", writer.today()),
                                        null,
                                        false)));
    }

    private ReportPage page(
            Viewer writer, String draft, Form form, @Nullable String saved, boolean interrupted) {
        var pack = pack(writer);
        return new ReportPage(
                form,
                draft,
                keeps.issue(writer, draft, clock.instant()),
                ReportForm.about(pack),
                roster(writer, pack).suggestions(),
                Urgent.of(pack),
                saved,
                interrupted,
                ReportForm.old(form, writer.today()));
    }

    private ModelAndView received(Viewer writer, Receipt receipt) {
        return Pages.of("reporting/received", ReceiptPage.of(receipt, pack(writer)));
    }

    private Optional<Viewer> proof(MultiValueMap<String, String> sent, String draft) {
        return Optional.ofNullable(sent.getFirst(KEEP))
                .flatMap(token -> keeps.read(token, clock.instant()))
                .filter(kept -> kept.draft().equals(draft))
                .map(KeepTokens.Kept::writer);
    }

    private static boolean sameWriter(Viewer one, Viewer other) {
        return one.school().equals(other.school()) && one.person().equals(other.person());
    }

    private Pack pack(Viewer writer) {
        return editions.running(writer.school()).pack();
    }

    private Namebook roster(Viewer writer, Pack pack) {
        return new Namebook(people.directory(writer.school()), pack.vocabulary(), writer.today());
    }

    private Viewer viewer(SignedIn who) {
        return new Viewer(who.schoolId(), who.personId(), SchoolTime.day(clock.instant()));
    }

    private static ModelAndView to(String draft) {
        return Pages.to("/concerns/drafts/" + draft);
    }

    private static ModelAndView answer(HttpStatus status) {
        var nothing = new ModelAndView((_, _, response) -> response.setStatus(status.value()));
        nothing.setStatus(status);
        return nothing;
    }

    private static ResponseStatusException notHere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
