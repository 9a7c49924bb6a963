// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.ledger.Actor;
import school.lanyard.people.People;
import school.lanyard.people.RollOvers;
import school.lanyard.people.SchoolDay;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;
import school.lanyard.web.Times;
import school.lanyard.web.YearGroups;

/// Going over to the next school year in one step, and taking it back.
@Controller
public class RollOverController {

    private static final int LONGEST = 100;

    /// A class, and the question where its children go.
    ///
    /// @param goes to which year, in words; empty for a class whose children leave
    public record Room(String field, String title, String year, long children, String goes) {}

    /// One that was made.
    ///
    /// @param id of the one that can be taken back; empty for every other
    public record Past(String id, String when, String by, String from, int moved, String undone) {}

    public record RollOverPage(
            Form form,
            List<Room> rooms,
            List<Choice> years,
            int moving,
            int leaving,
            int withoutYear,
            List<Past> past) {}

    private final RollOvers rollOvers;
    private final People people;
    private final InstantSource clock;

    RollOverController(RollOvers rollOvers, People people, InstantSource clock) {
        this.rollOvers = rollOvers;
        this.people = people;
        this.clock = clock;
    }

    @MayCall(Caller.ADMINISTER)
    @GetMapping("/roster/roll-over")
    ModelAndView form(@RequestParam(defaultValue = "") String last, SignedIn who) {
        var preview = rollOvers.preview(who.schoolId(), today(), last);
        var form = Form.blank().with("first", nextSeptember()).with("last", preview.lastYear());
        for (var room : preview.rooms()) {
            form.with(field(room), suggested(room));
        }
        return Pages.form("roster/rollover", page(who, form, preview));
    }

    @MayCall(Caller.ADMINISTER)
    @PostMapping("/roster/roll-over")
    ModelAndView roll(
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn who,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var first = form.date("first", "First day of the new school year");
        var preview = rollOvers.preview(who.schoolId(), today(), form.text("last"));
        if (!preview.lastYear().equals(form.text("last"))) {
            form.reject("last", "Choose the year whose children leave");
        }
        var titles = new HashMap<String, String>();
        for (var room : preview.rooms()) {
            titles.put(room.now().id(), form.atMost(field(room), LONGEST, "The name of a class"));
        }
        if (first != null) {
            rollOvers
                    .refusal(who.schoolId(), first, today())
                    .ifPresent(why -> form.reject("first", why));
        }
        if (!form.all("sure").contains("yes")) {
            form.reject("sure", "Say that you have checked this page");
        }
        if (form.refused() || first == null) {
            return Pages.refused("roster/rollover", page(who, form, preview));
        }
        rollOvers.roll(
                who.schoolId(),
                Actor.person(who.personId()),
                new RollOvers.Asked(first, preview.lastYear(), titles),
                clock.instant());
        return Pages.to("/roster/roll-over", "The school goes over to its next year.", flash);
    }

    @MayCall(Caller.ADMINISTER)
    @PostMapping("/roster/roll-overs/{id}/undoing")
    ModelAndView undo(@PathVariable String id, SignedIn who, RedirectAttributes flash) {
        if (!rollOvers.undo(who.schoolId(), Actor.person(who.personId()), id, clock.instant())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return Pages.to(
                "/roster/roll-over",
                "Taken back. What somebody changed since stays as they made it.",
                flash);
    }

    private RollOverPage page(SignedIn who, Form form, RollOvers.Preview preview) {
        var directory = people.directory(who.schoolId());
        var all = rollOvers.all(who.schoolId());
        var newest =
                all.stream()
                        .filter(each -> each.undoneAt() == null)
                        .map(RollOvers.RollOver::id)
                        .findFirst()
                        .orElse("");
        return new RollOverPage(
                form,
                preview.rooms().stream()
                        .map(each ->
                                new Room(
                                        field(each),
                                        each.now().title(),
                                        year(each.now().yearGroup()),
                                        each.children(),
                                        each.leaves() ? "" : goes(each)))
                        .toList(),
                preview.years().stream()
                        .map(each -> Choice.of(each, YearGroups.label(each)))
                        .toList(),
                preview.moving(),
                preview.leaving(),
                preview.withoutYear(),
                all.stream()
                        .map(each ->
                                new Past(
                                        each.id().equals(newest) ? each.id() : "",
                                        Times.dayAndTime(each.madeAt()),
                                        RosterController.by(directory, each.madeBy()),
                                        Times.day(each.firstOn()),
                                        each.moved(),
                                        each.undoneAt() == null
                                                ? ""
                                                : Times.dayAndTime(each.undoneAt())))
                        .toList());
    }

    private static String field(RollOvers.Room room) {
        return "class-" + room.now().id();
    }

    private static String goes(RollOvers.Room room) {
        var next = room.nextYear();
        return next == null ? "the next year" : YearGroups.label(next);
    }

    private static String year(@Nullable String year) {
        return year == null ? "Several years" : YearGroups.label(year);
    }

    /// A name with the year in it goes up with its children; any other is the children's own.
    private static String suggested(RollOvers.Room room) {
        var now = room.now().yearGroup();
        var next = room.nextYear();
        if (room.leaves()) {
            return "";
        }
        var title = room.now().title();
        if (now == null || next == null) {
            return title;
        }
        var from = now.replaceAll("\\D", "");
        var to = next.replaceAll("\\D", "");
        return from.isEmpty() ? title : title.replaceFirst("\\b" + from + "(?!\\d)", to);
    }

    private LocalDate nextSeptember() {
        var today = today();
        var september = LocalDate.of(today.getYear(), 9, 1);
        return today.isAfter(september.plusDays(60)) ? september.plusYears(1) : september;
    }

    private LocalDate today() {
        return SchoolDay.today(clock);
    }
}
