// SPDX-License-Identifier: Apache-2.0
package school.lanyard.transfer;

import java.util.List;
import school.lanyard.transfer.file.Bundle;
import school.lanyard.web.Times;
import school.lanyard.web.YearGroups;

/// A child's file as it is printed for the next school.
///
/// @param head of the sending school's ledger
/// @param leftOut what is not in it
public record BundlePage(Bundle bundle, String head, List<String> leftOut) {

    public BundlePage {
        leftOut = List.copyOf(leftOut);
    }

    /// What a part of the file is called.
    public static String heading(Bundle.Case each) {
        return switch (each.kind()) {
            case "concern" -> "Concern " + each.reference();
            case "incident" -> "Incident " + each.reference();
            case "earlier" -> "Earlier record " + each.reference();
            default -> each.reference();
        };
    }

    public String year() {
        var year = bundle.child().yearGroup();
        return year == null ? "–" : YearGroups.label(year);
    }

    public String born() {
        var born = bundle.child().bornOn();
        return born == null ? "Not recorded" : Times.day(born);
    }

    /// When something happened, as far as it is known.
    public static String when(Bundle.Entry entry) {
        var day = Times.day(entry.on());
        return entry.time() == null ? day : day + " at " + Times.time(entry.time());
    }

    @Override
    public String toString() {
        return "BundlePage";
    }
}
