// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.file;

/// Something about a row that a person should know.
///
/// @param bars whether nothing is applied until it is mended
public record Remark(Place place, boolean bars, String words) {}
