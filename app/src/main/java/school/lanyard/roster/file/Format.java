// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.file;

/// The kinds of file that are read.
public enum Format {
    CSV("A spreadsheet saved as CSV"),
    ONE_ROSTER("OneRoster 1.1 or 1.2 CSV"),
    SDS("School Data Sync 2.1 CSV"),
    CTF("Common Transfer File");

    private final String label;

    Format(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
