// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.io.IOException;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.concerns.CaseExhibits;
import school.lanyard.concerns.ExhibitRules;
import school.lanyard.concerns.Incidents;
import school.lanyard.concerns.Outcome;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.exhibits.Exhibits;
import school.lanyard.exhibits.FileKind;
import school.lanyard.exhibits.Recognition;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;

/// Adds evidence to an incident.
@Controller
public class ExhibitKeepingController {

    private static final String PATH = "/incidents/" + TriageController.REFERENCE + "/exhibits";
    private static final String FILE = "file";
    private static final int LINE = 200;
    private static final int LIMIT = 2_000;

    /// A file to be added.
    ///
    /// @param barred why none may be added now; absent where one may
    public record NewPage(Form form, CaseTop top, @Nullable String barred, String most) {}

    private final CaseExhibits exhibits;
    private final Desk desk;

    ExhibitKeepingController(CaseExhibits exhibits, Desk desk) {
        this.exhibits = exhibits;
        this.desk = desk;
    }

    @GetMapping(PATH + "/new")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView ask(SignedIn me, @PathVariable String reference) {
        return Pages.form(
                "concerns/exhibitNew",
                newPage(me, desk.open(me, reference), Form.blank().with("received", today())));
    }

    @PostMapping(PATH)
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView keep(
            SignedIn me,
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(name = FILE, required = false) @Nullable MultipartFile file,
            RedirectAttributes flash)
            throws IOException {
        var form = Form.of(typed);
        var opened = desk.open(me, reference);
        if (ExhibitRules.frozen(opened.standing()).isPresent()) {
            return Pages.refused("concerns/exhibitNew", newPage(me, opened, form));
        }
        var content = file == null ? new byte[0] : file.getBytes();
        var sent = sent(form, file, content);
        if (form.refused() || sent == null) {
            return Pages.refused("concerns/exhibitNew", newPage(me, opened, form));
        }
        var outcome =
                exhibits.keep(
                        desk.viewer(me), reference, sent, content, Desk.token(form), desk.now());
        return switch (outcome) {
            case Outcome.Refused(var why) ->
                    Pages.refused(
                            "concerns/exhibitNew", newPage(me, opened, form.reject(FILE, why)));
            case Outcome.NotFound _ -> throw Desk.notFound();
            default -> Pages.to("/incidents/" + reference + "#evidence", "Evidence added", flash);
        };
    }

    private CaseExhibits.@Nullable Sent sent(
            Form form, @Nullable MultipartFile file, byte[] content) {
        var kind = kind(form, file, content);
        var shows = form.required("shows", "Say what it is and what it shows");
        form.atMost("shows", LIMIT, "What you wrote");
        var from = form.required("from", "Say who gave it to the school");
        form.atMost("from", LINE, "Who gave it to the school");
        var received = form.date("received", "When the school received it");
        var dated =
                Stream.of("-day", "-month", "-year").anyMatch(part -> form.has("dated" + part))
                        ? form.date("dated", "When it was made or sent")
                        : null;
        notLater(form, "received", received, today(), "It cannot have been received in the future");
        notLater(form, "dated", dated, received, "It cannot have been made after it was received");
        return kind == null || received == null || file == null
                ? null
                : new CaseExhibits.Sent(
                        kind.named(name(file)), kind.name(), dated, received, from, shows);
    }

    private static void notLater(
            Form form, String field, @Nullable LocalDate day, @Nullable LocalDate than, String no) {
        if (day != null && than != null && day.isAfter(than)) {
            form.reject(field, no);
        }
    }

    private static @Nullable FileKind kind(
            Form form, @Nullable MultipartFile file, byte[] content) {
        if (file == null || file.getOriginalFilename() == null || content.length == 0) {
            form.reject(FILE, "Choose a file that is not empty");
            return null;
        }
        if (content.length > Exhibits.MOST_BYTES) {
            form.reject(FILE, "The file must be " + most() + " or smaller");
            return null;
        }
        return switch (Recognition.of(content)) {
            case Recognition.Known(var kind) -> kind;
            case Recognition.Refused(var why) -> {
                form.reject(FILE, why);
                yield null;
            }
        };
    }

    /// The last part of what the browser called it, without what nobody types.
    private static String name(MultipartFile file) {
        var given = Form.clean(String.valueOf(file.getOriginalFilename()));
        var last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var plain = last.replaceAll("[\\p{Cntrl}<>:\"|?*]", "").strip();
        var bounded = plain.codePoints().limit(120).toArray();
        return bounded.length == 0 ? "file" : new String(bounded, 0, bounded.length);
    }

    private NewPage newPage(SignedIn me, Incidents.Opened opened, Form form) {
        var barred =
                opened.incident().isClosed()
                        ? "This incident is closed. Open it again to add evidence."
                        : ExhibitRules.frozen(opened.standing()).orElse(null);
        return new NewPage(form, desk.top(me, opened), barred, most());
    }

    private static String most() {
        return Exhibits.MOST_BYTES / 1_000_000 + " MB";
    }

    private LocalDate today() {
        return SchoolTime.day(desk.now());
    }
}
