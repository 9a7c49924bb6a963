// SPDX-License-Identifier: Apache-2.0
package school.lanyard.attestations.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.attestations.Attestation;
import school.lanyard.attestations.SignLinks;
import school.lanyard.people.Accounts;
import school.lanyard.people.People;
import school.lanyard.people.Schools;
import school.lanyard.publishing.Pdf;
import school.lanyard.web.Choice;
import school.lanyard.web.Download;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;
import school.lanyard.web.QrCode;
import school.lanyard.web.Site;
import school.lanyard.web.Templates;
import school.lanyard.web.Times;

/// Personal links for those without an account, as letters to hand out.
@Controller
public class LinksController {

    private static final String EVERYBODY = "everybody";
    private static final String PAGE = "attestations/links";

    private final Office office;
    private final SignLinks links;
    private final Accounts accounts;
    private final People people;
    private final Schools schools;
    private final Templates templates;
    private final Site site;
    private final InstantSource clock;

    LinksController(
            Office office,
            SignLinks links,
            Accounts accounts,
            People people,
            Schools schools,
            Templates templates,
            Site site,
            InstantSource clock) {
        this.office = office;
        this.links = links;
        this.accounts = accounts;
        this.people = people;
        this.schools = schools;
        this.templates = templates;
        this.site = site;
        this.clock = clock;
    }

    /// For whom links can be made.
    ///
    /// @param open links that work, for whomever
    public record LinksPage(
            Form form, String title, String address, List<Choice> places, List<Open> open) {}

    public record Open(String id, String name, String until) {}

    /// The links that were asked for, each shown beside whom it is for.
    public record MadePage(String back, String address, String place, List<Letter> letters) {}

    /// One person's link.
    ///
    /// @param code the link as a picture
    public record Letter(String name, String link, String code, String until) {}

    public record LettersPage(String school, List<Letter> letters) {}

    @GetMapping(Office.ONE + "/links")
    @MayCall({Caller.ADMINISTER, Caller.APPOINT_PEOPLE, Caller.ISSUE_REPORTS})
    ModelAndView ask(SignedIn me, @PathVariable String agreement) {
        return Pages.form(PAGE, page(me, agreement, Form.blank()));
    }

    @PostMapping(Office.ONE + "/links")
    @MayCall({Caller.ADMINISTER, Caller.APPOINT_PEOPLE, Caller.ISSUE_REPORTS})
    ModelAndView make(
            SignedIn me,
            HttpServletRequest request,
            @PathVariable String agreement,
            @RequestParam MultiValueMap<String, String> typed) {
        var form = Form.of(typed);
        var page = page(me, agreement, form);
        var place = form.chosen("place", page.places(), "Choose for whom to make links");
        if (form.refused()) {
            return Pages.refused(PAGE, page);
        }
        return Pages.of(
                "attestations/linksMade",
                new MadePage(
                        Office.ADDRESS + "/" + agreement,
                        page.address(),
                        place,
                        made(me, request, agreement, place)));
    }

    /// The same as letters, a sheet for each.
    @PostMapping(Office.ONE + "/links/letters.pdf")
    @MayCall({Caller.ADMINISTER, Caller.APPOINT_PEOPLE, Caller.ISSUE_REPORTS})
    ResponseEntity<byte[]> letters(
            SignedIn me,
            HttpServletRequest request,
            @PathVariable String agreement,
            @RequestParam(defaultValue = EVERYBODY) String place) {
        var name = schools.name(me.schoolId());
        return Download.pdf(
                "letters.pdf",
                Pdf.render(
                        templates.document(
                                "attestations/lettersPdf",
                                new LettersPage(name, made(me, request, agreement, place)),
                                name),
                        clock.instant()));
    }

    @PostMapping(Office.ONE + "/links/{link:[0-9a-f-]{36}}/revocation")
    @MayCall({Caller.ADMINISTER, Caller.APPOINT_PEOPLE, Caller.ISSUE_REPORTS})
    ModelAndView revoke(
            SignedIn me,
            @PathVariable String agreement,
            @PathVariable String link,
            RedirectAttributes flash) {
        links.revoke(me.schoolId(), me.personId(), link);
        return Pages.to(
                Office.ADDRESS + "/" + agreement + "/links", "That link works no more.", flash);
    }

    private List<Letter> made(
            SignedIn me, HttpServletRequest request, String agreement, String place) {
        var made = links.make(me.schoolId(), me.personId(), signers(me, agreement, place));
        var names = people.directory(me.schoolId());
        var until = Times.day(clock.instant().plus(SignLinks.LASTS));
        return made.entrySet().stream()
                .map(each -> {
                    var link = site.of(request) + SignController.ADDRESS + "/" + each.getValue();
                    return new Letter(
                            names.name(each.getKey()),
                            link,
                            QrCode.printed(link, "QR code of the link below"),
                            until);
                })
                .sorted(Comparator.comparing(Letter::name))
                .toList();
    }

    /// Those without an account who can sign what waits.
    private Set<String> signers(SignedIn me, String agreement, String place) {
        var sheet = office.sheet(me, agreement, Attestation.Form.SIGNED);
        var here = office.here(me);
        var signers = new LinkedHashSet<String>();
        sheet.waiting().stream()
                .filter(line -> place.equals(EVERYBODY) || line.place().equals(place))
                .forEach(line ->
                        signers.addAll(here.signersOf(sheet.agreement(), line.person().id())));
        signers.removeAll(accounts.openAt(me.schoolId(), clock.instant()));
        return signers;
    }

    private LinksPage page(SignedIn me, String agreement, Form form) {
        var sheet = office.sheet(me, agreement, Attestation.Form.SIGNED);
        var places = new ArrayList<Choice>();
        places.add(Choice.of(EVERYBODY, "Everybody who has not signed"));
        sheet.waiting().stream()
                .map(line -> line.place())
                .distinct()
                .filter(place -> !place.isEmpty())
                .forEach(place -> places.add(Choice.of(place, place)));
        var names = people.directory(me.schoolId());
        return new LinksPage(
                form,
                sheet.agreement().title(),
                Office.ADDRESS + "/" + agreement + "/links",
                places,
                links.open(me.schoolId()).stream()
                        .map(each ->
                                new Open(
                                        each.id(),
                                        names.name(each.person()),
                                        Times.day(each.expiresAt())))
                        .toList());
    }
}
