// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.detect;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import school.lanyard.signals.detect.Alert.Kind;
import school.lanyard.signals.detect.Alert.Severity;
import school.lanyard.signals.detect.Found.What;
import school.lanyard.signals.detect.Person.Seen;

/// Follows people over time, in the order of the log, and raises alerts. What is found depends on
/// the lines alone, not on how they were cut into chunks.
public final class Watch {

    private static final int IMMEDIATE = 80;
    private static final int URGENT = 50;
    private static final int MOST_PEOPLE = 50_000;
    private static final int MOST_LINES = 10;
    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;

    private final Settings settings;
    private final Night night;
    private final Consumer<Alert> out;
    private final Map<String, Person> people = new HashMap<>();

    public Watch(Settings settings, Consumer<Alert> out) {
        this.settings = settings;
        this.night = new Night(settings);
        this.out = out;
    }

    /// How many people and unattributed devices it remembers.
    int people() {
        return people.size();
    }

    void follow(Found found) {
        for (int i = 0; i < found.count(); i++) {
            var person = person(found, i);
            person.last = found.at(i);
            switch (found.what(i)) {
                case SEARCH -> search(person, found, i);
                case BLOCKED -> blocked(person, found, i);
                case VISIT -> visit(person, found, i);
                case NIGHT -> night(person, found, i);
            }
        }
    }

    /// The pool of those who did not sign in is taken apart by device.
    private Person person(Found found, int i) {
        var user = found.user(i);
        var address = found.address(i);
        var key = user.isEmpty() ? "\n" + address : user;
        var known = people.get(key);
        if (known == null) {
            forgetIdle(found.at(i));
            known = new Person(user.isEmpty() ? "-" : user, address);
            people.put(key, known);
        }
        return known;
    }

    /// A log that invents users must not fill the memory.
    private void forgetIdle(long now) {
        if (people.size() >= MOST_PEOPLE) {
            people.values().removeIf(person -> Math.abs(now - person.last) > HOUR);
            if (people.size() >= MOST_PEOPLE) {
                people.clear();
            }
        }
    }

    private void search(Person person, Found found, int i) {
        var match = Objects.requireNonNull(found.match(i));
        long at = found.at(i);
        var term = found.term(i);
        var key = "search " + term.toLowerCase(Locale.ROOT);
        var recent =
                person.searches(
                        match.theme(), new Seen(at, term, match.weight(), found.line(i)), HOUR);
        if (!person.isNews(key, at, settings.silence().toMillis())) {
            return;
        }
        var why =
                "Searched for “%s”: the phrase “%s” (%s, weight %d of 100)."
                        .formatted(term, match.phrase(), match.theme(), match.weight());
        raise(person, found, i, Kind.SEARCH, severity(match.weight()), why, List.of(found.line(i)));
        overTime(person, found, i, match.theme(), recent);
    }

    /// Several lighter searches in an hour weigh as much as one heavy one.
    private void overTime(
            Person person, Found found, int i, String theme, Collection<Seen> recent) {
        var different = recent.stream().map(Seen::what).distinct().count();
        int heaviest = recent.stream().mapToInt(Seen::weight).max().orElse(0);
        boolean heavy = heaviest >= IMMEDIATE;
        if (different < 3 || heavy || !person.isNews("theme " + theme, found.at(i), HOUR)) {
            return;
        }
        var why = "%d different searches about %s within an hour.".formatted(different, theme);
        var severity = heaviest >= URGENT ? Severity.IMMEDIATE : Severity.URGENT;
        raise(person, found, i, Kind.SEARCHES_OVER_TIME, severity, why, lines(recent));
    }

    private static Severity severity(int weight) {
        return weight >= IMMEDIATE
                ? Severity.IMMEDIATE
                : weight >= URGENT ? Severity.URGENT : Severity.NOTICE;
    }

    private void blocked(Person person, Found found, int i) {
        var site = found.site(i);
        var category = site.category().isEmpty() ? found.category(i) : site.category();
        if (site.bypass()) {
            bypass(
                    person,
                    found,
                    i,
                    "Tried to reach %s, which gets round the filter; it was blocked.",
                    Severity.NOTICE);
        }
        if (site.harmless() || settings.harmless().contains(category) || site.name().isEmpty()) {
            return;
        }
        long within = settings.blockedWithin().toMillis();
        var seen = new Seen(found.at(i), site.name(), 0, found.line(i));
        var recent = person.blocked(seen, within);
        boolean many = recent.size() >= settings.blockedSites();
        if (many
                && person.blockedSites() >= settings.blockedSites()
                && person.isNews("blocked", found.at(i), settings.silence().toMillis())) {
            var sites = recent.stream().map(Seen::what).distinct().toList();
            var why =
                    "%d different sites were blocked within %d minutes: %s."
                            .formatted(sites.size(), within / 60_000, String.join(", ", sites));
            raise(person, found, i, Kind.BLOCKED_REPEATEDLY, Severity.URGENT, why, lines(recent));
        }
    }

    private void visit(Person person, Found found, int i) {
        var site = found.site(i);
        if (site.bypass()) {
            bypass(
                    person,
                    found,
                    i,
                    "Reached %s, which gets round the filter; it was not blocked.",
                    Severity.URGENT);
        }
        var watched = site.watched();
        if (watched != null && person.isNews("watched " + site.category(), found.at(i), HOUR)) {
            var why = "Reached %s, which is listed as %s.".formatted(site.name(), site.category());
            raise(person, found, i, Kind.WATCHED_SITE, watched, why, List.of(found.line(i)));
        }
    }

    private void bypass(Person person, Found found, int i, String sentence, Severity severity) {
        var name = found.site(i).name();
        if (person.isNews("bypass " + severity + " " + name, found.at(i), DAY)) {
            raise(
                    person,
                    found,
                    i,
                    Kind.BYPASS,
                    severity,
                    sentence.formatted(name),
                    List.of(found.line(i)));
        }
    }

    private void night(Person person, Found found, int i) {
        int requests = person.inNight(night.night(found.at(i)), () -> found.line(i));
        if (requests == settings.nightRequests()) {
            var why =
                    "%d requests between %s and %s."
                            .formatted(requests, settings.nightFrom(), settings.nightTo());
            raise(person, found, i, Kind.NIGHT, Severity.NOTICE, why, person.nightLines());
        }
    }

    private void raise(
            Person person,
            Found found,
            int i,
            Kind kind,
            Severity severity,
            String why,
            List<String> lines) {
        out.accept(
                new Alert(
                        Instant.ofEpochMilli(found.at(i)),
                        person.user,
                        found.address(i),
                        kind,
                        severity,
                        why,
                        found.what(i) == What.SEARCH ? found.term(i) : "",
                        found.url(i),
                        lines));
    }

    private static List<String> lines(Collection<Seen> seen) {
        return seen.stream().skip(Math.max(0, seen.size() - MOST_LINES)).map(Seen::line).toList();
    }
}
