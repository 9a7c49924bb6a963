// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import school.lanyard.concerns.Report;
import school.lanyard.concerns.Urgent;

/// Asked before a concern is sent that names somebody whom the school does not know by that name.
/// Each name can be put right or left as it is; everything else typed goes along unseen.
///
/// @param rest what was typed in every other field
/// @param doubtful the names that are asked about
/// @param people whom the boxes suggest
public record NamesPage(
        String draft,
        String keep,
        List<Typing> rest,
        List<Doubtful> doubtful,
        List<String> people,
        boolean atRiskNow,
        Urgent urgent) {

    /// The field that holds the names that were asked about already.
    static final String KEPT = "who-kept";

    /// One value of one field.
    public record Typing(String field, String value) {}

    /// A name as typed.
    ///
    /// @param several whether it is the name of more than one person
    public record Doubtful(String name, boolean several) {

        public String question() {
            return several
                    ? "More than one person has this name. Choose the right one from the list."
                    : "We do not know this name. Is it spelt as in the register?";
        }
    }

    /// The names in a report that mean nobody, and that its writer has not been asked about.
    static List<Doubtful> doubtful(
            Report report, Map<String, List<String>> typed, Namebook roster) {
        var asked = typed.getOrDefault(KEPT, List.of());
        return report.people().stream()
                .filter(named -> named.person() == null && !asked.contains(named.name()))
                .map(named -> new Doubtful(named.name(), roster.isSeveral(named.name())))
                .toList();
    }

    static NamesPage of(
            String draft,
            String keep,
            Map<String, List<String>> typed,
            List<Doubtful> doubtful,
            Namebook roster,
            Urgent urgent) {
        return new NamesPage(
                draft,
                keep,
                rest(typed, doubtful),
                doubtful,
                roster.suggestions(),
                typed.getOrDefault("risk", List.of()).contains("yes"),
                urgent);
    }

    /// What was typed, but for the names that the page shows in boxes of their own.
    private static List<Typing> rest(Map<String, List<String>> typed, List<Doubtful> doubtful) {
        var shown = doubtful.stream().map(Doubtful::name).toList();
        var rest = new ArrayList<Typing>();
        typed.forEach((field, values) ->
                values.stream()
                        .filter(value -> !field.equals("who") || !shown.contains(value.strip()))
                        .forEach(value -> rest.add(new Typing(field, value))));
        return rest;
    }

    public String action() {
        return "/concerns/drafts/" + draft;
    }

    public String title() {
        return doubtful.size() == 1 ? "Check a name" : "Check " + doubtful.size() + " names";
    }
}
