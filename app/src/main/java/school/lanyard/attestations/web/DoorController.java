// SPDX-License-Identifier: Apache-2.0
package school.lanyard.attestations.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.HttpStatus;
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
import school.lanyard.attestations.Attestations;
import school.lanyard.attestations.Details;
import school.lanyard.core.pack.Agreement;
import school.lanyard.openreporting.Pace;
import school.lanyard.people.Schools;
import school.lanyard.policy.Edition;
import school.lanyard.policy.Editions;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;
import school.lanyard.web.Shell;
import school.lanyard.web.Visitor;
import school.lanyard.web.Visitors;

/// The page at the school's door: whoever comes in says who they are, reads what is asked of
/// visitors, and agrees. It needs no account.
@Controller
public class DoorController {

    static final String ADDRESS = "/door";

    private static final String ONE = ADDRESS + "/{school:[0-9a-f-]{36}}";
    private static final String PAGE = "attestations/door";
    private static final int LONGEST = 80;

    private final Editions editions;
    private final Schools schools;
    private final Attestations attestations;
    private final Pace pace;
    private final InstantSource clock;

    DoorController(
            Editions editions,
            Schools schools,
            Attestations attestations,
            Pace pace,
            InstantSource clock) {
        this.editions = editions;
        this.schools = schools;
        this.attestations = attestations;
        this.pace = pace;
        this.clock = clock;
    }

    public record DoorPage(Form form, String address, String school, List<TextView> texts) {}

    /// What the visitor shows at the desk.
    public record BadgePage(
            String school, String name, String organisation, String visiting, Instant at) {}

    @GetMapping(ONE)
    @MayCall(Caller.ANYONE)
    ModelAndView ask(HttpServletRequest request, @PathVariable String school) {
        var name = at(request, school);
        return Pages.form(PAGE, page(school, name, texts(school), Form.blank()));
    }

    @PostMapping(ONE)
    @MayCall(Caller.ANYONE)
    ModelAndView agree(
            HttpServletRequest request,
            @PathVariable String school,
            @RequestParam MultiValueMap<String, String> typed) {
        var name = at(request, school);
        var edition = editions.running(school);
        var texts = texts(edition);
        var form = Form.of(typed);
        form.required("name", "Enter your name");
        form.atMost("name", LONGEST, "Your name");
        form.atMost("organisation", LONGEST, "Where you come from");
        form.required("visiting", "Enter who you came to see");
        form.atMost("visiting", LONGEST, "Whom you came to see");
        if (!form.text("agree").equals("yes")) {
            form.reject("agree", "Read what is asked of visitors, then tick the box to agree");
        }
        if (form.refused()) {
            return Pages.refused(PAGE, page(school, name, texts, form));
        }
        if (!pace.keep(request.getRemoteAddr())) {
            form.reject(
                    "agree", "A great many people are signing in. Wait a minute, then try again");
            return Pages.of(PAGE, page(school, name, texts, form), HttpStatus.TOO_MANY_REQUESTS);
        }
        attestations.agreeAtTheDoor(
                school,
                form.text(Shell.ONCE),
                texts,
                edition,
                new Details(
                        form.text("name"), form.text("organisation"), form.text("visiting"), ""));
        return Pages.of(
                "attestations/badge",
                new BadgePage(
                        name,
                        form.text("name"),
                        form.text("organisation"),
                        form.text("visiting"),
                        clock.instant()));
    }

    /// A school that is not there, or that asks nothing at the door, has no such page.
    private String at(HttpServletRequest request, String school) {
        var found =
                schools.all().stream()
                        .filter(each -> each.id().equals(school))
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        request.setAttribute(Visitors.CHOSEN, Visitor.nobodyAt(found.name()));
        if (texts(school).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return found.name();
    }

    private List<Agreement> texts(String school) {
        return texts(editions.running(school));
    }

    private static List<Agreement> texts(Edition edition) {
        return edition.pack().agreements().values().stream()
                .filter(text -> text.asking().atTheDoor())
                .toList();
    }

    private DoorPage page(String school, String name, List<Agreement> texts, Form form) {
        var edition = editions.running(school).pack().edition();
        return new DoorPage(
                form,
                ADDRESS + "/" + school,
                name,
                texts.stream().map(text -> TextView.of(text, edition)).toList());
    }
}
