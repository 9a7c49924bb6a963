// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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
import school.lanyard.concerns.CaseExhibits.How;
import school.lanyard.concerns.CaseExhibits.Opening;
import school.lanyard.concerns.Exhibit;
import school.lanyard.concerns.ExhibitRules;
import school.lanyard.concerns.Happening;
import school.lanyard.concerns.IncidentEvent.ExhibitDisposalAsked;
import school.lanyard.concerns.IncidentEvent.ExhibitDisposalDecided;
import school.lanyard.concerns.Incidents;
import school.lanyard.concerns.Outcome;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.exhibits.Exhibits;
import school.lanyard.exhibits.FileKind;
import school.lanyard.exhibits.Recognition;
import school.lanyard.exhibits.Redrawing;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;
import school.lanyard.web.SummaryRow;
import school.lanyard.web.Times;

/// Evidence kept with an incident: added, looked at with a reason, and disposed of by two people.
@Controller
public class ExhibitController {

    private static final String PATH = "/incidents/" + TriageController.REFERENCE + "/exhibits";
    private static final String ONE =
            PATH + "/{exhibit:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}";
    private static final String FILE = "file";
    private static final String REASON = "reason";
    private static final int LINE = 200;
    private static final int LIMIT = 2_000;
    private static final String GONE = "This file was disposed of.";

    /// A file in the list on the incident's page.
    ///
    /// @param state in words, where it is not simply kept
    public record Listed(
            String href, String name, String shows, String about, @Nullable String state) {}

    /// A file to be added.
    ///
    /// @param barred why none may be added now; absent where one may
    public record NewPage(Form form, CaseTop top, @Nullable String barred, String most) {}

    /// One file.
    ///
    /// @param frozen why it may not be opened now; absent where it may
    /// @param looks who opened it, when, how and why
    /// @param asked what waits for a second person; absent where nothing does
    public record ExhibitPage(
            Form form,
            Form disposal,
            CaseTop top,
            String id,
            String name,
            List<SummaryRow> facts,
            @Nullable String frozen,
            boolean disposed,
            List<Choice> ways,
            List<SummaryRow> looks,
            @Nullable AskedView asked) {}

    /// That somebody asked for a file to go.
    ///
    /// @param mine whether the viewer may decide it
    public record AskedView(String by, String police, String reason, boolean mine) {}

    /// A small picture of a file.
    ///
    /// @param source the picture itself, as an address
    public record PicturePage(CaseTop top, String id, String name, String shows, String source) {}

    private final CaseExhibits exhibits;
    private final Desk desk;

