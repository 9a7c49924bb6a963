// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports.disclosure;

/// A report that has gone out: what was printed, and the counts as they stood on that day.
///
/// The counts are kept (sealed) because later reports repeat them: a term is never restated.
public record Issue(Counts counts, Release release) {}
