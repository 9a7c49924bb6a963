// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import school.lanyard.access.SignedIn;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.Drafts;
import school.lanyard.concerns.KeepTokens;
import school.lanyard.concerns.Receipt;
import school.lanyard.concerns.Report;
import school.lanyard.concerns.Urgent;
import school.lanyard.contacts.LocalNumbers;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Pack;
import school.lanyard.people.People;
import school.lanyard.policy.Editions;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;
import school.lanyard.web.Times;

/// What somebody sees who writes a concern: the form, the question about names, the receipt.
@Component
class DraftPages {

    /// The field of a draft that was sent after its session had ended.
    static final String INTERRUPTED = "-interrupted";

    private final Drafts drafts;
    private final KeepTokens keeps;
    private final Editions editions;
    private final People people;
    private final LocalNumbers numbers;
    private final InstantSource clock;

    DraftPages(
            Drafts drafts,
            KeepTokens keeps,
            Editions editions,
            People people,
            LocalNumbers numbers,
            InstantSource clock) {
        this.drafts = drafts;
        this.keeps = keeps;
        this.editions = editions;
        this.people = people;
        this.numbers = numbers;
        this.clock = clock;
    }

    /// The form as it was last saved, or a new one.
    ///
    /// @param kind of report that a new form is for; empty for an ordinary concern
    ModelAndView form(Viewer writer, String draft, String kind) {
        var found = drafts.find(writer, draft);
        if (found.isEmpty() && drafts.isAnothers(writer, draft)) {
            throw Desk.notFound();
        }
        return found.map(each ->
                        Pages.form(
                                "reporting/form",
                                page(
                                        writer,
                                        draft,
                                        Form.of(each.fields()),
                                        Times.dayAndTime(each.savedAt()),
                                        each.fields().containsKey(INTERRUPTED))))
                .orElseGet(() ->
                        Pages.form(
                                "reporting/form",
                                page(writer, draft, blank(writer, kind), null, false)));
    }

    private Form blank(Viewer writer, String kind) {
        var form = Form.blank().with("when", writer.today());
        ReportForm.kind(form.with("kind", kind), pack(writer))
                .filter(each -> !each.about().isEmpty())
                .ifPresent(each -> form.with("about", each.about()));
        return form;
    }

    /// The form again, with what is wrong with it.
    ModelAndView refused(Viewer writer, String draft, Form form) {
        return Pages.refused("reporting/form", page(writer, draft, form, null, false));
    }

    /// Reads what was typed.
    ReportForm questions(Viewer writer, Form form) {
        var pack = pack(writer);
        return new ReportForm(form, pack, roster(writer, pack));
    }

    /// Names that are nobody's on the roster, and were not asked about before.
    List<NamesPage.Doubtful> doubtful(
            Viewer writer, Report report, Map<String, List<String>> typed) {
        return NamesPage.doubtful(report, typed, roster(writer, pack(writer)));
    }

    /// Asks whom such names mean.
    ModelAndView names(
            Viewer writer,
            String draft,
            Map<String, List<String>> typed,
            List<NamesPage.Doubtful> doubtful) {
        var pack = pack(writer);
        return Pages.form(
                "reporting/check",
                NamesPage.of(
                        draft,
                        keeps.issue(writer, draft, clock.instant()),
                        typed,
                        doubtful,
                        roster(writer, pack),
                        Urgent.of(pack, typed.getOrDefault("about", List.of()))));
    }

    private ReportPage page(
            Viewer writer, String draft, Form form, @Nullable String saved, boolean interrupted) {
        var pack = pack(writer);
        return new ReportPage(
                form,
                draft,
                keeps.issue(writer, draft, clock.instant()),
                ReportForm.about(pack),
                roster(writer, pack).suggestions(),
                Urgent.of(pack, form.all("about")),
                saved,
                interrupted,
                ReportForm.old(form, writer.today()),
                ReportForm.kind(form, pack).orElse(null));
    }

    /// That it was received, with whom to ring as the school calls them.
    ModelAndView received(Viewer writer, Receipt receipt) {
        return Pages.of(
                "reporting/received",
                ReceiptPage.of(
                        receipt,
                        pack(writer),
                        contact -> numbers.filled(writer.school(), List.of(contact)).getFirst()));
    }

    Pack pack(Viewer writer) {
        return editions.running(writer.school()).pack();
    }

    private Namebook roster(Viewer writer, Pack pack) {
        return new Namebook(people.directory(writer.school()), pack.vocabulary(), writer.today());
    }

    Viewer viewer(SignedIn who) {
        return new Viewer(who.schoolId(), who.personId(), SchoolTime.day(clock.instant()));
    }
}
