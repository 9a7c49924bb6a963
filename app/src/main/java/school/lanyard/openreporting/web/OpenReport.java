// SPDX-License-Identifier: Apache-2.0
package school.lanyard.openreporting.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import school.lanyard.concerns.Origin;
import school.lanyard.concerns.Report;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Pack;
import school.lanyard.people.Directory;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;

/// Reads a report out of an open form. It asks for little and refuses less: only an empty or
/// endless report comes back.
final class OpenReport {

    static final int LONGEST = 20_000;

    /// Chosen where it is about how an adult of the school behaves or how the school is run.
    static final String WRONGDOING = "wrongdoing";

    /// The base pack's key for it.
    private static final String WHISTLEBLOWING = "whistleblowing";

    private static final Set<String> FIELDS =
            Set.of(
                    "what", "words", "who", "about", "matter", "when", "where", "risk", "name",
                    "contact");
    private static final int LONGEST_LINE = 500;
    private static final int MOST_VALUES = 20;
    private static final Pattern BETWEEN_NAMES = Pattern.compile("[,;/\n]|\\b(?:and|or)\\b|&");

    private final Form form;
    private final Pack pack;

    OpenReport(Form form, Pack pack) {
        this.form = form;
        this.pack = pack;
    }

    /// The routes for matters about somebody in particular, as the policy words them.
    static List<Choice> about(Pack pack) {
        return pack.routing().routes().stream()
                .filter(route -> !route.isForAnythingElse())
                .map(route -> Choice.of(route.key(), route.label()))
                .toList();
    }

    /// What was said in it, without what carries it.
    static Map<String, List<String>> said(Form form) {
        var said = new LinkedHashMap<String, List<String>>();
        FIELDS.forEach(name -> said.put(name, form.all(name).stream().limit(MOST_VALUES).toList()));
        return said;
    }

    /// The report, where nothing is wrong with it.
    Optional<Report> read(Directory directory, Origin.Way way, Instant now) {
        var what = what();
        var words = narrative("words", "What the child said");
        var who = line("who", "Who it is about");
        var about = ticked();
        if (form.text("matter").equals(WRONGDOING) && about.isEmpty()) {
            form.reject("about", "Choose whom it is about, so that it does not go to them");
        }
        var when = line("when", "When it was");
        var where = line("where", "Where it was");
        var name = line("name", "Your name");
        var contact = line("contact", "How to reach you");
        var risk = form.text("risk").equals("yes");
        return form.refused()
                ? Optional.empty()
                : Optional.of(
                        new Report(
                                about,
                                named(who, directory),
                                what,
                                words,
                                SchoolTime.day(now),
                                null,
                                when.isEmpty() ? "not said" : "“" + when + "”",
                                Report.Place.UNKNOWN,
                                where,
                                "",
                                risk,
                                "",
                                now,
                                new Origin(way, name, contact),
                                kind()));
    }

    /// As the pack calls it, where it does.
    private @Nullable String kind() {
        return form.text("matter").equals(WRONGDOING) && pack.kinds().containsKey(WHISTLEBLOWING)
                ? WHISTLEBLOWING
                : null;
    }

    private String what() {
        form.required("what", "Say what you saw, heard or read");
        return narrative("what", "What you saw, heard or read");
    }

    private String narrative(String name, String label) {
        var text = form.text(name).replace("\r\n", "\n").replace('\r', '\n');
        int over = text.codePointCount(0, text.length()) - LONGEST;
        if (over > 0) {
            form.reject(
                    name,
                    "%s is %,d characters too long. Send the first part now, then the rest"
                            .formatted(label, over));
        }
        return text;
    }

    private String line(String name, String label) {
        return form.atMost(name, LONGEST_LINE, label);
    }

    private List<String> ticked() {
        var offered = about(pack).stream().map(Choice::value).toList();
        return form.all("about").stream().filter(offered::contains).distinct().toList();
    }

    /// Every name in a line of free text, for one that was left off could read what is said of
    /// them. One that is exactly one person's on the roster is that person, so that it does not go
    /// to them; any other is closed to whomever it may mean.
    private static List<Report.Named> named(String who, Directory directory) {
        var known = new HashMap<String, Optional<String>>();
        directory
                .everybody()
                .forEach(each ->
                        known.merge(
                                key(each.name()),
                                Optional.of(each.id()),
                                (_, _) -> Optional.empty()));
        return Arrays.stream(BETWEEN_NAMES.split(who, -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .map(name ->
                        new Report.Named(
                                known.getOrDefault(key(name), Optional.empty()).orElse(null), name))
                .toList();
    }

    private static String key(String name) {
        return name.strip().toLowerCase(java.util.Locale.UK);
    }
}
