// SPDX-License-Identifier: Apache-2.0
package school.lanyard.transfer.web;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import school.lanyard.access.Viewer;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.people.People;
import school.lanyard.transfer.PastConcerns;
import school.lanyard.transfer.file.PastTable;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;
import school.lanyard.web.Row;
import school.lanyard.web.Times;

/// Past concerns from an earlier system: looked at first, with what is wrong by line, and taken in
/// only whole.
@Controller
public class PastController {

    private static final int LONGEST = 100;

    /// The form, and what is wrong with the table that was sent.
    public record PastPage(Form form, List<PastTable.Fault> faults) {}

    /// What would be taken in.
    ///
    /// @param csv the table itself, which the browser carries to the next page
    public record PreviewPage(String source, String csv, int rows, List<Row> children) {
        @Override
        public String toString() {
            return "PreviewPage";
        }
    }

    private final PastConcerns past;
    private final People people;
    private final InstantSource clock;

    PastController(PastConcerns past, People people, InstantSource clock) {
        this.past = past;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/transfers/past")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView form(SignedIn me) {
        return Pages.form("transfer/past", new PastPage(Form.blank(), List.of()));
    }

    @PostMapping("/transfers/past")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView look(
            SignedIn me,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            @RequestParam MultiValueMap<String, String> typed)
            throws IOException {
        var form = Form.of(typed);
        var source = source(form);
        if (file == null || file.isEmpty()) {
            form.reject("file", "Choose a table");
        } else if (file.getSize() > PastTable.LARGEST) {
            form.reject(
                    "file",
                    "The table is larger than " + PastTable.LARGEST / 1024 + " KB. Split it.");
        }
        if (form.refused() || file == null) {
            return Pages.refused("transfer/past", new PastPage(form, List.of()));
        }
        var text = PastTable.text(file.getBytes());
        var looked = past.look(me.schoolId(), text, clock.instant());
        if (!looked.faults().isEmpty()) {
            form.reject("file", "Nothing was taken in. Mend the table and choose it again");
            return Pages.refused("transfer/past", new PastPage(form, looked.faults()));
        }
        return Pages.of("transfer/preview", preview(me, source, text, looked));
    }

    @PostMapping("/transfers/past/rows")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView take(
            SignedIn me,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var source = source(form);
        var text = typed.getFirst("csv");
        if (form.refused() || text == null || text.isBlank()) {
            return Pages.refused("transfer/past", new PastPage(form, List.of()));
        }
        var now = clock.instant();
        var looked = past.look(me.schoolId(), text, now);
        if (!looked.faults().isEmpty()) {
            form.reject("file", "Nothing was taken in. Mend the table and choose it again");
            return Pages.refused("transfer/past", new PastPage(form, looked.faults()));
        }
        var viewer = new Viewer(me.schoolId(), me.personId(), SchoolTime.day(now));
        past.take(viewer, looked, source, now);
        return Pages.to("/transfers", looked.rows() + " past concerns were taken in", flash);
    }

    private static String source(Form form) {
        var source = form.required("source", "Say where the table is from");
        form.atMost("source", LONGEST, "Where the table is from");
        return source;
    }

    private PreviewPage preview(
            SignedIn me, String source, String text, PastConcerns.Looked looked) {
        var directory = people.directory(me.schoolId());
        return new PreviewPage(
                source,
                text,
                looked.rows(),
                looked.byChild().entrySet().stream()
                        .map(each ->
                                Row.of(
                                        directory.name(each.getKey()),
                                        each.getValue().size(),
                                        span(each.getValue())))
                        .toList());
    }

    private static String span(List<PastTable.Row> rows) {
        var days = rows.stream().map(PastTable.Row::on).sorted().toList();
        return days.getFirst().equals(days.getLast())
                ? Times.day(days.getFirst())
                : Times.day(days.getFirst()) + " to " + Times.day(days.getLast());
    }
}
