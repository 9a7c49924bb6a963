// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.core.pack.Pack;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.people.ClassMember;
import school.lanyard.people.Classes;
import school.lanyard.people.Directory;
import school.lanyard.people.Guardian;
import school.lanyard.people.Guardians;
import school.lanyard.people.Known;
import school.lanyard.people.People;
import school.lanyard.people.RollOvers;
import school.lanyard.people.SchoolDay;
import school.lanyard.policy.Editions;
import school.lanyard.roster.Imports;
import school.lanyard.web.Link;
import school.lanyard.web.Pages;
import school.lanyard.web.Paging;
import school.lanyard.web.Times;
import school.lanyard.web.YearGroups;

/// Who belongs to the school: by group, by class, and what was brought in.
@Controller
public class RosterController {

    private static final int PAGE = 50;
    private static final int NEWEST = 20;

    /// How many people a group has.
    public record Count(String group, String label, int people) {}

    /// One import, or one roll-over.
    public record Past(Link what, String when, String by, String result) {}

    public record StartPage(List<Count> counts, int classes, List<Past> past) {}

    /// One line of a list of people.
    public record Line(Link name, String year, String in) {}

    public record GroupPage(
            String title, boolean learners, int all, List<Line> people, Paging paging) {}

    public record Room(Link title, String year, int children, String staff) {}

    public record ClassesPage(List<Room> rooms) {}

    /// A child of a class.
    public record Child(Link name, List<Adult> adults) {}

    /// An adult of a child.
    ///
    /// @param what they are to the child, in words
    /// @param never whether they must not be contacted
    public record Adult(String name, String what, boolean never) {}

    public record ClassPage(String title, String year, List<Link> staff, List<Child> children) {}

    private final People people;
    private final Classes classes;
    private final Guardians guardians;
    private final Imports imports;
    private final RollOvers rollOvers;
    private final Editions editions;
    private final Ledger ledger;
    private final InstantSource clock;

    RosterController(
            People people,
            Classes classes,
            Guardians guardians,
            Imports imports,
            RollOvers rollOvers,
            Editions editions,
            Ledger ledger,
            InstantSource clock) {
        this.people = people;
        this.classes = classes;
        this.guardians = guardians;
        this.imports = imports;
        this.rollOvers = rollOvers;
        this.editions = editions;
        this.ledger = ledger;
        this.clock = clock;
    }

    @MayCall(Caller.ADMINISTER)
    @GetMapping("/roster")
    ModelAndView start(SignedIn who) {
        var pack = pack(who);
        var directory = people.directory(who.schoolId());
        var counts =
                pack.vocabulary().groups().values().stream()
                        .map(each ->
                                new Count(
                                        each.key(),
                                        GroupWords.capital(each.many()),
                                        directory.in(each.key(), today()).size()))
                        .filter(each -> each.people() > 0)
                        .toList();
        return Pages.of(
                "roster/start",
                new StartPage(
                        counts, classes.on(who.schoolId(), today()).size(), past(who, directory)));
    }

    private List<Past> past(SignedIn who, Directory directory) {
        var found = new ArrayList<Past>();
        for (var each : imports.newest(who.schoolId(), NEWEST)) {
            found.add(
                    new Past(
                            Link.to("/roster/imports/" + each.id(), each.format().label()),
                            Times.dayAndTime(each.begunAt()),
                            by(directory, each.begunBy()),
                            ImportWords.result(each)));
        }
        for (var each : rollOvers.all(who.schoolId())) {
            found.add(
                    new Past(
                            Link.to("/roster/roll-over", "Roll-over to the next year"),
                            Times.dayAndTime(each.madeAt()),
                            by(directory, each.madeBy()),
                            each.undoneAt() == null
                                    ? each.moved() + " children, from " + Times.day(each.firstOn())
                                    : "Taken back on " + Times.dayAndTime(each.undoneAt())));
        }
        return found;
    }

    static String by(Directory directory, String actor) {
        return switch (actor) {
            case "command-line" -> "The command line";
            case "lanyard" -> "Lanyard";
            default -> directory.name(actor);
        };
    }

