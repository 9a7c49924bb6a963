// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import org.jspecify.annotations.Nullable;
import school.lanyard.concerns.IncidentEvent;
import school.lanyard.concerns.Incidents;
import school.lanyard.web.Form;

/// One form about an incident: the page that it is on, what is read out of it, and what is said
/// once it is recorded. Whatever is wrong brings the page back with everything typed ({@link
/// Desk#take}).
///
/// @param field that a refusal of the whole belongs to
record CaseForm(String template, Showing showing, Reading reading, String field, String notice) {

    /// The page with a form on it, as it was typed.
    @FunctionalInterface
    interface Showing {
        Record page(Incidents.Opened opened, Form form);
    }

    /// Reads what is to be recorded, and says in the form what is wrong with it.
    @FunctionalInterface
    interface Reading {
        /// What is to be recorded; absent where something is wrong.
        @Nullable IncidentEvent event(Incidents.Opened opened, Form form);
    }

    static CaseForm of(String template, Showing showing, String field, Reading reading) {
        return new CaseForm(template, showing, reading, field, "Saved");
    }

    CaseForm saying(String words) {
        return new CaseForm(template, showing, reading, field, words);
    }
}
