// SPDX-License-Identifier: Apache-2.0
package school.lanyard.transfer.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.people.People;
import school.lanyard.sealing.SealedFor;
import school.lanyard.transfer.Bundles;
import school.lanyard.transfer.Received;
import school.lanyard.transfer.Transfers;
import school.lanyard.web.Card;
import school.lanyard.web.Choice;
import school.lanyard.web.Deadline;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;
import school.lanyard.web.SummaryRow;
import school.lanyard.web.Times;

/// Files that follow a child: who leaves, what was sent, and what the next school confirmed.
@Controller
public class TransfersController {

    static final String ONE = "/transfers/{id:[0-9a-f-]{36}}";
    private static final int LONGEST = 200;
    private static final int SHORTEST_PASSPHRASE = 12;
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);

    public record ListPage(List<Card> leaving, List<Card> came) {}

    public record NewPage(Form form, List<Choice> children) {}

    /// One child who leaves, and what is to be done.
    ///
    /// @param due absent where nothing is due any more
    public record OnePage(
            Form form,
            String id,
            String child,
            List<SummaryRow> facts,
            @Nullable Deadline due,
            List<Choice> cases,
            boolean confirmed) {

        public String address() {
            return "/transfers/" + id;
        }
    }

    public static final List<Choice> NAMES =
            List.of(
                    Choice.of(
                            "letters",
                            "Put letters in place of the full names of other children",
                            "A first name alone, in the middle of a sentence, stays as it was"
                                    + " written."));

    public static final List<Choice> WITH =
            List.of(
                    Choice.of(
                            "flags",
                            "What stands about the child",
                            "Plans, a social worker, and anybody who must not be told."),
                    Choice.of(
                            "notes",
                            "Private notes of the handlers",
                            "Working notes stay here as a rule. Tick this only if the next lead"
                                    + " needs them."));

    private final Transfers transfers;
    private final Bundles bundles;
    private final Received received;
    private final People people;
    private final InstantSource clock;

    TransfersController(
            Transfers transfers,
            Bundles bundles,
            Received received,
            People people,
            InstantSource clock) {
        this.transfers = transfers;
        this.bundles = bundles;
        this.received = received;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/transfers")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView list(SignedIn me) {
        var viewer = viewer(me);
        return Pages.of(
                "transfer/list",
                new ListPage(
                        transfers.all(viewer).stream()
                                .map(each ->
                                        Card.of(
                                                "/transfers/" + each.id(),
                                                name(me, each.person()),
                                                "To " + each.to() + ". " + state(each)))
                                .toList(),
                        received.all(viewer).stream()
                                .map(each ->
                                        Card.of(
                                                "/transfers/received/" + each.reference(),
                                                name(me, each.person()),
                                                "Came on "
                                                        + Times.day(each.at())
                                                        + ". "
                                                        + each.reference()))
                                .toList()));
    }

    private static String state(Transfers.Leaving leaving) {
        var confirmed = leaving.confirmed();
        if (confirmed != null) {
            return "Receipt confirmed on " + Times.day(confirmed.on());
        }
        var due = leaving.dueOn();
        var by = due == null ? "" : ", due by " + Times.day(due);
        return leaving.bundles().isEmpty()
                ? "Not sent yet" + by
                : "Made, receipt not confirmed yet" + by;
    }

    @GetMapping("/transfers/new")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView leaving(SignedIn me) {
        return Pages.form("transfer/new", new NewPage(Form.blank(), children(me)));
    }

    @PostMapping("/transfers/new")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView begin(
            SignedIn me,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var person = form.chosen("person", children(me), "Choose who leaves");
        var to = form.required("to", "Enter the name of the next school");
        form.atMost("to", LONGEST, "The name of the next school");
        var left = form.date("left", "Their last day here");
        if (form.refused() || left == null) {
            return Pages.refused("transfer/new", new NewPage(form, children(me)));
        }
        return transfers
                .begin(viewer(me), person, to, left, clock.instant())
                .map(id -> Pages.to("/transfers/" + id, "Saved", flash))
                .orElseThrow(TransfersController::notFound);
    }

    @GetMapping(ONE)
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView one(SignedIn me, @PathVariable String id) {
        return Pages.form(
                "transfer/one",
                page(
                        me,
                        find(me, id),
                        Form.blank().with("names", "letters").with("with", "flags")));
    }

    @PostMapping(ONE + "/bundle")
    @MayCall(Caller.HANDLE_CASES)
    Object bundle(
            SignedIn me,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed) {
        var form = Form.of(typed);
        var leaving = find(me, id);
        var page = page(me, leaving, form);
        var chosen = new HashSet<>(form.all("case"));
        if (page.cases().stream().noneMatch(each -> chosen.contains(each.value()))) {
            form.reject("case", "Choose at least one case");
        }
        var reason = form.required("reason", "Say why this goes to them");
        form.atMost("reason", LONGEST, "Why this goes to them");
        var lock = lock(typed, form);
        if (form.refused() || lock.isEmpty()) {
            return Pages.refused("transfer/one", page);
        }
        var made =
                bundles.make(
                        viewer(me),
                        leaving,
                        new Bundles.What(
                                chosen,
                                form.all("names").contains("letters"),
                                form.all("with").contains("flags"),
                                form.all("with").contains("notes")),
                        lock.get(),
                        reason,
                        clock.instant());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("child-file.lanyard")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(made);
    }

    private static Optional<Bundles.Lock> lock(MultiValueMap<String, String> typed, Form form) {
        var how = form.text("how");
        if (how.equals("key")) {
            var key = form.text("key");
            if (!SealedFor.isPublicKey(key)) {
                form.reject("key", "Enter the key that the next school gave you");
                return Optional.empty();
            }
            return Optional.of(new Bundles.Lock.PublicKey(key));
        }
        if (!how.equals("passphrase")) {
            form.reject("how", "Choose how it is sealed");
            return Optional.empty();
        }
        var passphrase = typed.getFirst("passphrase");
        if (passphrase == null || passphrase.length() < SHORTEST_PASSPHRASE) {
            form.reject(
                    "passphrase",
                    "The passphrase must have at least " + SHORTEST_PASSPHRASE + " characters");
            return Optional.empty();
        }
        return Optional.of(new Bundles.Lock.Words(passphrase.toCharArray()));
    }

    @PostMapping(ONE + "/receipt")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView receipt(
            SignedIn me,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var leaving = find(me, id);
        var day = form.date("confirmed", "The day they confirmed it");
        var how = form.required("confirmation", "Say who confirmed it, and how");
        form.atMost("confirmation", LONGEST, "Who confirmed it");
        var now = clock.instant();
        if (day != null && day.isAfter(SchoolTime.day(now))) {
            form.reject("confirmed", "The day they confirmed it must be today or in the past");
        }
        if (form.refused() || day == null) {
            return Pages.refused("transfer/one", page(me, leaving, form));
        }
        transfers.confirm(viewer(me), leaving, day, how, now);
        return Pages.to("/transfers/" + id, "Saved", flash);
    }

    private OnePage page(SignedIn me, Transfers.Leaving leaving, Form form) {
        var due = leaving.dueOn();
        var confirmed = leaving.confirmed();
        return new OnePage(
                form,
                leaving.id(),
                name(me, leaving.person()),
                facts(me, leaving),
                due == null || confirmed != null
                        ? null
                        : new Deadline(
                                due.atTime(END_OF_DAY).atZone(SchoolTime.ZONE).toInstant(),
                                clock.instant()),
                cases(me, leaving),
                confirmed != null);
    }

    private List<SummaryRow> facts(SignedIn me, Transfers.Leaving leaving) {
        var facts = new ArrayList<SummaryRow>();
        facts.add(SummaryRow.of("Next school", leaving.to()));
        facts.add(SummaryRow.of("Last day here", Times.day(leaving.leftOn())));
        var due = leaving.dueOn();
        facts.add(
                SummaryRow.of(
                        "File must follow by",
                        due == null ? "As soon as possible" : Times.day(due)));
        for (var made : leaving.bundles()) {
            facts.add(
                    SummaryRow.of(
                            "File made",
                            Times.dayAndTime(made.at())
                                    + " by "
                                    + name(me, made.by())
                                    + ". List of hashes "
                                    + made.manifestHash().substring(0, 16)));
        }
        var confirmed = leaving.confirmed();
        if (confirmed != null) {
            facts.add(
                    SummaryRow.of(
                            "Receipt confirmed",
                            Times.day(confirmed.on())
                                    + ". "
                                    + confirmed.how()
                                    + " Recorded by "
                                    + name(me, confirmed.by())));
        }
        return facts;
    }

    private List<Choice> cases(SignedIn me, Transfers.Leaving leaving) {
        var viewer = viewer(me);
        var now = clock.instant();
        var opened = bundles.offered(viewer, leaving, now);
        var cases = new ArrayList<Choice>();
        opened.incidents()
                .forEach(each ->
                        cases.add(
                                Choice.of(
                                        each.reference(),
                                        "Incident " + each.reference(),
                                        "Opened on " + Times.day(each.incident().openedAt()))));
        opened.concerns()
                .forEach(each ->
                        cases.add(
                                Choice.of(
                                        each.reference(),
                                        "Concern " + each.reference(),
                                        "Received on " + Times.day(each.receivedAt()))));
        return cases;
    }

    private List<Choice> children(SignedIn me) {
        var directory = people.directory(me.schoolId());
        var known = transfers.withCases(viewer(me));
        return directory.everybody().stream()
                .filter(each -> known.contains(each.id()))
                .filter(each ->
                        each.memberships().stream()
                                .anyMatch(membership -> isChild(me, membership.group())))
                .map(each -> Choice.of(each.id(), each.name()))
                .toList();
    }

    private boolean isChild(SignedIn me, String group) {
        return bundles.isChild(me.schoolId(), group);
    }

    private Transfers.Leaving find(SignedIn me, String id) {
        return transfers.find(viewer(me), id).orElseThrow(TransfersController::notFound);
    }

    private String name(SignedIn me, String person) {
        return people.directory(me.schoolId()).name(person);
    }

    private Viewer viewer(SignedIn me) {
        Instant now = clock.instant();
        return new Viewer(me.schoolId(), me.personId(), SchoolTime.day(now));
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
