// SPDX-License-Identifier: Apache-2.0
package school.lanyard.attestations.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.attestations.Attestation.Way;
import school.lanyard.attestations.Attestations;
import school.lanyard.attestations.Campaigns;
import school.lanyard.attestations.Outcome;
import school.lanyard.attestations.Signature;
import school.lanyard.attestations.Standing;
import school.lanyard.attestations.ToSign;
import school.lanyard.web.Form;
import school.lanyard.web.Link;
import school.lanyard.web.Pages;
import school.lanyard.web.Row;
import school.lanyard.web.Task;
import school.lanyard.web.Times;
import school.lanyard.web.Tone;

/// What somebody who is signed in must sign: each text on one page, with one button.
@Controller
public class ToSignController {

    static final String HASH = "text";

    private static final String ONE =
            Campaigns.TO_SIGN + "/{agreement:[a-z][a-z0-9-]*}/{subject:[0-9a-f-]{36}}";

    private final ToSign toSign;
    private final Attestations attestations;
    private final Texts texts;
    private final SignedCopies copies;

    ToSignController(ToSign toSign, Attestations attestations, Texts texts, SignedCopies copies) {
        this.toSign = toSign;
        this.attestations = attestations;
        this.texts = texts;
        this.copies = copies;
    }

    /// What waits, and what was signed.
    public record ListPage(List<Task> due, List<Row> signed) {}

    /// One text to be read and signed.
    ///
    /// @param about the child whom it is about; empty where it is the reader
    /// @param left how many wait after this one
    public record SignPage(Form form, TextView text, String address, String about, int left) {}

    @GetMapping(Campaigns.TO_SIGN)
    @MayCall(Caller.SIGNED_IN)
    ModelAndView list(SignedIn me) {
        var items = toSign.of(me.schoolId(), me.personId());
        return Pages.of(
                "attestations/toSign",
                new ListPage(
                        items.stream()
                                .filter(ToSign.Item::due)
                                .map(ToSignController::task)
                                .toList(),
                        items.stream().flatMap(ToSignController::signed).toList()));
    }

    private static Task task(ToSign.Item item) {
        var task =
                Task.of(
                        item.agreement().title(),
                        address(item),
                        switch (item.standing()) {
                            case Standing.OtherWords _ -> "Changed";
                            case Standing.Lapsed _ -> "Sign again";
                            default -> "To sign";
                        },
                        Tone.ORANGE);
        return item.own() ? task : task.hint("For " + item.subject().name());
    }

    private static Stream<Row> signed(ToSign.Item item) {
        if (!(item.standing() instanceof Standing.Signed(var by, var until))) {
            return Stream.of();
        }
        var title =
                item.own()
                        ? item.agreement().title()
                        : item.agreement().title() + ", for " + item.subject().name();
        return Stream.of(
                Row.of(
                        title,
                        Times.day(by.signedOn()),
                        until == null ? "Until the words change" : Times.day(until),
                        Link.to(Campaigns.TO_SIGN + "/copies/" + by.id() + ".pdf", "Copy (PDF)")));
    }

    private static String address(ToSign.Item item) {
        return Campaigns.TO_SIGN + "/" + item.agreement().key() + "/" + item.subject().id();
    }

    @GetMapping(ONE)
    @MayCall(Caller.SIGNED_IN)
    ModelAndView read(SignedIn me, @PathVariable String agreement, @PathVariable String subject) {
        return Pages.form("attestations/sign", page(me, agreement, subject, Form.blank()));
    }

    @PostMapping(ONE)
    @MayCall(Caller.SIGNED_IN)
    ModelAndView sign(
            SignedIn me,
            @PathVariable String agreement,
            @PathVariable String subject,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var page = page(me, agreement, subject, form);
        var outcome =
                attestations.sign(
                        new Signature(
                                me.schoolId(),
                                agreement,
                                form.text(HASH),
                                subject,
                                me.personId(),
                                Way.ACCOUNT,
                                ""));
        if (outcome instanceof Outcome.Refused(var why)) {
            form.reject(HASH, why);
            return Pages.refused("attestations/sign", page);
        }
        return toSign.due(me.schoolId(), me.personId()).stream()
                .findFirst()
                .map(next -> Pages.to(address(next), "Signed. This is the next one.", flash))
                .orElseGet(() ->
                        Pages.to(
                                Campaigns.TO_SIGN,
                                "Signed. You have signed everything that you are asked to.",
                                flash));
    }

    private SignPage page(SignedIn me, String agreement, String subject, Form form) {
        var items = toSign.of(me.schoolId(), me.personId());
        var item =
                items.stream()
                        .filter(each -> each.agreement().key().equals(agreement))
                        .filter(each -> each.subject().id().equals(subject))
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var left =
                items.stream().filter(ToSign.Item::due).filter(each -> !each.equals(item)).count();
        return new SignPage(
                form,
                texts.view(me.schoolId(), item.agreement(), item.standing()),
                address(item),
                item.own() ? "" : item.subject().name(),
                (int) left);
    }

    /// A copy of what somebody signed, for themself.
    @GetMapping(Campaigns.TO_SIGN + "/copies/{id:[0-9a-f-]{36}}.pdf")
    @MayCall(Caller.SIGNED_IN)
    ResponseEntity<byte[]> copy(SignedIn me, @PathVariable String id) {
        return attestations
                .find(me.schoolId(), id)
                .filter(found ->
                        Objects.equals(found.attestation().signer(), me.personId())
                                || Objects.equals(found.attestation().subject(), me.personId()))
                .map(found -> copies.answer(me.schoolId(), found))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
