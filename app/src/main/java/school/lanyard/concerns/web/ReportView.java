// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import school.lanyard.concerns.Concern;
import school.lanyard.concerns.Concerns;
import school.lanyard.concerns.Origin;
import school.lanyard.concerns.Report;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.pack.ReportKind;
import school.lanyard.people.Directory;
import school.lanyard.web.Link;
import school.lanyard.web.SummaryRow;
import school.lanyard.web.Times;

/// A report as its handler reads it: what was written, untouched, and the facts around it.
///
/// @param facts the short answers; `what` and `childsWords` are shown whole
/// @param answer how a handler answered it without an incident; nothing where nobody did
/// @param more where else there is something about it
public record ReportView(
        String reference,
        String what,
        String childsWords,
        List<SummaryRow> facts,
        List<SummaryRow> answer,
        List<Link> more) {

    static ReportView of(Concerns.Opened concern, Pack pack, Directory directory) {
        var report = concern.report();
        return new ReportView(
                concern.row().reference(),
                report.what(),
                report.childsWords(),
                List.of(
                        SummaryRow.of("Kind of report", kind(report, pack)),
                        SummaryRow.of("About", about(report, pack)),
                        SummaryRow.of("People named", people(report, directory)),
                        SummaryRow.of("At risk now", risk(report)),
                        SummaryRow.of("When it happened", when(report)),
                        SummaryRow.of("Written", Times.dayAndTime(report.writtenAt())),
                        SummaryRow.of("Where", where(report)),
                        SummaryRow.of("System or device", orDash(report.system())),
                        SummaryRow.of("Reported by", reporter(concern, directory))),
                Optional.ofNullable(concern.concern().answered())
                        .map(answered -> answer(answered, directory))
                        .orElse(List.of()),
                more(concern, pack));
    }

    private static String reporter(Concerns.Opened concern, Directory directory) {
        var origin = concern.report().origin();
        return origin == null
                ? directory.name(concern.row().reporter())
                : sender(origin)
                        + (origin.who().isEmpty() ? "" : ", by the name of " + origin.who())
                        + (origin.contact().isEmpty()
                                ? ""
                                : ". To be reached at: " + origin.contact());
    }

    private static String sender(Origin origin) {
        return switch (origin.way()) {
            case OPEN_FORM -> "Somebody who used the open form";
            case ANONYMOUS -> "Somebody who keeps their name to themselves";
            case CLASS_TABLET -> "A child, on the class tablet";
        };
    }

    private static List<Link> more(Concerns.Opened concern, Pack pack) {
        var address = "/concerns/" + concern.row().reference();
        return Stream.concat(
                        asksFor(concern.report().kind(), pack, address),
                        ofOrigin(concern.report().origin(), address).stream())
                .toList();
    }

    private static Stream<Link> asksFor(@Nullable String key, Pack pack, String address) {
        var kind = key == null ? null : pack.kinds().get(key);
        return kind != null && kind.hasClock()
                ? Stream.of(Link.to(address + "/notice", "What this kind of report asks for"))
                : Stream.empty();
    }

    private static List<Link> ofOrigin(@Nullable Origin origin, String address) {
        return switch (origin == null ? Origin.Way.OPEN_FORM : origin.way()) {
            case OPEN_FORM -> List.of();
            case ANONYMOUS -> List.of(Link.to(address + "/messages", "Messages with the reporter"));
            case CLASS_TABLET -> List.of(Link.to(address + "/taps", "What was tapped, and when"));
        };
    }

    private static List<SummaryRow> answer(Concern.Answered answered, Directory directory) {
        var answer = answered.answer();
        return List.of(
                SummaryRow.of(
                        "Answered",
                        Times.dayAndTime(answered.at()) + " by " + directory.name(answered.by())),
                SummaryRow.of("What was decided, and why", answer.decision()),
                SummaryRow.of("Who was told", answer.told()),
                SummaryRow.of(
                        answer.reporterTold()
                                ? "What the reporter was told"
                                : "Why the reporter was not told",
                        answer.feedback()));
    }

    private static String kind(Report report, Pack pack) {
        var key = report.kind();
        return key == null
                ? "Concern"
                : Optional.ofNullable(pack.kinds().get(key)).map(ReportKind::label).orElse(key);
    }

    private static String about(Report report, Pack pack) {
        return pack.routing().routes().stream()
                .filter(route -> report.about().contains(route.key()))
                .map(route -> route.label())
                .reduce((one, other) -> one + "; " + other)
                .orElse("–");
    }

    private static String people(Report report, Directory directory) {
        return report.people().stream()
                .map(named ->
                        named.person() == null
                                ? named.name() + " (not on the roster)"
                                : directory.name(named.person()))
                .reduce((one, other) -> one + ", " + other)
                .orElse("Nobody");
    }

    private static String risk(Report report) {
        return report.atRiskNow()
                ? "Yes" + (report.riskNow().isBlank() ? "" : ": " + report.riskNow())
                : "No";
    }

    private static String when(Report report) {
        var day = Times.day(report.happenedOn());
        if (report.happenedAt() != null) {
            return day + " at " + Times.time(report.happenedAt());
        }
        return report.happenedAbout().isBlank() ? day : day + ", " + report.happenedAbout();
    }

    private static String where(Report report) {
        var place =
                switch (report.place()) {
                    case ON_SITE -> "At school";
                    case OFF_SITE -> "Away from school";
                    case UNKNOWN -> "Not known";
                };
        return report.where().isBlank() ? place : place + ": " + report.where();
    }

    private static String orDash(String text) {
        return text.isBlank() ? "–" : text;
    }
}
