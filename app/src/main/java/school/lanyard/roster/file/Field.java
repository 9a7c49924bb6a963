// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.file;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a column of a spreadsheet can hold, and what its heading is usually called.
public enum Field {
    NAME(
            "Full name",
            "name",
            "full name",
            "pupil name",
            "student name",
            "staff name",
            "contact name",
            "display name",
            "legal name"),
    GIVEN(
            "Given name",
            "forename",
            "first name",
            "given name",
            "legal forename",
            "preferred forename",
            "preferred first name",
            "chosen name",
            "known as"),
    FAMILY(
            "Family name",
            "surname",
            "last name",
            "family name",
            "legal surname",
            "preferred surname",
            "preferred last name"),
    GROUP(
            "What they are: pupil, member of staff, parent …",
            "role",
            "type",
            "person type",
            "kind",
            "group",
            "user type"),
    UPN("Unique pupil number", "upn", "unique pupil number"),
    NUMBER(
            "Admission or staff number",
            "admission number",
            "adno",
            "adm no",
            "admission no",
            "pupil number",
            "student number",
            "staff code",
            "staff number",
            "employee number",
            "payroll number",
            "reference"),
    SOURCED(
            "Identifier in the management information system",
            "sourcedid",
            "mis id",
            "sis id",
            "id",
            "person id",
            "external id",
            "system id"),
    BORN("Date of birth", "dob", "date of birth", "birth date", "birthday", "born"),
    YEAR("Year group", "year", "year group", "nc year", "national curriculum year", "grade"),
    CLASS(
            "Class",
            "class",
            "reg",
            "reg group",
            "registration group",
            "registration form",
            "form",
            "tutor group",
            "class name"),
    EMAIL("Email address", "email", "email address", "e-mail", "work email", "main email"),
    LEFT_ON(
            "Leaving date",
            "leaving date",
            "date of leaving",
            "dol",
            "leaver date",
            "end date",
            "left"),
    CHILD(
            "Whose parent: the child’s number",
            "child upn",
            "pupil upn",
            "child number",
            "child id",
            "child",
            "student id",
            "childs upn",
            "linked upn"),
    RESPONSIBLE(
            "Has parental responsibility: yes or no",
            "parental responsibility",
            "responsibility",
            "pr",
            "has parental responsibility"),
    CONTACT(
            "May be contacted: yes or no",
            "may contact",
            "may be contacted",
            "contactable",
            "ok to contact",
            "can be contacted");

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // made by toList(), which nobody can change
    private final List<String> headings;

    Field(String label, String... headings) {
        this.label = label;
        this.headings = List.of(headings).stream().map(Field::plain).toList();
    }

    public String label() {
        return label;
    }

    /// What a heading most likely means; absent where nothing is like it.
    static Optional<Field> called(String heading) {
        var plain = plain(heading);
        for (var field : values()) {
            if (field.headings.contains(plain)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    private static String plain(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
