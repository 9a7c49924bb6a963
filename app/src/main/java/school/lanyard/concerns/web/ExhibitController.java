// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.concerns.CaseExhibits;
import school.lanyard.concerns.CaseExhibits.How;
import school.lanyard.concerns.CaseExhibits.Opening;
import school.lanyard.concerns.Exhibit;
import school.lanyard.concerns.Incidents;
import school.lanyard.exhibits.FileKind;
import school.lanyard.exhibits.Redrawing;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;

/// Evidence kept with an incident, looked at with a reason.
@Controller
public class ExhibitController {

    private static final String ONE = ExhibitPages.ONE;
    private static final String REASON = "reason";
    private static final int LIMIT = 2_000;
    private static final String GONE = "This file was disposed of.";

    /// A small picture of a file.
    ///
    /// @param source the picture itself, as an address
    public record PicturePage(CaseTop top, String id, String name, String shows, String source) {}

    private final CaseExhibits exhibits;
    private final ExhibitPages pages;
    private final Desk desk;

    ExhibitController(CaseExhibits exhibits, ExhibitPages pages, Desk desk) {
        this.exhibits = exhibits;
        this.pages = pages;
        this.desk = desk;
    }

    @GetMapping(ONE)
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView show(SignedIn me, @PathVariable String reference, @PathVariable String exhibit) {
        return Pages.form(
                "concerns/exhibit",
                pages.page(me, desk.open(me, reference), exhibit, Form.blank(), Form.blank()));
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
        var how = form.chosen("how", ExhibitPages.ways(found), "Choose how to open it");
        var reason = form.required(REASON, "Say why you need to open it");
        form.atMost(REASON, LIMIT, "The reason");
        if (form.refused()) {
            return pages.again(me, opened, exhibit, form);
        }
        var look = new CaseExhibits.Look(exhibit, How.valueOf(how), reason);
        return switch (exhibits.open(desk.viewer(me), reference, look, desk.now())) {
            case Opening.NotFound _ -> throw Desk.notFound();
            case Opening.Refused(var why) ->
                    pages.again(me, opened, exhibit, form.reject("how", why));
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
            return pages.again(me, opened, granted.exhibit().id(), form.reject("how", GONE));
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
            return pages.again(me, opened, granted.exhibit().id(), form.reject("how", GONE));
        }
        var kind = FileKind.of(kept.kind()).orElseThrow();
        var drawn =
                how == How.SMALL
                        ? Redrawing.small(content.get(), kind)
                        : Redrawing.clean(content.get(), kind);
        return switch (drawn) {
            case Redrawing.Refused(var why) ->
                    pages.again(me, opened, granted.exhibit().id(), form.reject("how", why));
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
}
