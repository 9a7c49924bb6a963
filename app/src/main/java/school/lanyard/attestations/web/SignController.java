// SPDX-License-Identifier: Apache-2.0
package school.lanyard.attestations.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.attestations.Attestation.Way;
import school.lanyard.attestations.Attestations;
import school.lanyard.attestations.Outcome;
import school.lanyard.attestations.SignLinks;
import school.lanyard.attestations.SignLinks.Followed;
import school.lanyard.attestations.Signature;
import school.lanyard.attestations.ToSign;
import school.lanyard.people.Schools;
import school.lanyard.sealing.Seals;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;
import school.lanyard.web.Visitor;
import school.lanyard.web.Visitors;

/// Signing without an account, by a personal link. Following the link signs nothing: its form does.
@Controller
public class SignController {

    static final String ADDRESS = "/sign";

    private static final String ONE = ADDRESS + "/{secret}";
    private static final String COPY = "signed-copy";
    private static final Duration COPY_LASTS = Duration.ofHours(2);
    private static final int LONGEST = 100;

    private final SignLinks links;
    private final ToSign toSign;
    private final Attestations attestations;
    private final Texts texts;
    private final SignedCopies copies;
    private final Schools schools;
    private final Seals seals;
    private final InstantSource clock;

    SignController(
            SignLinks links,
            ToSign toSign,
            Attestations attestations,
            Texts texts,
            SignedCopies copies,
            Schools schools,
            Seals seals,
            InstantSource clock) {
        this.links = links;
        this.toSign = toSign;
        this.attestations = attestations;
        this.texts = texts;
        this.copies = copies;
        this.schools = schools;
        this.seals = seals;
        this.clock = clock;
    }

    /// A text to be read and signed.
    ///
    /// @param about the child whom it is about; empty where it is whoever signs
    /// @param left how many wait after this one
    public record SignPage(
            Form form,
            TextView text,
            String address,
            String school,
            String subject,
            String about,
            int left) {}

    /// Why a link does nothing.
    public record DeadPage(String title, String why) {}

    /// That all is signed, and proofs by which a copy of each can be had for a while.
    public record DonePage(String school, List<Copy> copies) {}

    public record Copy(String title, String proof) {}

    @GetMapping(ONE)
    @MayCall(Caller.ANYONE)
    ModelAndView follow(HttpServletRequest request, @PathVariable String secret) {
        return switch (links.follow(secret)) {
            case Followed.Dead dead -> dead(request, dead);
            case Followed.Open open -> {
                shown(request, open.school());
                yield next(secret, open, Form.blank(), HttpStatus.OK);
            }
        };
    }

    @PostMapping(ONE)
    @MayCall(Caller.ANYONE)
    ModelAndView sign(
            HttpServletRequest request,
            @PathVariable String secret,
            @RequestParam MultiValueMap<String, String> typed) {
        return switch (links.follow(secret)) {
            case Followed.Dead dead -> dead(request, dead);
            case Followed.Open open -> {
                shown(request, open.school());
                yield sign(secret, open, Form.of(typed));
            }
        };
    }

    private ModelAndView sign(String secret, Followed.Open open, Form form) {
        var name = form.required("name", "Type your name");
        form.atMost("name", LONGEST, "Your name");
        if (form.refused()) {
            return next(secret, open, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var outcome =
                attestations.sign(
                        new Signature(
                                open.school(),
                                form.text("agreement"),
                                form.text(ToSignController.HASH),
                                form.text("subject"),
                                open.person(),
                                Way.LINK,
                                name));
        if (outcome instanceof Outcome.Refused(var why)) {
            form.reject(ToSignController.HASH, why);
            return next(secret, open, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return toSign.due(open.school(), open.person()).isEmpty()
                ? done(open)
                : Pages.to(ADDRESS + "/" + secret);
    }

    /// The next text that waits. A link for which nothing is left to sign is used up.
    private ModelAndView next(String secret, Followed.Open open, Form form, HttpStatus status) {
        var due = toSign.due(open.school(), open.person());
        if (due.isEmpty()) {
            return Pages.of(
                    "attestations/deadLink",
                    new DeadPage(
                            "There is nothing to sign",
                            "Everything that this link was for has been signed already, perhaps on"
                                    + " paper or by somebody else in the family."));
        }
        var item =
                due.stream()
                        .filter(each -> each.agreement().key().equals(form.text("agreement")))
                        .filter(each -> each.subject().id().equals(form.text("subject")))
                        .findFirst()
                        .orElse(due.getFirst());
        return Pages.of(
                "attestations/signByLink",
                new SignPage(
                        form,
                        texts.view(open.school(), item.agreement(), item.standing()),
                        ADDRESS + "/" + secret,
                        schools.name(open.school()),
                        item.subject().id(),
                        item.own() ? "" : item.subject().name(),
                        due.size() - 1),
                status);
    }

    private ModelAndView done(Followed.Open open) {
        links.use(open);
        var expires = clock.instant().plus(COPY_LASTS);
        return Pages.of(
                "attestations/signed",
                new DonePage(
                        schools.name(open.school()),
                        toSign.of(open.school(), open.person()).stream()
                                .flatMap(item ->
                                        java.util.stream.Stream.ofNullable(item.standing().newest())
                                                .map(by ->
                                                        new Copy(
                                                                item.agreement().title(),
                                                                seals.sealToken(
                                                                        open.school(),
                                                                        COPY,
                                                                        by.id(),
                                                                        expires))))
                                .toList()));
    }

    /// A copy for whoever has just signed.
    @PostMapping("/signed-copy.pdf")
    @MayCall(Caller.ANYONE)
    ResponseEntity<byte[]> copy(@RequestParam(defaultValue = "") String proof) {
        return seals.openToken(COPY, proof)
                .flatMap(token ->
                        attestations
                                .find(token.school(), token.content())
                                .map(found -> copies.answer(token.school(), found)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ModelAndView dead(HttpServletRequest request, Followed.Dead dead) {
        request.setAttribute(Visitors.CHOSEN, Visitor.nobody());
        return Pages.of(
                "attestations/deadLink",
                new DeadPage(dead.title(), dead.why()),
                HttpStatus.NOT_FOUND);
    }

    /// Whoever follows a link is its person, whoever else may be signed in on the device.
    private void shown(HttpServletRequest request, String school) {
        request.setAttribute(Visitors.CHOSEN, Visitor.nobodyAt(schools.name(school)));
    }
}
