// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.file;

/// What a number that identifies somebody is.
public enum Scheme {
    /// The unique pupil number that a child keeps from school to school.
    UPN("Unique pupil number"),
    /// What the program that wrote the file calls somebody.
    SOURCED("Identifier in the management information system"),
    /// The school's own number: an admission number, or a number on the payroll.
    NUMBER("Admission or staff number");

    private final String label;

    Scheme(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
