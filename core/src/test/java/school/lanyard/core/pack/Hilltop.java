// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.Map;
import java.util.TreeMap;

/// A small sound pack, for tests that break or ask it.
final class Hilltop {

    static final Map<String, String> SOUND =
            Map.ofEntries(
                    Map.entry(
                            "pack.yaml",
                            """
                            key: hilltop
                            label: Hilltop
                            edition: "1"
                            kind: school
                            ask: lead
                            """),
                    Map.entry(
                            "vocabulary.yaml",
                            """
                            groups:
                              staff: {one: adult, many: adults}
                              learner: {one: child, many: children, child: true}
                            """),
                    Map.entry(
                            "roles.yaml",
                            """
                            lead:
                              label: Lead
                              holders: one
                              groups: [staff]
                              capabilities: [handle-cases]
                            head:
                              label: Head
                              holders: one
                              groups: [staff]
                              capabilities: [report-concerns]
                            """),
                    Map.entry(
                            "contacts.yaml",
                            """
                            council: {label: Council, use-when: Always., local: true}
                            """),
                    Map.entry(
                            "routing.yaml",
                            """
                            about-lead:
                              label: About the lead
                              about-roles: [lead]
                              to: [[head]]
                              then: council
                            anything-else:
                              label: Anything else
                              to: [[lead], [head]]
                              then: council
                            """),
                    Map.entry(
                            "categories.yaml",
                            """
                            risks:
                              conduct: {label: Conduct, means: What one does.}
                            """),
                    Map.entry(
                            "facts.yaml",
                            """
                            permission: {label: Is there permission?, type: yes-no}
                            age: {label: How old?, type: number}
                            """),
                    Map.entry(
                            "marks.yaml",
                            """
                            yes: {label: Allowed, answer: allowed}
                            no: {label: Not allowed, answer: not-allowed}
                            asked: {label: If asked, answer: allowed, when: permission && age > 4, says: if asked}
                            """),
                    Map.entry(
                            "decisions/games.yaml",
                            """
                            label: Games
                            columns:
                              staff: {label: Adults, groups: [staff]}
                              learner: {label: Children, groups: [learner]}
                            rows:
                              - {row: Chess, staff: yes, learner: asked, clauses: [HT-1]}
                              - {row: Cards, staff: yes, learner: [asked, no]}
                            """),
                    Map.entry(
                            "clauses.yaml",
                            """
                            HT-1: {section: games, area: play, kind: record, who: [staff], cadence: none, says: Chess is played., evidence: [measured]}
                            HT-2:
                              section: games
                              area: play
                              kind: schedule
                              who: [lead, staff, school]
                              cadence: regular
                              interval: count
                              evidence: [self-reported]
                              says: The boards are counted.
                            """),
                    Map.entry(
                            "intervals.yaml",
                            """
                            count: {label: Counting, length: P30D, chosen-by: school, note: The policy gives none.}
                            review: {label: Review, length: P1Y, chosen-by: policy}
                            """),
                    Map.entry(
                            "sections.yaml",
                            """
                            games:
                              title: Games
                              part: Play
                              shows: ["decision:games", contacts]
                            """),
                    Map.entry(
                            "controls.yaml",
                            """
                            ledger: {clauses: [HT-2]}
                            """));

    private Hilltop() {}

    /// The small pack, with some of its files in other words.
    static Pack with(Map<String, String> texts) {
        var all = new TreeMap<>(SOUND);
        all.putAll(texts);
        return switch (Packs.in().load(new PackFiles("hilltop", all))) {
            case Loaded.Sound(var pack) -> pack;
            case Loaded.Broken(_, var faults) -> throw new AssertionError(faults);
        };
    }
}
