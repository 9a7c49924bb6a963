// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.editing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.core.pack.Fault;
import school.lanyard.core.pack.Layers;
import school.lanyard.core.pack.PackFiles;
import school.lanyard.core.pack.PackZip;
import school.lanyard.core.pack.PackZip.Unzipped;
import school.lanyard.policy.Draft;
import school.lanyard.policy.Drafts;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;

/// A draft as a zip, out and in. Nothing that comes in takes the place of anything before somebody
/// has seen what it would change.
@Controller
public final class DraftZipController {

    /// What a form can carry from one page to the next.
    private static final int MOST_CARRIED = 1_400_000;

    private static final String UPLOAD = "zip";

    private final DraftDesk desk;
    private final Drafts drafts;

    DraftZipController(DraftDesk desk, Drafts drafts) {
        this.desk = desk;
        this.drafts = drafts;
    }

    /// Where a zip is taken in or out.
    public record ZipPage(Form form, List<Fault> faults) {}

    /// A file that a zip would change.
    public record Touched(String path, String how) {}

    /// What a zip would change.
    ///
    /// @param carried the zip itself
    /// @param seen the version of each file of the draft when this was shown
    public record PreviewPage(
            List<Touched> files,
            List<Changes.Change> changes,
            List<DraftOverviewController.Wrong> faults,
            List<String> leftOut,
            String carried,
            String seen) {}

    @MayCall(Caller.EDIT_POLICY)
    @GetMapping(Addresses.ZIP)
    ModelAndView page(SignedIn me) {
        return desk.open(me).isEmpty()
                ? Pages.to(Addresses.HOME)
                : Pages.form("editing/zip", new ZipPage(Form.blank(), List.of()));
    }

    @MayCall(Caller.EDIT_POLICY)
    @GetMapping(Addresses.ZIP + "/file")
    ResponseEntity<byte[]> download(SignedIn me) {
        var open = desk.open(me);
        if (open.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        var name = open.get().draft().pack() + ".zip";
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(PackZip.write(open.get().layers().files()));
    }

    @MayCall(Caller.EDIT_POLICY)
    @PostMapping(Addresses.ZIP)
    ModelAndView upload(
            @RequestParam(name = UPLOAD, required = false) @Nullable MultipartFile zip, SignedIn me)
            throws IOException {
        var open = desk.open(me);
        if (open.isEmpty()) {
            return Pages.to(Addresses.HOME);
        }
        var form = Form.blank();
        if (zip == null || zip.isEmpty()) {
            form.reject(UPLOAD, "Choose a zip file");
            return Pages.refused("editing/zip", new ZipPage(form, List.of()));
        }
        switch (PackZip.read(open.get().draft().pack(), zip.getBytes())) {
            case Unzipped.Refused(var faults) -> {
                form.reject(UPLOAD, "This zip cannot be used. What is wrong is listed below");
                return Pages.refused("editing/zip", new ZipPage(form, faults));
            }
            case Unzipped.Done(var files, var leftOut) -> {
                var carried = Base64.getUrlEncoder().encodeToString(PackZip.packed(files));
                if (carried.length() > MOST_CARRIED) {
                    form.reject(UPLOAD, "The policy in this zip is too large to be compared here");
                    return Pages.refused("editing/zip", new ZipPage(form, List.of()));
                }
                return Pages.form("editing/preview", preview(open.get(), files, leftOut, carried));
            }
        }
    }

    private PreviewPage preview(
            DraftDesk.Open open, PackFiles files, List<String> leftOut, String carried) {
        Layers after = desk.packs().layers(files);
        return new PreviewPage(
                touched(open.layers().files(), files),
                Changes.between(open.layers(), after),
                after.faults().stream().map(DraftOverviewController.Wrong::of).toList(),
                leftOut,
                carried,
                seen(open));
    }

    private static List<Touched> touched(PackFiles was, PackFiles is) {
        var touched = new ArrayList<Touched>();
        is.texts()
                .forEach((path, text) -> {
                    var before = was.texts().get(path);
                    if (before == null) {
                        touched.add(new Touched(path, "Added"));
                    } else if (!before.equals(text)) {
                        touched.add(new Touched(path, "Changed"));
                    }
                });
        was.texts().keySet().stream()
                .filter(path -> !is.texts().containsKey(path))
                .forEach(path -> touched.add(new Touched(path, "Removed")));
        return touched;
    }

    private static String seen(DraftDesk.Open open) {
        var seen = new StringBuilder();
        open.files()
                .forEach((path, file) ->
                        seen.append(path).append('=').append(file.version()).append(' '));
        return seen.toString().strip();
    }

    private static Map<String, Integer> versions(String seen) {
        var versions = new HashMap<String, Integer>();
        for (var each : List.of(seen.split(" ", -1))) {
            int at = each.indexOf('=');
            if (at > 0 && each.substring(at + 1).matches("[0-9]{1,9}")) {
                versions.put(each.substring(0, at), Integer.valueOf(each.substring(at + 1)));
            }
        }
        return versions;
    }

    @MayCall(Caller.EDIT_POLICY)
    @PostMapping(Addresses.ZIP + "/contents")
    ModelAndView take(
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            RedirectAttributes flash) {
        var open = desk.open(me);
        if (open.isEmpty()) {
            return Pages.to(Addresses.HOME);
        }
        var form = Form.of(typed);
        if (!(carried(open.get().draft().pack(), form.text("carried"))
                instanceof Unzipped.Done done)) {
            form.reject(UPLOAD, "Choose the zip again");
            return Pages.refused("editing/zip", new ZipPage(form, List.of()));
        }
        var results =
                drafts.replace(
                        me.schoolId(),
                        open.get().draft().id(),
                        done.files(),
                        versions(form.text("seen")),
                        me.personId());
        if (!results.values().stream().allMatch(Draft.Saved.Done.class::isInstance)) {
            form.reject(
                    UPLOAD,
                    "Nothing was replaced: somebody else saved a file after the comparison. Choose"
                            + " the zip again to compare anew");
            return Pages.refused("editing/zip", new ZipPage(form, List.of()));
        }
        return Pages.to(Addresses.HOME, "The draft now has the files of the zip.", flash);
    }

    private static Unzipped carried(String folder, String text) {
        try {
            return PackZip.read(folder, Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException broken) {
            return new Unzipped.Refused(List.of());
        }
    }
}
