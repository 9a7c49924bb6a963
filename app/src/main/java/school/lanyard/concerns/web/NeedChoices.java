// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import school.lanyard.access.SignedIn;
import school.lanyard.checkdevices.CheckDevices;
import school.lanyard.core.playbook.Step;
import school.lanyard.people.Appointment;
import school.lanyard.people.Appointments;
import school.lanyard.people.Known;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;

/// What is chosen for a step's record and not typed: somebody in a post, or a device of the
/// register. The record keeps the words, so that it says the same when the register has changed.
@Component
class NeedChoices {

    private final Appointments appointments;
    private final CheckDevices devices;
    private final Desk desk;

    NeedChoices(Appointments appointments, CheckDevices devices, Desk desk) {
        this.appointments = appointments;
        this.devices = devices;
        this.desk = desk;
    }

    static boolean isChosen(Step.Need need) {
        return need.kind() == Step.Need.Kind.HOLDER || need.kind() == Step.Need.Kind.CHECK_DEVICE;
    }

    /// What there is to choose from today; nothing for what is typed.
    List<Choice> of(SignedIn me, Step.Need need) {
        return switch (need.kind()) {
            case HOLDER -> holders(me, need.posts());
            case CHECK_DEVICE ->
                    devices.inUse(me.schoolId()).stream()
                            .map(device -> Choice.of(device.id(), device.words()))
                            .toList();
            case LINE, NOTE, DATE, TIME, YES_NO -> List.of();
        };
    }

    private List<Choice> holders(SignedIn me, List<String> posts) {
        var today = desk.viewer(me).today();
        var holding =
                appointments.on(me.schoolId(), today).stream()
                        .filter(each -> posts.contains(each.role()))
                        .map(Appointment::person)
                        .collect(Collectors.toSet());
        return desk.directory(me).everybody().stream()
                .filter(known -> holding.contains(known.id()))
                .map(NeedChoices::choice)
                .toList();
    }

    private static Choice choice(Known known) {
        return Choice.of(known.id(), known.name());
    }

    /// The words of what was chosen.
    static String held(Step.Need need, List<Choice> offered, Form form) {
        var name = StepController.need(need);
        var chosen = form.chosen(name, offered, "Choose: " + Words.lower(need.label()));
        return offered.stream()
                .filter(each -> each.value().equals(chosen))
                .map(Choice::label)
                .findFirst()
                .orElse("");
    }
}