    @MayCall(Caller.ADMINISTER)
    @GetMapping("/roster/groups/{group}")
    ModelAndView group(
            @PathVariable String group,
            @RequestParam(defaultValue = "1") String page,
            SignedIn who) {
        var pack = pack(who);
        var known = pack.vocabulary().groups().get(group);
        if (known == null) {
            throw notHere();
        }
        var all = people.directory(who.schoolId()).in(known.key(), today());
        var paging =
                Paging.of(Paging.asked(page), all.size(), PAGE, "/roster/groups/" + known.key());
        return Pages.of(
                "roster/group",
                new GroupPage(
                        GroupWords.capital(known.many()),
                        known.child(),
                        all.size(),
                        paging.of(all, PAGE).stream().map(this::line).toList(),
                        paging));
    }

    private Line line(Known each) {
        var year = each.yearGroupOn(today());
        return new Line(
                Link.to("/people/" + each.id(), each.name()),
                year == null ? "" : YearGroups.label(year),
                each.className() == null ? "" : each.className());
    }

    @MayCall(Caller.ADMINISTER)
    @GetMapping("/roster/classes")
    ModelAndView classes(SignedIn who) {
        var directory = people.directory(who.schoolId());
        var members = classes.members(who.schoolId(), today());
        return Pages.of(
                "roster/classes",
                new ClassesPage(
                        classes.on(who.schoolId(), today()).stream()
                                .map(each -> {
                                    var in =
                                            members.stream()
                                                    .filter(one ->
                                                            one.schoolClass().equals(each.id()))
                                                    .toList();
                                    return new Room(
                                            Link.to("/roster/classes/" + each.id(), each.title()),
                                            year(each.yearGroup()),
                                            (int) in.stream().filter(this::child).count(),
                                            String.join(
                                                    ", ",
                                                    in.stream()
                                                            .filter(one -> !child(one))
                                                            .map(one ->
                                                                    directory.name(one.person()))
                                                            .sorted()
                                                            .toList()));
                                })
                                .toList()));
    }

    private boolean child(ClassMember member) {
        return member.part() == ClassMember.Part.LEARNER;
    }

    private static String year(@Nullable String year) {
        return year == null ? "Several years" : YearGroups.label(year);
    }

    /// A class with the adults of each child. That somebody looked at them is entered.
    @MayCall(Caller.ADMINISTER)
    @GetMapping("/roster/classes/{id}")
    ModelAndView one(@PathVariable String id, SignedIn who) {
        var room = classes.find(who.schoolId(), id).orElseThrow(RosterController::notHere);
        var directory = people.directory(who.schoolId());
        var members = classes.members(who.schoolId(), room.id(), today());
        var children =
                members.stream()
                        .filter(this::child)
                        .map(ClassMember::person)
                        .flatMap(each -> directory.find(each).stream())
                        .sorted(java.util.Comparator.comparing(Known::name))
                        .toList();
        ledger.enterRead(
                who.schoolId(),
                clock.instant(),
                Actor.person(who.personId()),
                "roster.class-read",
                children.stream().map(Known::id).toList());
        var adults = guardians.of(who.schoolId(), children.stream().map(Known::id).toList());
        return Pages.of(
                "roster/class",
                new ClassPage(
                        room.title(),
                        year(room.yearGroup()),
                        members.stream()
                                .filter(each -> !child(each))
                                .map(each ->
                                        Link.to(
                                                "/people/" + each.person(),
                                                directory.name(each.person())))
                                .toList(),
                        children.stream()
                                .map(each ->
                                        new Child(
                                                Link.to("/people/" + each.id(), each.name()),
                                                adults.stream()
                                                        .filter(one ->
                                                                one.child().equals(each.id()))
                                                        .map(one -> adult(directory, one))
                                                        .toList()))
                                .toList()));
    }

    static Adult adult(Directory directory, Guardian one) {
        return new Adult(
                directory.name(one.adult()),
                !one.guardian()
                        ? "relative"
                        : one.responsible() == null
                                ? "parental responsibility not recorded"
                                : one.responsible()
                                        ? "has parental responsibility"
                                        : "no parental responsibility",
                one.mustNotBeContacted());
    }

    private Pack pack(SignedIn who) {
        return editions.running(who.schoolId()).pack();
    }

    private LocalDate today() {
        return SchoolDay.today(clock);
    }

    private static ResponseStatusException notHere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
