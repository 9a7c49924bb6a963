// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import school.lanyard.access.SignedIn;
import school.lanyard.concerns.CaseExhibits;
import school.lanyard.concerns.CaseExhibits.How;
import school.lanyard.concerns.Exhibit;
import school.lanyard.concerns.ExhibitRules;
import school.lanyard.concerns.Happening;
import school.lanyard.concerns.IncidentEvent.ExhibitDisposalAsked;
import school.lanyard.concerns.Incidents;
import school.lanyard.exhibits.FileKind;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;
import school.lanyard.web.SummaryRow;
import school.lanyard.web.Times;

/// The page of a piece of evidence, and how an incident lists its own.
@Component
public class ExhibitPages {

    static final String ONE =
            "/incidents/"
                    + TriageController.REFERENCE
                    + "/exhibits/{exhibit:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}";

    /// A file in the list on the incident's page.
    ///
    /// @param state in words, where it is not simply kept
    public record Listed(
            String href, String name, String shows, String about, @Nullable String state) {}

    /// One file.
    ///
    /// @param frozen why it may not be opened now; absent where it may
    /// @param looks who opened it, when, how and why
    /// @param asked what waits for a second person; absent where nothing does
    public record ExhibitPage(
            Form form,
            Form disposal,
            CaseTop top,
            String id,
            String name,
            List<SummaryRow> facts,
            @Nullable String frozen,
            boolean disposed,
            List<Choice> ways,
            List<SummaryRow> looks,
            @Nullable AskedView asked) {}

    /// That somebody asked for a file to go.
    ///
    /// @param mine whether the viewer may decide it
    public record AskedView(String by, String police, String reason, boolean mine) {}

    private final CaseExhibits exhibits;
    private final Desk desk;

    ExhibitPages(CaseExhibits exhibits, Desk desk) {
        this.exhibits = exhibits;
        this.desk = desk;
    }

    /// The files of an incident, in the order in which they were added.
    static List<Listed> listed(Incidents.Opened opened, Words words) {
        var frozen = ExhibitRules.frozen(opened.standing()).isPresent();
        return Exhibit.of(opened.incident()).stream()
                .map(exhibit ->
                        new Listed(
                                base(opened) + exhibit.id(),
                                exhibit.kept().name(),
                                exhibit.kept().shows(),
                                "Made or sent: "
                                        + ExhibitWords.dated(exhibit.kept())
                                        + ". Received: "
                                        + Times.day(exhibit.kept().received())
                                        + ". Added by "
                                        + words.directory().name(exhibit.keeping().by())
                                        + ".",
                                exhibit.disposed() != null
                                        ? "Disposed of"
                                        : frozen ? "Frozen" : null))
                .toList();
    }

    /// What waits for this person's word, as the second one.
    static List<IncidentController.Todo> waiting(
            SignedIn me, Incidents.Opened opened, String base) {
        return Exhibit.of(opened.incident()).stream()
                .filter(exhibit -> mine(me, exhibit.asked()))
                .map(exhibit ->
                        new IncidentController.Todo(
                                base + "/exhibits/" + exhibit.id(),
                                "Decide whether a piece of evidence is disposed of",
                                "",
                                null,
                                true,
                                null))
                .toList();
    }

    private static boolean mine(SignedIn me, @Nullable Happening asked) {
        return asked != null && ReadersController.mayDecide(me, asked);
    }

    private static String base(Incidents.Opened opened) {
        return "/incidents/" + opened.file().reference() + "/exhibits/";
    }

    /// One file, with what was typed of opening it and of disposing of it.
    ExhibitPage page(SignedIn me, Incidents.Opened opened, String id, Form form, Form disposal) {
        var exhibit = Desk.found(Exhibit.of(opened.incident(), id));
        var directory = desk.directory(me);
        return new ExhibitPage(
                form,
                disposal,
                desk.top(me, opened),
                id,
                exhibit.kept().name(),
                facts(exhibit, directory.name(exhibit.keeping().by())),
                ExhibitRules.frozen(opened.standing()).orElse(null),
                exhibit.disposed() != null,
                ways(exhibit),
                exhibits.looks(desk.viewer(me), opened, id).stream()
                        .map(look ->
                                SummaryRow.of(
                                        Times.dayAndTime(look.at()),
                                        directory.name(look.by())
                                                + ". "
                                                + ExhibitWords.how(look.look().how())
                                                + ". "
                                                + look.look().reason()))
                        .toList(),
                asked(me, exhibit, words -> directory.name(words)));
    }

    private static @Nullable AskedView asked(
            SignedIn me, Exhibit exhibit, java.util.function.UnaryOperator<String> name) {
        var asked = exhibit.asked();
        return asked != null
                        && asked.event() instanceof ExhibitDisposalAsked(_, var police, var reason)
                ? new AskedView(name.apply(asked.by()), police, reason, mine(me, asked))
                : null;
    }

    private static List<SummaryRow> facts(Exhibit exhibit, String by) {
        var kept = exhibit.kept();
        return List.of(
                SummaryRow.of("What it shows", kept.shows()),
                SummaryRow.of("Made or sent", ExhibitWords.dated(kept)),
                SummaryRow.of("Received", Times.day(kept.received())),
                SummaryRow.of("Given by", kept.from()),
                SummaryRow.of("Added", Times.dayAndTime(exhibit.keeping().at()) + " by " + by),
                SummaryRow.of(
                        "File", ExhibitWords.kind(kept) + ", " + ExhibitWords.size(kept.bytes())),
                SummaryRow.of("SHA-256", kept.sha256()));
    }

    static List<Choice> ways(Exhibit exhibit) {
        var redrawn = FileKind.of(exhibit.kept().kind()).filter(FileKind::isRedrawn).isPresent();
        return Arrays.stream(How.values())
                .filter(how -> how == How.ORIGINAL || redrawn)
                .map(how ->
                        switch (how) {
                            case SMALL ->
                                    Choice.of(
                                            how.name(), "Look at a small picture on the next page");
                            case CLEAN_COPY ->
                                    Choice.of(
                                            how.name(),
                                            "Download a copy without hidden details",
                                            "Drawn anew, without the place, the camera or"
                                                    + " anything else that the file may carry."
                                                    + " The original stays as it is.");
                            case ORIGINAL ->
                                    Choice.of(
                                            how.name(),
                                            "Download the original",
                                            "Exactly as it was added.");
                        })
                .toList();
    }

    /// The page again, with why it was not opened.
    ModelAndView again(SignedIn me, Incidents.Opened opened, String exhibit, Form form) {
        return Pages.refused("concerns/exhibit", page(me, opened, exhibit, form, Form.blank()));
    }

    /// The page again, with why it is not disposed of.
    ModelAndView refused(SignedIn me, Incidents.Opened opened, String exhibit, Form disposal) {
        return Pages.refused("concerns/exhibit", page(me, opened, exhibit, Form.blank(), disposal));
    }
}
