// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.flowchart;

/// Where a case goes on from a box.
///
/// @param from the number of the box that it leaves
/// @param to the number of the box that it leads to
/// @param when the answer that it needs, in words; empty where it always follows
/// @param offered whether people may do it and nothing waits for it
public record Arrow(int from, int to, String when, boolean offered) {}
