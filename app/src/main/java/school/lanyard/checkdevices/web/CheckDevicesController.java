// SPDX-License-Identifier: Apache-2.0
package school.lanyard.checkdevices.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.access.Viewer;
import school.lanyard.checkdevices.CheckDevice;
import school.lanyard.checkdevices.CheckDevices;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.people.Directory;
import school.lanyard.people.People;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;
import school.lanyard.web.Shell;
import school.lanyard.web.SummaryRow;
import school.lanyard.web.Times;

/// The register of devices for checks, for those who handle cases.
@Controller
public class CheckDevicesController {

    private static final String ADDRESS = "/check-devices";
    private static final String DEVICE = ADDRESS + "/{device:[0-9a-f-]{36}}";
    private static final String LIST = "checkdevices/list";
    private static final String ONE = "checkdevices/device";
    private static final String STAFF = "staff";
    private static final int LONGEST = 100;
    private static final List<Choice> BOTH =
            List.of(
                    Choice.of("no-learner", "No learner uses it, now or later"),
                    Choice.of("can-be-taken", "The police could take it away, if they had to"));

    /// The devices there are, and the form for another.
    public record ListPage(
            Form form, List<Listed> devices, List<Choice> staff, List<Choice> promises) {}

    public record Listed(String href, String name, boolean inUse, List<SummaryRow> facts) {}

    /// One device, with the forms that change it.
    public record DevicePage(
            Form form,
            Form endForm,
            String id,
            String name,
            List<SummaryRow> facts,
            List<Choice> staff) {}

    private final CheckDevices devices;
    private final People people;
    private final InstantSource clock;

    CheckDevicesController(CheckDevices devices, People people, InstantSource clock) {
        this.devices = devices;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping(ADDRESS)
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView list(SignedIn me) {
        return Pages.form(LIST, page(me, Form.blank().with("since", today())));
    }

    @PostMapping(ADDRESS)
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView add(
            SignedIn me,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var name = line(form, "name", "Say what it is called", "What it is called");
        var kept = line(form, "kept", "Say where it is kept", "Where it is kept");
        var holder = holder(me, form);
        if (form.all("promises").size() < BOTH.size()) {
            form.reject("promises", "Only register a device for which both are true");
        }
        if (form.refused() || holder == null) {
            return Pages.refused(LIST, page(me, form));
        }
        devices.add(
                viewer(me), form.text(Shell.ONCE), new CheckDevice.Said(name, kept), holder, now());
        return Pages.to(ADDRESS, "The device is in the register.", flash);
    }

    @GetMapping(DEVICE)
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView device(SignedIn me, @PathVariable String device) {
        var found = found(me, device);
        return Pages.form(
                ONE,
                page(
                        me,
                        found,
                        Form.blank().with("kept", found.said().kept()).with("since", today()),
                        Form.blank()));
    }

    @PostMapping(DEVICE + "/holder")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView hand(
            SignedIn me,
            @PathVariable String device,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var found = found(me, device);
        var kept = line(form, "kept", "Say where it is kept", "Where it is kept");
        var holder = holder(me, form);
        if (form.refused() || holder == null) {
            return Pages.refused(ONE, page(me, found, form, Form.blank()));
        }
        return done(
                devices.hand(viewer(me), device, kept, holder, now()),
                "It is recorded who holds it.",
                flash);
    }

    @PostMapping(DEVICE + "/end")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView end(
            SignedIn me,
            @PathVariable String device,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var found = found(me, device);
        var why = line(form, "why", "Say why it is taken out of use", "The reason");
        if (form.refused()) {
            return Pages.refused(
                    ONE,
                    page(
                            me,
                            found,
                            Form.blank().with("kept", found.said().kept()).with("since", today()),
                            form));
        }
        return done(devices.end(viewer(me), device, why, now()), "It is taken out of use.", flash);
    }

    private static ModelAndView done(boolean changed, String words, RedirectAttributes flash) {
        if (!changed) {
            throw notHere();
        }
        return Pages.to(ADDRESS, words, flash);
    }

    private static String line(Form form, String field, String empty, String label) {
        var text = form.required(field, empty);
        form.atMost(field, LONGEST, label);
        return text;
    }

    private CheckDevice.@org.jspecify.annotations.Nullable Holder holder(SignedIn me, Form form) {
        var person = form.chosen("holder", staff(me), "Choose who holds it");
        var since = form.date("since", "Since when they hold it");
        if (since != null && since.isAfter(today())) {
            form.reject("since", "It cannot be in the future");
        }
        return since == null || form.refused() ? null : new CheckDevice.Holder(person, since);
    }

    private CheckDevice found(SignedIn me, String device) {
        return devices.all(me.schoolId()).stream()
                .filter(each -> each.id().equals(device))
                .findFirst()
                .orElseThrow(CheckDevicesController::notHere);
    }

    private ListPage page(SignedIn me, Form form) {
        var directory = people.directory(me.schoolId());
        return new ListPage(
                form,
                devices.all(me.schoolId()).stream()
                        .map(each ->
                                new Listed(
                                        ADDRESS + "/" + each.id(),
                                        each.said().name(),
                                        each.inUse(),
                                        facts(each, directory)))
                        .toList(),
                staff(me),
                BOTH);
    }

    private DevicePage page(SignedIn me, CheckDevice device, Form form, Form endForm) {
        return new DevicePage(
                form,
                endForm,
                device.inUse() ? device.id() : "",
                device.said().name(),
                facts(device, people.directory(me.schoolId())),
                staff(me));
    }

    private static List<SummaryRow> facts(CheckDevice device, Directory directory) {
        var facts = new ArrayList<SummaryRow>();
        facts.add(SummaryRow.of("Kept in", device.said().kept()));
        device.holders().stream()
                .map(each -> directory.name(each.person()) + ", since " + Times.day(each.since()))
                .reduce((one, other) -> one + "\n" + other)
                .ifPresent(held -> facts.add(SummaryRow.of("Held by", held)));
        facts.add(SummaryRow.of("In the register since", Times.dayAndTime(device.addedAt())));
        var ended = device.endedAt();
        if (ended != null) {
            facts.add(SummaryRow.of("Out of use since", Times.dayAndTime(ended)));
        }
        return facts;
    }

    private List<Choice> staff(SignedIn me) {
        return people.directory(me.schoolId()).in(STAFF, today()).stream()
                .map(each -> Choice.of(each.id(), each.name()))
                .toList();
    }

    private Viewer viewer(SignedIn me) {
        return me.viewer(today());
    }

    private LocalDate today() {
        return SchoolTime.day(now());
    }

    private Instant now() {
        return clock.instant();
    }

    private static ResponseStatusException notHere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
