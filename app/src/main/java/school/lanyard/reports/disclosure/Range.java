// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports.disclosure;

/// What an attacker can say about a count: it lies between these two, both included.
///
/// @param high `Long.MAX_VALUE` when nothing limits it
public record Range(long low, long high) {}