    ExhibitController(CaseExhibits exhibits, Desk desk) {
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

    @GetMapping(ONE)
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView show(SignedIn me, @PathVariable String reference, @PathVariable String exhibit) {
        return Pages.form(
                "concerns/exhibit",
                page(me, desk.open(me, reference), exhibit, Form.blank(), Form.blank()));
    }

    /// Opens a file: as a page with a small picture, or as a download.
    @PostMapping(ONE + "/looks")
    @MayCall(Caller.HANDLE_CASES)
    @Nullable ModelAndView look(
            SignedIn me,
            @PathVariable String reference,
            @PathVariable String exhibit,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletResponse response)
            throws IOException {
        var form = Form.of(typed);
        var opened = desk.open(me, reference);
        var found = Desk.found(Exhibit.of(opened.incident(), exhibit));
        var how = form.chosen("how", ways(found), "Choose how to open it");
        var reason = form.required(REASON, "Say why you need to open it");
        form.atMost(REASON, LIMIT, "The reason");
        if (form.refused()) {
            return again(me, opened, exhibit, form);
        }
        var look = new CaseExhibits.Look(exhibit, How.valueOf(how), reason);
        return switch (exhibits.open(desk.viewer(me), reference, look, desk.now())) {
            case Opening.NotFound _ -> throw Desk.notFound();
            case Opening.Refused(var why) -> again(me, opened, exhibit, form.reject("how", why));
            case Opening.Granted granted ->
                    switch (look.how()) {
                        case ORIGINAL -> original(me, opened, granted, form, response);
                        case SMALL, CLEAN_COPY ->
                                redrawn(me, opened, granted, look.how(), form, response);
                    };
        };
    }

    private @Nullable ModelAndView original(
            SignedIn me,
            Incidents.Opened opened,
            Opening.Granted granted,
            Form form,
            HttpServletResponse response)
            throws IOException {
        var kept = granted.exhibit().kept();
        if (!exhibits.isKept(desk.viewer(me), granted)) {
            return again(me, opened, granted.exhibit().id(), form.reject("how", GONE));
        }
        var type =
                FileKind.of(kept.kind())
                        .map(FileKind::mediaType)
                        .orElse("application/octet-stream");
        head(response, type, kept.name(), kept.bytes());
        exhibits.write(desk.viewer(me), granted, response.getOutputStream());
        return null;
    }

    private @Nullable ModelAndView redrawn(
            SignedIn me,
            Incidents.Opened opened,
            Opening.Granted granted,
            How how,
            Form form,
            HttpServletResponse response)
            throws IOException {
        var kept = granted.exhibit().kept();
        var content = exhibits.content(desk.viewer(me), granted);
        if (content.isEmpty()) {
            return again(me, opened, granted.exhibit().id(), form.reject("how", GONE));
        }
        var kind = FileKind.of(kept.kind()).orElseThrow();
        var drawn =
                how == How.SMALL
                        ? Redrawing.small(content.get(), kind)
                        : Redrawing.clean(content.get(), kind);
        return switch (drawn) {
            case Redrawing.Refused(var why) ->
                    again(me, opened, granted.exhibit().id(), form.reject("how", why));
            case Redrawing.Drawn(var bytes, var as) -> {
                if (how == How.SMALL) {
                    yield picture(me, opened, granted.exhibit(), bytes, as);
                }
                head(response, as.mediaType(), as.named("copy-of-" + kept.name()), bytes.length);
                response.getOutputStream().write(bytes);
                yield null;
            }
        };
    }

    private ModelAndView picture(
            SignedIn me, Incidents.Opened opened, Exhibit exhibit, byte[] bytes, FileKind as) {
        return Pages.of(
                "concerns/exhibitPicture",
                new PicturePage(
                        desk.top(me, opened),
                        exhibit.id(),
                        exhibit.kept().name(),
                        exhibit.kept().shows(),
                        "data:"
                                + as.mediaType()
                                + ";base64,"
                                + Base64.getEncoder().encodeToString(bytes)));
    }

    /// Never shown by a browser as a page of ours, whatever is in it.
    private static void head(HttpServletResponse response, String type, String name, long bytes) {
        response.setContentType(type);
        response.setContentLengthLong(bytes);
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }

    @PostMapping(ONE + "/disposal")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView dispose(
            SignedIn me,
            @PathVariable String reference,
            @PathVariable String exhibit,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var opened = desk.open(me, reference);
        Desk.found(Exhibit.of(opened.incident(), exhibit));
        var why = form.required("why", "Say what was advised, or why it goes");
        form.atMost("why", LIMIT, "What you wrote");
        form.atMost("police", LINE, "The reference");
        if (form.refused()) {
            return refused(me, opened, exhibit, form);
        }
        return desk.record(
                me,
                reference,
                new ExhibitDisposalAsked(exhibit, form.text("police"), why),
                form,
                "why",
                "Saved",
                flash,
                f -> refused(me, opened, exhibit, f));
    }

    @PostMapping(ONE + "/disposal/decision")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView decide(
            SignedIn me,
            @PathVariable String reference,
            @PathVariable String exhibit,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var opened = desk.open(me, reference);
        Desk.found(Exhibit.of(opened.incident(), exhibit));
        var decision =
                form.chosen("decision", ReadersController.DECISIONS, "Choose whether you agree");
        form.atMost("why", LIMIT, "What you wrote");
        if (form.refused()) {
            return refused(me, opened, exhibit, form);
        }
        return desk.record(
                me,
                reference,
                new ExhibitDisposalDecided(exhibit, decision.equals("agree"), form.text("why")),
                form,
                "why",
                "Saved",
                flash,
                f -> refused(me, opened, exhibit, f));
    }

    /// The files of an incident, in the order in which they were added.
    static List<Listed> listed(Incidents.Opened opened, Words words) {
        var frozen = ExhibitRules.frozen(opened.standing()).isPresent();
        return Exhibit.of(opened.incident()).stream()
                .map(exhibit ->
                        new Listed(
                                base(opened) + exhibit.id(),
                                exhibit.kept().name(),
                                exhibit.kept().shows(),
                                "Made or sent: "
                                        + ExhibitWords.dated(exhibit.kept())
                                        + ". Received: "
                                        + Times.day(exhibit.kept().received())
                                        + ". Added by "
                                        + words.directory().name(exhibit.keeping().by())
                                        + ".",
                                exhibit.disposed() != null
                                        ? "Disposed of"
                                        : frozen ? "Frozen" : null))
                .toList();
    }

    /// What waits for this person's word, as the second one.
    static List<IncidentController.Todo> waiting(
            SignedIn me, Incidents.Opened opened, String base) {
        return Exhibit.of(opened.incident()).stream()
                .filter(exhibit -> mine(me, exhibit.asked()))
                .map(exhibit ->
                        new IncidentController.Todo(
                                base + "/exhibits/" + exhibit.id(),
                                "Decide whether a piece of evidence is disposed of",
                                "",
                                null,
                                true,
                                null))
                .toList();
    }

    private static boolean mine(SignedIn me, @Nullable Happening asked) {
        return asked != null && ReadersController.mayDecide(me, asked);
    }

    private static String base(Incidents.Opened opened) {
        return "/incidents/" + opened.file().reference() + "/exhibits/";
    }

    private ModelAndView again(SignedIn me, Incidents.Opened opened, String exhibit, Form form) {
        return Pages.refused("concerns/exhibit", page(me, opened, exhibit, form, Form.blank()));
    }

    private ModelAndView refused(
            SignedIn me, Incidents.Opened opened, String exhibit, Form disposal) {
        return Pages.refused("concerns/exhibit", page(me, opened, exhibit, Form.blank(), disposal));
    }

    private NewPage newPage(SignedIn me, Incidents.Opened opened, Form form) {
        var barred =
                opened.incident().isClosed()
                        ? "This incident is closed. Open it again to add evidence."
                        : ExhibitRules.frozen(opened.standing()).orElse(null);
        return new NewPage(form, desk.top(me, opened), barred, most());
    }

    private ExhibitPage page(
            SignedIn me, Incidents.Opened opened, String id, Form form, Form disposal) {
        var exhibit = Desk.found(Exhibit.of(opened.incident(), id));
        var directory = desk.directory(me);
        return new ExhibitPage(
                form,
                disposal,
                desk.top(me, opened),
                id,
                exhibit.kept().name(),
                facts(exhibit, directory.name(exhibit.keeping().by())),
                ExhibitRules.frozen(opened.standing()).orElse(null),
                exhibit.disposed() != null,
                ways(exhibit),
                exhibits.looks(desk.viewer(me), opened, id).stream()
                        .map(look ->
                                SummaryRow.of(
                                        Times.dayAndTime(look.at()),
                                        directory.name(look.by())
                                                + ". "
                                                + ExhibitWords.how(look.look().how())
                                                + ". "
                                                + look.look().reason()))
                        .toList(),
                asked(me, exhibit, words -> directory.name(words)));
    }

    private static @Nullable AskedView asked(
            SignedIn me, Exhibit exhibit, java.util.function.UnaryOperator<String> name) {
        var asked = exhibit.asked();
        return asked != null
                        && asked.event() instanceof ExhibitDisposalAsked(_, var police, var reason)
                ? new AskedView(name.apply(asked.by()), police, reason, mine(me, asked))
                : null;
    }

    private static List<SummaryRow> facts(Exhibit exhibit, String by) {
        var kept = exhibit.kept();
        return List.of(
                SummaryRow.of("What it shows", kept.shows()),
                SummaryRow.of("Made or sent", ExhibitWords.dated(kept)),
                SummaryRow.of("Received", Times.day(kept.received())),
                SummaryRow.of("Given by", kept.from()),
                SummaryRow.of("Added", Times.dayAndTime(exhibit.keeping().at()) + " by " + by),
                SummaryRow.of(
                        "File", ExhibitWords.kind(kept) + ", " + ExhibitWords.size(kept.bytes())),
                SummaryRow.of("SHA-256", kept.sha256()));
    }

    private static List<Choice> ways(Exhibit exhibit) {
        var redrawn = FileKind.of(exhibit.kept().kind()).filter(FileKind::isRedrawn).isPresent();
        return Arrays.stream(How.values())
                .filter(how -> how == How.ORIGINAL || redrawn)
                .map(how ->
                        switch (how) {
                            case SMALL ->
                                    Choice.of(
                                            how.name(), "Look at a small picture on the next page");
                            case CLEAN_COPY ->
                                    Choice.of(
                                            how.name(),
                                            "Download a copy without hidden details",
                                            "Drawn anew, without the place, the camera or"
                                                    + " anything else that the file may carry."
                                                    + " The original stays as it is.");
                            case ORIGINAL ->
                                    Choice.of(
                                            how.name(),
                                            "Download the original",
                                            "Exactly as it was added.");
                        })
                .toList();
    }

    private static String most() {
        return Exhibits.MOST_BYTES / 1_000_000 + " MB";
    }

    private LocalDate today() {
        return SchoolTime.day(desk.now());
    }
}
