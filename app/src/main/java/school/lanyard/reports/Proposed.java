// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports;

import java.util.List;
import school.lanyard.reports.disclosure.Release;

/// The tables that would be issued now.
///
/// @param replaces the report for the same period that stands now; empty if there is none
/// @param print tells these tables from any others, so that nobody issues what they have not seen
public record Proposed(
        Period period, List<Table> tables, Release release, String replaces, String print) {}
