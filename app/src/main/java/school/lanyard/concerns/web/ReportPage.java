// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;
import school.lanyard.concerns.Urgent;
import school.lanyard.core.pack.ReportKind;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;

/// The form, as it stands.
///
/// @param keep lets what is typed be kept for its writer after their session has ended
/// @param saved what to say of a draft that was opened again; absent for a new one
/// @param oldDate whether to ask if a date long ago is right
/// @param kind what the pack asks of this kind of report; absent for an ordinary concern
public record ReportPage(
        Form form,
        String draft,
        String keep,
        List<Choice> about,
        List<String> people,
        Urgent urgent,
        @Nullable String saved,
        boolean interrupted,
        boolean oldDate,
        @Nullable ReportKind kind) {

    private static final int FIRST_BOXES = 2;

    public String action() {
        return "/concerns/drafts/" + draft;
    }

    /// How many boxes for names to show.
    public int boxes() {
        return Math.max(FIRST_BOXES, form.all("who").size());
    }

    public boolean mayAddNames() {
        return boxes() < ReportForm.MOST_NAMES;
    }

    public String name(int box) {
        var typed = form.all("who");
        return box < typed.size() ? typed.get(box) : "";
    }

    public int mostNames() {
        return ReportForm.MOST_NAMES;
    }

    /// "Yes" shows what to do at once.
    public List<Choice> risk(Content revealed) {
        return List.of(Choice.of("yes", "Yes").revealing(revealed), Choice.of("no", "No"));
    }

    public List<Choice> rightDate() {
        return List.of(Choice.of("yes", "The date is right"));
    }

    public List<Choice> places() {
        return ReportForm.PLACES;
    }

    public int longest() {
        return ReportForm.LONGEST;
    }

    /// Whether the part that most reports can leave out already holds something.
    public boolean hasPlace() {
        return List.of("place", "where", "system").stream()
                .anyMatch(name -> form.has(name) || form.error(name) != null);
    }
}
