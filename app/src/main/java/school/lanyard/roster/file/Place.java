// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.file;

/// Where in what was sent something stands.
///
/// @param file the name of a file in a zip; empty for a file by itself
/// @param line counted from one; for a file that is no table, the how manieth person
public record Place(String file, long line) {

    public String words() {
        return file.isEmpty() ? "Row " + line : file + ", row " + line;
    }
}
