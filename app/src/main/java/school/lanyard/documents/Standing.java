// SPDX-License-Identifier: Apache-2.0
package school.lanyard.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.pack.Pack;
import school.lanyard.policy.EditionName;
import school.lanyard.web.Times;

/// What the title page says of an edition that the pack itself cannot know.
///
/// @param school whose policy it is; empty where that is not known
/// @param approval which body approved it, and when
/// @param signature who signed it, in which post, and when
public record Standing(
        String school,
        @Nullable Approval approval,
        @Nullable Signature signature,
        @Nullable LocalDate inForceFrom) {

    public record Approval(String body, LocalDate on) {}

    public record Signature(String name, String post, LocalDate on) {}

    /// One line of the title page.
    public record Line(String label, String value) {}

    /// A draft: nobody has approved it, and it is not in force.
    public static Standing draft(String school) {
        return new Standing(school, null, null, null);
    }

    /// What must be said first; empty for an edition that was approved and signed.
    public String status() {
        if (inForceFrom == null) {
            return "Draft, not approved. It is not in force.";
        }
        if (approval == null) {
            return "In force. Its approval is not recorded here.";
        }
        return signature == null ? "Approved, not yet signed." : "";
    }

    List<Line> lines(Pack pack) {
        var lines = new ArrayList<Line>();
        lines.add(new Line("Edition", EditionName.words(pack.edition())));
        lines.add(
                new Line(
                        "Approved",
                        approval == null
                                ? "Not recorded"
                                : "%s, %s".formatted(approval.body(), Times.day(approval.on()))));
        lines.add(
                new Line(
                        "Signed",
                        signature == null
                                ? "Not recorded"
                                : "%s, %s, %s"
                                        .formatted(
                                                signature.name(),
                                                signature.post(),
                                                Times.day(signature.on()))));
        lines.add(
                new Line(
                        "In force from",
                        inForceFrom == null ? "Not in force" : Times.day(inForceFrom)));
        lines.add(new Line("Next review", review(pack)));
        if (!pack.writtenAgainst().isEmpty()) {
            lines.add(new Line("Written against", pack.writtenAgainst()));
        }
        return lines;
    }

    private static String review(Pack pack) {
        return pack.nextReview().isEmpty() ? "Not set" : EditionName.words(pack.nextReview());
    }
}
