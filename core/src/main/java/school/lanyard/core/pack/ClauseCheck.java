// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.ArrayList;
import java.util.List;

/// Checks what clauses, headings and controls say of other parts, and that no clause is "regular"
/// without the number that the school chose.
final class ClauseCheck {

    static final String SCHOOL = "school";

    private final Known known;
    private final Yaml.Mapping intervals;

    ClauseCheck(Known known, Yaml.Mapping intervals) {
        this.known = known;
        this.intervals = intervals;
    }

    void clauses(Yaml.Mapping clauses) {
        clauses.children().forEach(this::clause);
    }

    private void clause(String id, Yaml.Mapping clause) {
        known.check(Known.Kind.HEADING, clause.scalars("section"));
        known.check(Known.Kind.INTERVAL, clause.scalars("interval"));
        clause.scalars("who").forEach(this::who);
        if (clause.text("cadence").equals(Cadence.REGULAR.key())) {
            regular(id, clause);
        }
    }

    private void who(Yaml.Scalar who) {
        var everybody = new ArrayList<>(known.keys(Known.Kind.ROLE));
        everybody.addAll(known.keys(Known.Kind.GROUP));
        everybody.add(SCHOOL);
        if (!everybody.contains(who.text())) {
            known.fault(
                    who.place(),
                    "There is no role or group %s.".formatted(who.text()),
                    Suggestions.mend(who.text(), everybody));
        }
    }

    private void regular(String id, Yaml.Mapping clause) {
        var key = clause.text("interval");
        if (key.isEmpty()) {
            known.fault(
                    clause.placeOf("cadence"),
                    "%s is regular, but no interval says how often.".formatted(id),
                    "Add a line interval: with the key of an interval that the school chose.");
        } else if (intervals.has(key)) {
            chosenBySchool(id, clause.placeOf("interval"), key);
        }
    }

    private void chosenBySchool(String id, Place place, String key) {
        var interval = intervals.mapping(key);
        if (!interval.text("chosen-by").equals(SCHOOL)) {
            known.fault(
                    place,
                    "%s is regular, but the interval %s was not chosen by the school."
                            .formatted(id, key),
                    "Name an interval with chosen-by: school, or the cadence that the policy gives.");
        } else if (interval.text("note").isEmpty()) {
            known.fault(
                    intervals.placeOf(key),
                    "The interval %s does not say why the school chose it.".formatted(key),
                    "Add a line note: which says that the policy gives no number.");
        }
    }

    void headings(Yaml.Mapping headings) {
        for (var heading : headings.children().values()) {
            heading.scalars("shows").forEach(this::shown);
        }
    }

    private void shown(Yaml.Scalar shows) {
        Heading.Shown.of(shows.text())
                .ifPresentOrElse(
                        shown -> shown(shown, shows.place()),
                        () ->
                                known.fault(
                                        shows.place(),
                                        "%s is nothing that can be shown.".formatted(shows.text()),
                                        "Use decision:KEY, response:KEY, playbook:KEY, routing,"
                                                + " contacts, roles, intervals or agreements."));
    }

    private void shown(Heading.Shown shown, Place place) {
        switch (shown.what()) {
            case DECISION -> known.check(Known.Kind.DECISION, shown.key(), place);
            case RESPONSE -> known.check(Known.Kind.RESPONSE, shown.key(), place);
            case PLAYBOOK -> known.check(Known.Kind.PLAYBOOK, shown.key(), place);
            case ROUTING, CONTACTS, ROLES, INTERVALS, AGREEMENTS -> {}
        }
    }

    void controls(Yaml.Mapping controls) {
        List<String> real = Control.keys();
        controls.entries()
                .forEach((key, entry) -> {
                    if (!real.contains(key)) {
                        known.fault(
                                entry.place(),
                                "The program has no control %s.".formatted(key),
                                Suggestions.mend(key, real));
                    }
                });
    }
}
