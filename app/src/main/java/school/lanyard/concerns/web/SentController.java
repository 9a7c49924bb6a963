// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.time.Instant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.concerns.Concerns;
import school.lanyard.concerns.DraftClearing;
import school.lanyard.concerns.Drafts;
import school.lanyard.web.Pages;

/// What somebody has reported, and what they began and have not sent.
@Controller
public class SentController {

    static final String SENT = "/concerns/sent";

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
    private final DraftPages pages;

    SentController(Concerns concerns, Drafts drafts, DraftPages pages) {
        this.concerns = concerns;
        this.drafts = drafts;
        this.pages = pages;
    }

    @MayCall({Caller.STAFF, Caller.REPORT_CONCERNS})
    @GetMapping(DraftController.DRAFT + "/removal")
    ModelAndView askToRemove(@PathVariable String draft, SignedIn who) {
        var found = drafts.find(pages.viewer(who), draft).orElseThrow(Desk::notFound);
        return Pages.of("reporting/removal", new Removal(draft, found.savedAt()));
    }

    @MayCall({Caller.STAFF, Caller.REPORT_CONCERNS})
    @PostMapping(DraftController.DRAFT + "/removal")
    ModelAndView remove(@PathVariable String draft, SignedIn who, RedirectAttributes flash) {
        drafts.discard(pages.viewer(who), draft);
        return Pages.to(SENT, "The concern you had not sent was thrown away.", flash);
    }

    @MayCall({Caller.STAFF, Caller.REPORT_CONCERNS})
    @GetMapping(SENT)
    ModelAndView sent(SignedIn who) {
        var viewer = pages.viewer(who);
        return Pages.of(
                "reporting/sent",
                new SentPage(
                        concerns.sentBy(viewer),
                        drafts.of(viewer),
                        DraftClearing.kept(pages.pack(viewer)).orElse(null)));
    }
}
