// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
import school.lanyard.concerns.Drafts;
import school.lanyard.concerns.KeepTokens;
import school.lanyard.people.Guarded;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;

/// Writing a concern and sending it. The address of a draft is what makes sending harmless to
/// repeat: before it is sent it shows the form, afterwards the receipt.
@Controller
public class DraftController {

    static final String KEEP = "keep";
    static final String UNKEPT = "/concerns/unkept";

    static final String DRAFT =
            "/concerns/drafts/{draft:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}";

    /// Told to somebody whose form could not be kept.
    public record Unkept(String signIn) {}

    private final Concerns concerns;
    private final Drafts drafts;
    private final KeepTokens keeps;
    private final DraftPages pages;
    private final InstantSource clock;
    private final KeepLimit limit = new KeepLimit();

    DraftController(
            Concerns concerns,
            Drafts drafts,
            KeepTokens keeps,
            DraftPages pages,
            InstantSource clock) {
        this.concerns = concerns;
        this.drafts = drafts;
        this.keeps = keeps;
        this.pages = pages;
        this.clock = clock;
    }

    @MayCall({Caller.STAFF, Caller.REPORT_CONCERNS})
    @GetMapping("/concerns/new")
    ModelAndView begin(@RequestParam(defaultValue = "") String kind) {
        var query = kind.matches("[a-z0-9-]{1,60}") ? "?kind=" + kind : "";
        return Pages.to("/concerns/drafts/" + UUID.randomUUID() + query);
    }

    @MayCall({Caller.STAFF, Caller.REPORT_CONCERNS})
    @GetMapping(DRAFT)
    ModelAndView open(
            @PathVariable String draft,
            @RequestParam(defaultValue = "") String kind,
            SignedIn who) {
        var writer = pages.viewer(who);
        return concerns.receipt(writer, draft)
                .map(receipt -> pages.received(writer, receipt))
                .orElseGet(() -> pages.form(writer, draft, kind));
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
        var writer = pages.viewer(who);
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
            case "later" -> later(writer, draft, typed, SentController.SENT, flash);
            case "more" -> more(writer, draft, typed);
            case "back" -> back(writer, draft, typed);
            default -> send(writer, draft, typed);
        };
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
        var report = pages.questions(writer, Form.of(typed)).read(clock.instant());
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
        var report = pages.questions(writer, form).read(clock.instant());
        if (report.isEmpty()) {
            keepIfItFits(writer, draft, typed);
            return pages.refused(writer, draft, form);
        }
        var doubtful = pages.doubtful(writer, report.get(), typed);
        if (!doubtful.isEmpty()) {
            save(writer, draft, typed);
            return pages.names(writer, draft, typed, doubtful);
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
        typed.put(DraftPages.INTERRUPTED, List.of("yes"));
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

    private Optional<Viewer> proof(MultiValueMap<String, String> sent, String draft) {
        return Optional.ofNullable(sent.getFirst(KEEP))
                .flatMap(token -> keeps.read(token, clock.instant()))
                .filter(kept -> kept.draft().equals(draft))
                .map(KeepTokens.Kept::writer);
    }

    private static boolean sameWriter(Viewer one, Viewer other) {
        return one.school().equals(other.school()) && one.person().equals(other.person());
    }

    private static ModelAndView to(String draft) {
        return Pages.to("/concerns/drafts/" + draft);
    }

    private static ModelAndView answer(HttpStatus status) {
        var nothing = new ModelAndView((_, _, response) -> response.setStatus(status.value()));
        nothing.setStatus(status);
        return nothing;
    }
}
