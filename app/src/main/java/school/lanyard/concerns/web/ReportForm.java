// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import school.lanyard.concerns.Report;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.pack.ReportKind;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;

/// Reads a report out of the form, or says beside each answer what is wrong with it.
final class ReportForm {

    static final int LONGEST = 20_000;
    static final int MOST_NAMES = 10;

    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TIME = 60;
    private static final int OLD_YEARS = 2;
    private static final LocalDate BEFORE_ANYBODY = LocalDate.of(1920, 1, 1);
    private static final Pattern ABOUT =
            Pattern.compile(
                    "(?i)(about|around|roughly|nearly|approx(imately)?\\.?|just (after|before)|c\\.|~)"
                            + "\\s*");
    private static final Pattern HAS_LETTERS = Pattern.compile(".*\\p{L}{2}.*", Pattern.DOTALL);

    static final List<Choice> YES_OR_NO = List.of(Choice.of("yes", "Yes"), Choice.of("no", "No"));

    static final List<Choice> PLACES =
            List.of(
                    Choice.of("ON_SITE", "At school"),
                    Choice.of("OFF_SITE", "Somewhere else"),
                    Choice.of("UNKNOWN", "Not sure"));

    private final Form form;
    private final Pack pack;
    private final Namebook roster;

    ReportForm(Form form, Pack pack, Namebook roster) {
        this.form = form;
        this.pack = pack;
        this.roster = roster;
    }

    /// What it is about, as the pack routes it; what is commonest, and routed last, comes first.
    static List<Choice> about(Pack pack) {
        return pack.routing().routes().reversed().stream()
                .map(route -> Choice.of(route.key(), route.label()))
                .toList();
    }

    /// The report, where nothing is wrong with it. Errors come in the order of the questions.
    Optional<Report> read(Instant now) {
        var risk = form.chosen("risk", YES_OR_NO, "Say whether anyone is at risk now");
        var riskWho = line("risk-who", "Who is at risk and where they are");
        var about = ticked();
        var people = people();
        var what = what();
        var words = narrative("words", "What the child said");
        var day = day(now);
        var time = time(day, now);
        var place =
                form.has("place") ? form.chosen("place", PLACES, "Choose where it happened") : "";
        var where = line("where", "The place");
        var system = line("system", "The website, app or device");
        return form.refused() || day == null
                ? Optional.empty()
                : Optional.of(
                        new Report(
                                about,
                                people,
                                what,
                                words,
                                day,
                                time.at(),
                                time.about(),
                                place.isEmpty()
                                        ? Report.Place.UNKNOWN
                                        : Report.Place.valueOf(place),
                                where,
                                system,
                                risk.equals("yes"),
                                risk.equals("yes") ? riskWho : "",
                                now,
                                null,
                                kind(form, pack).map(ReportKind::key).orElse(null)));
    }

    /// The kind of report that a form is for; none for an ordinary concern.
    static Optional<ReportKind> kind(Form form, Pack pack) {
        return Optional.ofNullable(pack.kinds().get(form.text("kind")));
    }

    private List<String> ticked() {
        var offered = about(pack).stream().map(Choice::value).toList();
        var ticked = form.all("about").stream().filter(offered::contains).distinct().toList();
        if (ticked.isEmpty()) {
            form.reject("about", "Choose who or what it is about");
        }
        return ticked;
    }

    private List<Report.Named> people() {
        var typed =
                form.all("who").stream()
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList();
        if (typed.size() > MOST_NAMES) {
            form.reject(
                    "who",
                    "Give at most %d names. Put the others under what you saw or heard"
                            .formatted(MOST_NAMES));
        }
        if (typed.stream().anyMatch(name -> name.length() > LONGEST_NAME)) {
            form.reject("who", "Each name must be %d characters or fewer".formatted(LONGEST_NAME));
        }
        return typed.stream().map(roster::named).toList();
    }

    private String what() {
        form.required("what", "Say what you saw or heard");
        return narrative("what", "What you saw or heard");
    }

    private String narrative(String name, String label) {
        var text = form.text(name);
        int over = text.codePointCount(0, text.length()) - LONGEST;
        if (over > 0) {
            form.reject(
                    name,
                    "%s is %,d characters too long. Send the first part now and report the rest as another concern"
                            .formatted(label, over));
        }
        return text;
    }

    private String line(String name, String label) {
        return form.atMost(name, LONGEST_LINE, label);
    }

    private @Nullable LocalDate day(Instant now) {
        var day = form.date("when", "When it happened");
        if (day == null) {
            return null;
        }
        var today = SchoolTime.day(now);
        if (day.isAfter(today)) {
            form.reject("when", "When it happened must be today or in the past");
        } else if (day.isBefore(BEFORE_ANYBODY)) {
            form.reject("when", "When it happened must have the right year");
        } else if (old(day, today) && !form.has("when-old")) {
            form.reject(
                    "when",
                    "That is more than %d years ago. Check the year. If it is right, tick “The date is right”"
                            .formatted(OLD_YEARS));
        }
        return day;
    }

    /// Whether the date typed is so long ago that it may be a slip.
    static boolean old(Form form, LocalDate today) {
        var day = Form.of(dateOnly(form)).date("when", "");
        return day != null && old(day, today) && !day.isBefore(BEFORE_ANYBODY);
    }

    private static boolean old(LocalDate day, LocalDate today) {
        return day.isBefore(today.minusYears(OLD_YEARS));
    }

    private static Map<String, List<String>> dateOnly(Form form) {
        return Map.of(
                "when-day", form.all("when-day"),
                "when-month", form.all("when-month"),
                "when-year", form.all("when-year"));
    }

    private record When(@Nullable LocalTime at, String about) {}

    /// An exact time, one that is nearly known, or words such as "after lunch".
    private When time(@Nullable LocalDate day, Instant now) {
        var typed = form.text("when-time");
        if (typed.isEmpty()) {
            return new When(null, "");
        }
        var exact = clock(typed);
        if (exact != null) {
            if (day != null && day.atTime(exact).atZone(SchoolTime.ZONE).toInstant().isAfter(now)) {
                form.reject("when-time", "The time must be in the past");
            }
            return new When(exact, "");
        }
        if (typed.length() > LONGEST_TIME || !HAS_LETTERS.matcher(typed).matches()) {
            form.reject("when-time", "Give a time like 2:30pm, about 2pm or after lunch");
        }
        return new When(clock(ABOUT.matcher(typed).replaceFirst("")), typed);
    }

    private static @Nullable LocalTime clock(String typed) {
        return Form.of(Map.of("x-time", List.of(typed))).time("x", "");
    }
}
