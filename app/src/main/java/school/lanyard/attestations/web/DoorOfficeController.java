// SPDX-License-Identifier: Apache-2.0
package school.lanyard.attestations.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.attestations.Attestations;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.people.Schools;
import school.lanyard.publishing.Pdf;
import school.lanyard.web.Download;
import school.lanyard.web.Link;
import school.lanyard.web.Pages;
import school.lanyard.web.QrCode;
import school.lanyard.web.Row;
import school.lanyard.web.Site;
import school.lanyard.web.Templates;
import school.lanyard.web.Times;

/// Who agreed at the door, and the poster with the QR code that hangs there.
@Controller
public class DoorOfficeController {

    static final String ADDRESS = "/visitors";

    private static final String READ = "attestation.visitors-read";
    private static final Duration LOOKS_BACK = Duration.ofDays(7);
    private static final int MOST = 200;

    private final Attestations attestations;
    private final Schools schools;
    private final Ledger ledger;
    private final Templates templates;
    private final Site site;
    private final InstantSource clock;

    DoorOfficeController(
            Attestations attestations,
            Schools schools,
            Ledger ledger,
            Templates templates,
            Site site,
            InstantSource clock) {
        this.attestations = attestations;
        this.schools = schools;
        this.ledger = ledger;
        this.templates = templates;
        this.site = site;
        this.clock = clock;
    }

    public record VisitorsPage(String address, List<Row> visitors) {}

    /// What stands on the poster.
    ///
    /// @param code the address as a picture
    public record PosterPage(String school, String address, String code) {}

    @GetMapping(ADDRESS)
    @MayCall({Caller.ADMINISTER, Caller.APPOINT_PEOPLE, Caller.ISSUE_REPORTS})
    ModelAndView list(SignedIn me, HttpServletRequest request) {
        ledger.enterRead(
                me.schoolId(),
                clock.instant(),
                Actor.person(me.personId()),
                READ,
                List.of(me.schoolId()));
        var since = clock.instant().minus(LOOKS_BACK);
        return Pages.of(
                "attestations/visitors",
                new VisitorsPage(
                        address(me, request),
                        attestations.atTheDoor(me.schoolId(), since, MOST).stream()
                                .map(DoorOfficeController::row)
                                .toList()));
    }

    private static Row row(Attestations.Opened opened) {
        var visitor = opened.details();
        return Row.of(
                Link.to(RecordController.ADDRESS + "/" + opened.attestation().id(), visitor.name()),
                visitor.organisation(),
                visitor.visiting(),
                Times.dayAndTime(opened.attestation().recordedAt()));
    }

    @GetMapping(ADDRESS + "/poster.pdf")
    @MayCall({Caller.ADMINISTER, Caller.APPOINT_PEOPLE, Caller.ISSUE_REPORTS})
    ResponseEntity<byte[]> poster(SignedIn me, HttpServletRequest request) {
        var name = schools.name(me.schoolId());
        var address = address(me, request);
        var page =
                new PosterPage(
                        name, address, QrCode.printed(address, "QR code of the address below"));
        return Download.pdf(
                "door-poster.pdf",
                Pdf.render(
                        templates.document("attestations/posterPdf", page, name), clock.instant()));
    }

    private String address(SignedIn me, HttpServletRequest request) {
        return site.of(request) + DoorController.ADDRESS + "/" + me.schoolId();
    }
}
