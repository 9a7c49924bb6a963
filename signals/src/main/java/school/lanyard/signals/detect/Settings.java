// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.detect;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import school.lanyard.signals.detect.Alert.Severity;

/// What a school can tune of the detectors.
///
/// `never` are the names that are never attributed or alerted about: the helplines, and Lanyard's
/// own pages. `bypass` and `harmless` are categories; `watched` says how soon a visit to a category
/// needs a person.
public record Settings(
        ZoneId zone,
        Set<String> never,
        Set<String> bypass,
        Set<String> harmless,
        Map<String, Severity> watched,
        int blockedSites,
        Duration blockedWithin,
        int nightRequests,
        LocalTime nightFrom,
        LocalTime nightTo,
        Duration silence) {

    public Settings {
        never = Set.copyOf(never);
        bypass = Set.copyOf(bypass);
        harmless = Set.copyOf(harmless);
        watched = Map.copyOf(watched);
    }

    /// What comes with Lanyard, for a school's zone and its names that are never looked at.
    public static Settings standard(ZoneId zone, Set<String> never) {
        var values = new TreeMap<String, String>();
        for (var line : DataFile.lines("detection.properties")) {
            int equals = line.indexOf('=');
            values.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
        }
        var watched = new TreeMap<String, Severity>();
        for (var severity : Severity.values()) {
            words(values, "watched." + severity)
                    .forEach(category -> watched.put(category, severity));
        }
        return new Settings(
                zone,
                never,
                words(values, "bypass"),
                words(values, "harmless"),
                watched,
                Integer.parseInt(values.get("blocked.sites")),
                Duration.parse(values.get("blocked.within")),
                Integer.parseInt(values.get("night.requests")),
                LocalTime.parse(values.get("night.from")),
                LocalTime.parse(values.get("night.to")),
                Duration.parse(values.get("silence")));
    }

    private static Set<String> words(Map<String, String> values, String key) {
        var words = new TreeSet<String>();
        for (var word : values.getOrDefault(key, "").split("\\s+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
