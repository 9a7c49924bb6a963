// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports.web;

import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.access.Viewer;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.reports.Annex;
import school.lanyard.web.Column;
import school.lanyard.web.Pages;
import school.lanyard.web.Row;

/// The leaders' annex, for the few who may read it: a handful of counts, and no way further.
@Controller
public class AnnexController {

    public record AnnexPage(List<Column> columns, List<Row> rows) {}

    private final Annex annex;
    private final InstantSource clock;

    AnnexController(Annex annex, InstantSource clock) {
        this.annex = annex;
        this.clock = clock;
    }

    @GetMapping("/reports/annex")
    @MayCall(Caller.READ_LEADER_ANNEX)
    ModelAndView annex(SignedIn me) {
        var now = clock.instant();
        var viewer = new Viewer(me.schoolId(), me.personId(), SchoolTime.day(now));
        return Pages.of(
                "reports/annex",
                new AnnexPage(
                        List.of(
                                Column.of("Academic year"),
                                Column.numeric("Cases opened"),
                                Column.numeric("Closed since")),
                        annex.of(viewer, now).stream()
                                .map(line ->
                                        Row.of(line.year().label(), line.opened(), line.closed()))
                                .toList()));
    }
}
