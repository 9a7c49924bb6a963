// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports.disclosure;

/// One place in a year's tables where a count stands: inside a table or on its margin.
///
/// The margins of terms have no dimension, because every table counts the same incidents.
public sealed interface Place {

    record InTerm(String dimension, String term, String category) implements Place {}

    record OfTerm(String term) implements Place {}

    record InYear(String dimension, String category) implements Place {}

    record OfYear() implements Place {}
}
