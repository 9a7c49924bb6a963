// SPDX-License-Identifier: Apache-2.0
package school.lanyard.openreporting.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import school.lanyard.contacts.LocalNumbers;
import school.lanyard.core.pack.Contact;
import school.lanyard.core.pack.Pack;
import school.lanyard.openreporting.OpenForms;
import school.lanyard.openreporting.Pace;
import school.lanyard.people.Schools;
import school.lanyard.policy.Editions;
import school.lanyard.web.Form;
import school.lanyard.web.Link;
import school.lanyard.web.Pages;
import school.lanyard.web.Visitor;
import school.lanyard.web.Visitors;

/// What every open page needs: which school it is for, whom to ring, and whether a form that was
/// sent may be taken.
@Component
public class OpenPlace {

    static final String SCHOOL = "/{school:[0-9a-f-]{36}}";
    static final String PROOF = "form";

    /// A box that nobody sees. Programs that fill in every box fill it in as well.
    static final String TRAP = "website";

    private static final List<String> FOR_A_CHILD = List.of("childline");

    /// The school that a page is for.
    record At(String school, String name, Pack pack) {}

    /// The schools to choose from, where there are several.
    public record Choosing(String title, List<Link> schools) {}

    private final Schools schools;
    private final Editions editions;
    private final LocalNumbers numbers;
    private final OpenForms forms;
    private final Pace pace;
    private final InstantSource clock;

    OpenPlace(
            Schools schools,
            Editions editions,
            LocalNumbers numbers,
            OpenForms forms,
            Pace pace,
            InstantSource clock) {
        this.schools = schools;
        this.editions = editions;
        this.numbers = numbers;
        this.forms = forms;
        this.pace = pace;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /// The page that asks which school, or the only school's own.
    ModelAndView choose(HttpServletRequest request, String address, String title) {
        unseen(request, Visitor.nobody());
        var all = schools.all();
        return all.size() == 1
                ? Pages.to(address + "/" + all.getFirst().id())
                : Pages.of(
                        "openreporting/choose",
                        new Choosing(
                                title,
                                all.stream()
                                        .map(each ->
                                                Link.to(address + "/" + each.id(), each.name()))
                                        .toList()));
    }

    /// The school of an address. Whoever looks stays unknown, even if they are signed in.
    At at(HttpServletRequest request, String school) {
        var found =
                schools.all().stream()
                        .filter(each -> each.id().equals(school))
                        .findFirst()
                        .orElseThrow(() -> nowhere(request));
        unseen(request, Visitor.nobodyAt(found.name()));
        return new At(school, found.name(), editions.running(school).pack());
    }

    /// A form for a school that is not there was not given out by us.
    private static ResponseStatusException nowhere(HttpServletRequest request) {
        return new ResponseStatusException(
                request.getMethod().equals("POST") ? HttpStatus.CONFLICT : HttpStatus.NOT_FOUND);
    }

    private static void unseen(HttpServletRequest request, Visitor visitor) {
        request.setAttribute(Visitors.CHOSEN, visitor);
    }

    /// The proof for a form: the one it came with, as long as that holds.
    String proof(At at, Form form) {
        var sent = form.text(PROOF);
        return forms.read(at.school(), sent).isPresent() ? sent : forms.issue(at.school());
    }

    /// What a form that was sent says of itself; what is wrong with it is said at its top, and
    /// nothing of it is lost.
    private Optional<String> given(HttpServletRequest request, At at, Form form) {
        var given = forms.read(at.school(), form.text(PROOF));
        if (given.isEmpty()) {
            return again(
                    form,
                    "This page was open for too long. Nothing was sent yet. Everything you wrote is still here: select Send again");
        }
        if (form.has(TRAP)) {
            form.with(TRAP, "");
            return again(
                    form,
                    "Something filled in a box that nobody can see. Nothing was sent yet. Select Send again");
        }
        return pace.keep(request.getRemoteAddr())
                ? given
                : again(
                        form,
                        "A great many messages are arriving at this moment. Nothing was sent yet. Wait a minute, then select Send again");
    }

    /// What is done with a form that may be taken.
    @FunctionalInterface
    interface Taking {
        ModelAndView take(At at, Form form, String given);
    }

    /// Takes a form that was sent, or shows its page again with everything in it.
    ModelAndView take(
            HttpServletRequest request,
            String school,
            Map<String, List<String>> typed,
            String template,
            BiFunction<At, Form, Record> page,
            Taking taking) {
        var form = Form.of(typed);
        var at = at(request, school);
        var given = given(request, at, form);
        // That it could not be taken as it came is no mistake of its sender's.
        return given.isEmpty()
                ? Pages.of(template, page.apply(at, form), HttpStatus.CONFLICT)
                : taking.take(at, form, given.get());
    }

    /// The same form again, with what is wrong with it. No browser keeps it: whoever uses the
    /// device next would find it by going back.
    static ModelAndView refused(String template, Record page) {
        return Pages.of(template, page, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static Optional<String> again(Form form, String why) {
        form.reject(PROOF, why);
        return Optional.empty();
    }

    /// Whom to ring where a child is in danger, in the order of trying.
    Ring ring(At at) {
        var contacts = at.pack().contacts();
        var last = at.pack().routing().routeFor(List.of()).contact();
        return new Ring(
                filled(at, Stream.of("police-emergency", last).map(contacts::get)),
                filled(at, FOR_A_CHILD.stream().map(contacts::get)));
    }

    private List<Contact> filled(At at, Stream<Contact> contacts) {
        return numbers
                .filled(at.school(), contacts.filter(java.util.Objects::nonNull).toList())
                .stream()
                .filter(contact -> !contact.call().isEmpty())
                .toList();
    }

    /// A contact as this school calls it.
    Contact local(At at, Contact contact) {
        return numbers.filled(at.school(), List.of(contact)).getFirst();
    }

    /// Numbers to ring.
    ///
    /// @param inDanger for anybody, where a child is in danger
    /// @param forChildren for a child who would rather talk to somebody outside school
    public record Ring(List<Contact> inDanger, List<Contact> forChildren) {}
}
