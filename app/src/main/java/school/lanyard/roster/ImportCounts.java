// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster;

/// What an import came to.
///
/// @param waiting how many leave only once a second person agrees
public record ImportCounts(int added, int changed, int unchanged, int closed, int waiting) {}
