// SPDX-License-Identifier: Apache-2.0
package school.lanyard.contacts.web;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.contacts.LocalNumbers;
import school.lanyard.core.pack.Contact;
import school.lanyard.core.pack.Role;
import school.lanyard.ledger.Actor;
import school.lanyard.policy.Editions;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;

/// Whom to call outside the school, and the numbers that the school fills in for itself.
@Controller
public class ContactsController {

    /// Whom to call.
    ///
    /// @param local those whose number the school fills in
    /// @param national those that have one number for all
    /// @param mayFill whether the reader may fill numbers in
    /// @param fillers who else may, in the pack's words
    public record ContactsPage(
            Form form,
            List<Contact> local,
            List<Contact> national,
            boolean mayFill,
            List<String> fillers) {}

    private final LocalNumbers numbers;
    private final Editions editions;
    private final InstantSource clock;

    ContactsController(LocalNumbers numbers, Editions editions, InstantSource clock) {
        this.numbers = numbers;
        this.editions = editions;
        this.clock = clock;
    }

    @GetMapping("/contacts")
    @MayCall({Caller.ADMINISTER, Caller.APPOINT_PEOPLE, Caller.APPROVE_ACCESS, Caller.HANDLE_CASES})
    ModelAndView contacts(SignedIn me) {
        var form = Form.blank();
        for (var contact : numbers.all(me.schoolId())) {
            form = form.with(field(contact), contact.call());
        }
        return Pages.form("contacts/contacts", page(me, form));
    }

    @PostMapping("/contacts")
    @MayCall({Caller.ADMINISTER, Caller.APPOINT_PEOPLE})
    ModelAndView fill(
            SignedIn me,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var telephones = new LinkedHashMap<String, String>();
        for (var contact : numbers.all(me.schoolId())) {
            var telephone = form.text(field(contact));
            if (!telephone.isEmpty() && !LocalNumbers.isTelephone(telephone)) {
                form.reject(field(contact), "Enter a telephone number, like 01632 960 001");
            }
            telephones.put(contact.key(), telephone);
        }
        if (form.refused()) {
            return Pages.refused("contacts/contacts", page(me, form));
        }
        var changed =
                numbers.set(
                        me.schoolId(), Actor.person(me.personId()), telephones, clock.instant());
        return Pages.to("/contacts", changed == 0 ? "Nothing changed" : "Numbers saved", flash);
    }

    public static String field(Contact contact) {
        return "number-" + contact.key();
    }

    private ContactsPage page(SignedIn me, Form form) {
        var pack = editions.running(me.schoolId()).pack();
        return new ContactsPage(
                form,
                numbers.all(me.schoolId()),
                pack.contacts().values().stream().filter(each -> !each.local()).toList(),
                me.isAny(Caller.ADMINISTER, Caller.APPOINT_PEOPLE),
                pack.roles().values().stream()
                        .filter(ContactsController::mayFill)
                        .map(Role::label)
                        .toList());
    }

    private static boolean mayFill(Role role) {
        return role.capabilities().stream()
                .anyMatch(can ->
                        can == Caller.ADMINISTER.capability()
                                || can == Caller.APPOINT_PEOPLE.capability());
    }
}
