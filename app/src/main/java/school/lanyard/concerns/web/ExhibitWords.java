// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.util.List;
import java.util.Locale;
import school.lanyard.concerns.CaseExhibits;
import school.lanyard.concerns.Exhibit;
import school.lanyard.concerns.Happening;
import school.lanyard.concerns.Incident;
import school.lanyard.concerns.IncidentEvent.ExhibitDisposalAsked;
import school.lanyard.concerns.IncidentEvent.ExhibitDisposalDecided;
import school.lanyard.concerns.IncidentEvent.ExhibitKept;
import school.lanyard.concerns.IncidentEvent.ImageViewed;
import school.lanyard.exhibits.FileKind;
import school.lanyard.web.Times;

/// The words for the files of an incident, the same on its page, in the chronology and on paper.
final class ExhibitWords {

    private ExhibitWords() {}

    static Words.Line line(Happening happening, Incident incident) {
        return switch (happening.event()) {
            case ExhibitKept kept -> kept(happening, kept);
            case ExhibitDisposalAsked(var exhibit, var police, var reason) ->
                    Words.plain(
                            happening,
                            "Asked of a second person: dispose of " + name(incident, exhibit),
                            police.isBlank() ? "" : "Police reference: " + police,
                            reason);
            case ExhibitDisposalDecided(var exhibit, var agreed, var reason) ->
                    agreed
                            ? Words.strong(
                                    happening, "Disposed of: " + name(incident, exhibit), reason)
                            : Words.plain(
                                    happening,
                                    "Not agreed: dispose of " + name(incident, exhibit),
                                    reason);
            case ImageViewed(var at, var where, var present, var reason) ->
                    new Words.Line(
                            happening,
                            "An image was looked at, in exceptional circumstances",
                            at,
                            List.of(
                                    "Where: " + where,
                                    "Also in the room: " + present,
                                    "Why nothing else would do: " + reason),
                            true);
            default -> throw new IllegalArgumentException("not about a file");
        };
    }

    private static Words.Line kept(Happening happening, ExhibitKept kept) {
        return Words.plain(
                happening,
                "Evidence added: " + kept.name(),
                kept.shows(),
                kind(kept)
                        + ", "
                        + size(kept.bytes())
                        + ". Made or sent: "
                        + dated(kept)
                        + ". Received: "
                        + Times.day(kept.received())
                        + ". Given by: "
                        + kept.from()
                        + ".",
                "SHA-256: " + kept.sha256());
    }

    private static String name(Incident incident, String exhibit) {
        return Exhibit.of(incident, exhibit).map(each -> each.kept().name()).orElse("a file");
    }

    static String kind(ExhibitKept kept) {
        return FileKind.of(kept.kind()).map(FileKind::label).orElse("File");
    }

    static String dated(ExhibitKept kept) {
        return kept.dated() == null ? "Not known" : Times.day(kept.dated());
    }

    static String size(long bytes) {
        if (bytes < 1_000) {
            return bytes + (bytes == 1 ? " byte" : " bytes");
        }
        return bytes < 1_000_000
                ? bytes / 1_000 + " KB"
                : String.format(Locale.UK, "%.1f MB", bytes / 1_000_000.0);
    }

    static String how(CaseExhibits.How how) {
        return switch (how) {
            case SMALL -> "Looked at a small picture";
            case CLEAN_COPY -> "Took a copy without hidden details";
            case ORIGINAL -> "Took the original";
        };
    }
}
