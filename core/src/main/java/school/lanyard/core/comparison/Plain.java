// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.comparison;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import school.lanyard.core.calendar.WorkingDays;
import school.lanyard.core.decision.Answer;
import school.lanyard.core.decision.Mark;
import school.lanyard.core.pack.Cadence;
import school.lanyard.core.pack.Capability;
import school.lanyard.core.pack.ClauseKind;

/// The words for what packs write as keys.
public final class Plain {

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private Plain() {}

    /// "September 2025" for 2025-09 and "1 September 2025" for 2025-09-01; what is no date is its
    /// own word.
    public static String date(String name) {
        try {
            return switch (name.length()) {
                case 7 -> MONTH.format(YearMonth.parse(name));
                case 10 -> DAY.format(LocalDate.parse(name));
                default -> name;
            };
        } catch (DateTimeException noDate) {
            return name;
        }
    }

    /// Such as "1 year", "2 hours" or "1 working day".
    public static String length(TemporalAmount length) {
        return switch (length) {
            case Period period -> period(period);
            case Duration duration -> duration(duration);
            case WorkingDays(int days) -> days + " working day" + (days == 1 ? "" : "s");
            default -> length.toString();
        };
    }

    private static String period(Period period) {
        if (period.isZero()) {
            return "no time at all";
        }
        var parts = new ArrayList<String>();
        count(parts, period.getYears(), "year");
        count(parts, period.getMonths(), "month");
        int days = period.getDays();
        if (days % 7 == 0) {
            count(parts, days / 7, "week");
        } else {
            count(parts, days, "day");
        }
        return String.join(", ", parts);
    }

    private static String duration(Duration duration) {
        if (duration.isZero()) {
            return "no time at all";
        }
        var parts = new ArrayList<String>();
        count(parts, duration.toHours(), "hour");
        count(parts, duration.toMinutesPart(), "minute");
        return parts.isEmpty() ? "less than a minute" : String.join(", ", parts);
    }

    private static void count(List<String> parts, long number, String unit) {
        if (number != 0) {
            parts.add(number + " " + unit + (number == 1 ? "" : "s"));
        }
    }

    /// How often, as one says it.
    public static String cadence(Cadence cadence) {
        return switch (cadence) {
            case NONE -> "Not a repeated task";
            case CONTINUOUS -> "All the time";
            case ON_EVENT -> "Whenever it comes up";
            case IMMEDIATE -> "At once";
            case WITHIN_72H -> "Within 72 hours";
            case AT_INDUCTION -> "At induction";
            case TERMLY -> "Every term";
            case ANNUAL -> "Every year";
            case EVERY_2_YEARS -> "Every two years";
            case REGULAR -> "Regularly";
        };
    }

    /// What sort of promise, as one says it.
    public static String kind(ClauseKind kind) {
        return switch (kind) {
            case WORKFLOW -> "Something that is dealt with step by step";
            case DECISION -> "What somebody may do";
            case SCHEDULE -> "Something done again and again";
            case RECORD -> "Something written down";
            case REGISTER -> "A list that is kept";
            case ATTESTATION -> "Something signed or agreed to";
            case PUBLISH -> "Something published";
            case CONTROL -> "Something that the system enforces";
            case PEOPLE -> "Who does what";
            case REPORT -> "Something reported";
        };
    }

    /// What holders of a post may do, as one says it.
    public static String capability(Capability capability) {
        return switch (capability) {
            case REPORT_CONCERNS -> "report concerns";
            case HANDLE_CASES -> "handle concerns";
            case RECORD_VIEWINGS -> "record that an image was looked at";
            case APPROVE_ACCESS -> "agree to who reads cases";
            case ADMINISTER -> "run the system";
            case APPOINT_PEOPLE -> "appoint people to posts";
            case ISSUE_REPORTS -> "write the governors’ report";
            case READ_GOVERNOR_REPORTS -> "read the governors’ reports";
            case READ_LEADER_ANNEX -> "read of concerns about leaders";
            case READ_ACCESS_LOG -> "see who read what";
            case BREAK_GLASS -> "open a case in an emergency";
            case EDIT_POLICY -> "draft the policy";
            case APPROVE_POLICY -> "record that the policy is approved";
            case SIGN_POLICY -> "sign the policy";
        };
    }

    static String mark(Mark mark) {
        var condition = mark.condition();
        return condition == null
                ? mark.label()
                : mark.label()
                        + ": "
                        + condition.says()
                        + ", otherwise "
                        + answer(mark.otherwise());
    }

    private static String answer(Answer answer) {
        return answer.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
