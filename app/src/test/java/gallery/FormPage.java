// SPDX-License-Identifier: Apache-2.0
package gallery;

import java.util.List;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;

/// Every form component on one page.
public record FormPage(Form form) {

    public List<Choice> places() {
        return List.of(
                Choice.of("on-site", "At school", "In the building or grounds"),
                Choice.of("off-site", "Away from school"),
                Choice.of("unknown", "Not known"));
    }

    public List<Choice> concerns() {
        return List.of(
                Choice.of("content", "Content", "What was seen or heard"),
                Choice.of("contact", "Contact", "Who got in touch"),
                Choice.of("conduct", "Conduct"),
                Choice.of("none", "None of these").standingAlone());
    }

    public List<Choice> devices() {
        return List.of(
                Choice.of("tablet", "School tablet"), Choice.of("phone", "A phone from home"));
    }

    public FormPage checked() {
        form.required("where-exactly", "Say where it happened");
        form.required("what", "Say what you saw or heard");
        form.atMost("what", 200, "What you saw");
        form.chosen("place", places(), "Choose where it happened");
        form.chosen("device", devices(), "Choose a device");
        if (form.all("kinds").isEmpty()) {
            form.reject("kinds", "Choose at least one, or none of these");
        }
        form.dateTime("happened", "When it happened");
        form.date("noticed", "The day you noticed");
        form.required("secret", "Enter your password");
        return this;
    }
}
