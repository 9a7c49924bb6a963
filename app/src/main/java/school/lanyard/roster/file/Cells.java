// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.file;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What people and programs write into cells, as what it means.
final class Cells {

    /// Control characters, marks that turn the direction of a text, and spaces without width.
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u200B\\u202A-\\u202E\\u2060\\u2066-\\u2069\\uFEFF]");

    private static final Pattern AS_FORMULA = Pattern.compile("=\"([^\"]*)\"");
    private static final Pattern YEAR =
            Pattern.compile("(?:year|yr|y|nc ?year|grade)? ?0?(\\d{1,2})");
    private static final int LAST_YEAR = 13;

    private Cells() {}

    /// Without spaces round it, what a spreadsheet puts before a number to keep its noughts, and
    /// marks that nobody sees.
    static String tidy(String cell) {
        var text =
                UNSEEN.matcher(cell)
                        .replaceAll("")
                        .replace('\u00A0', ' ')
                        .replace("\u200B", "")
                        .strip();
        var kept = AS_FORMULA.matcher(text);
        if (kept.matches()) {
            return kept.group(1).strip();
        }
        return text.startsWith("'") && text.length() > 1 && "=+-@".indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
    }

    /// Whether a spreadsheet would run it.
    static boolean formula(String cell) {
        return !cell.isEmpty() && "=+@".indexOf(cell.charAt(0)) >= 0;
    }

    static Optional<Boolean> yes(String cell) {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "y", "yes", "true", "t", "1" -> Optional.of(true);
            case "n", "no", "false", "f", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /// The key of a year group; absent for what is none of an English school.
    static @Nullable String year(String cell) {
        var text = cell.toLowerCase(Locale.ROOT).strip();
        return switch (text) {
            case "r", "yr", "rec", "reception", "year r", "kg", "foundation" -> "reception";
            case "n", "n1", "n2", "e1", "e2", "nursery", "pk", "pre-k", "prekindergarten" ->
                    "nursery";
            default -> numbered(text);
        };
    }

    private static @Nullable String numbered(String text) {
        var found = YEAR.matcher(text);
        if (!found.matches()) {
            return null;
        }
        int number = Integer.parseInt(found.group(1));
        return number == 0 ? "reception" : number <= LAST_YEAR ? "year-" + number : null;
    }

    /// The key of a group, from what programs call people.
    static Optional<String> group(String cell) {
        var text = cell.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return switch (text) {
            case "student",
                    "students",
                    "pupil",
                    "pupils",
                    "learner",
                    "learners",
                    "child",
                    "children" ->
                    Optional.of(LEARNER);
            case "parent",
                    "parents",
                    "guardian",
                    "guardians",
                    "carer",
                    "carers",
                    "parentorcarer",
                    "parentcarer",
                    "contact",
                    "contacts",
                    "relative",
                    "mother",
                    "father",
                    "stepparent",
                    "grandparent",
                    "fosterparent",
                    "fostercarer" ->
                    Optional.of(PARENT);
            case "governor", "governors", "trustee" -> Optional.of("governor");
            case "volunteer", "volunteers" -> Optional.of("volunteer");
            // To a policy, whoever comes in to deliver or repair something is a visitor.
            case "visitor",
                    "visitors",
                    "guest",
                    "supplier",
                    "suppliers",
                    "contractor",
                    "contractors",
                    "vendor" ->
                    Optional.of("visitor");
            case "communityuser", "communityusers", "community", "memberofthecommunity" ->
                    Optional.of("community-user");
            case "staff",
                    "memberofstaff",
                    "employee",
                    "teacher",
                    "teachers",
                    "educator",
                    "faculty",
                    "professor",
                    "lecturer",
                    "instructor",
                    "aide",
                    "teachingassistant",
                    "ta",
                    "teacherassistant",
                    "assistant",
                    "paraprofessional",
                    "support",
                    "supportstaff",
                    "officestaff",
                    "admin",
                    "administrator",
                    "districtadministrator",
                    "siteadministrator",
                    "systemadministrator",
                    "itadmin",
                    "principal",
                    "headteacher",
                    "head",
                    "counselor",
                    "counsellor",
                    "advisor",
                    "nurse",
                    "proctor",
                    "coach",
                    "substitute",
                    "supply",
                    "specialservices" ->
                    Optional.of(STAFF);
            default -> Optional.empty();
        };
    }

    static final String LEARNER = "learner";
    static final String PARENT = "parent";
    static final String STAFF = "staff";
}
