// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.Map;

/// Checks what a schema cannot: that every key leads somewhere, and that the parts agree.
final class References {

    private final Map<Section, Yaml.Mapping> tree;
    private final Known known;
    private final Faults faults;

    private References(Map<Section, Yaml.Mapping> tree, Faults faults) {
        this.tree = tree;
        this.faults = faults;
        this.known = new Known(tree, faults);
    }

    static void check(Map<Section, Yaml.Mapping> tree, Faults faults) {
        var references = new References(tree, faults);
        references.checkCitations();
        references.checkHeader();
        references.checkRoles();
        references.checkCategories();
        references.checkMarks();
        var clauses = new ClauseCheck(references.known, references.section(Section.INTERVALS));
        clauses.headings(references.section(Section.SECTIONS));
        clauses.clauses(references.section(Section.CLAUSES));
        clauses.controls(references.section(Section.CONTROLS));
        new RoutingCheck(references.section(Section.ROUTING), references.known).run();
        new KindCheck(
                        references.known,
                        references.section(Section.ROLES),
                        references.section(Section.ROUTING))
                .run(references.section(Section.KINDS));
        new TableCheck(references.known, references.section(Section.MARKS))
                .run(references.section(Section.DECISIONS));
        new GridCheck(references.known).run(references.section(Section.RESPONSES));
        references.section(Section.PLAYBOOKS).children().forEach(references::checkPlaybook);
        references
                .section(Section.AGREEMENTS)
                .children()
                .values()
                .forEach(references::checkAgreement);
        references.section(Section.TRAINING).children().values().forEach(references::checkCourse);
    }

    private Yaml.Mapping section(Section section) {
        return tree.getOrDefault(section, Yaml.Mapping.empty(Place.start("pack.yaml")));
    }

    /// Wherever anything in a pack cites clauses or law, the key must be there.
    private void checkCitations() {
        tree.values().forEach(this::checkCitations);
    }

    private void checkCitations(Yaml yaml) {
        switch (yaml) {
            case Yaml.Mapping mapping -> {
                known.check(Known.Kind.CLAUSE, mapping.scalars("clauses"));
                known.check(Known.Kind.CLAUSE, mapping.scalars("quotes"));
                known.check(Known.Kind.LAW, mapping.scalars("law"));
                var byColumn = mapping.mapping("clauses-by-column");
                byColumn.entries()
                        .keySet()
                        .forEach(c -> known.check(Known.Kind.CLAUSE, byColumn.scalars(c)));
                mapping.entries().values().forEach(entry -> checkCitations(entry.value()));
            }
            case Yaml.Sequence sequence -> sequence.items().forEach(this::checkCitations);
            case Yaml.Scalar _ -> {}
        }
    }

    private void checkPlaybook(String key, Yaml.Mapping playbook) {
        PlaybookReader.read(key, playbook, section(Section.INTERVALS), faults);
        for (var step : playbook.mapping("steps").children().values()) {
            known.check(Known.Kind.ROLE, step.scalars("owners"));
            known.check(Known.Kind.CONTACT, step.scalars("contact"));
            for (var need : step.mapping("needs").children().values()) {
                known.check(Known.Kind.ROLE, need.scalars("posts"));
            }
        }
    }

    private void checkAgreement(Yaml.Mapping agreement) {
        known.check(Known.Kind.GROUP, agreement.scalars("signed-by"));
        checkAsked(agreement, "Nobody is asked to agree to this.");
    }

    private void checkCourse(Yaml.Mapping course) {
        known.check(Known.Kind.INTERVAL, course.scalars("within"));
        checkAsked(course, "Nobody needs this training.");
    }

    private void checkAsked(Yaml.Mapping part, String nobody) {
        known.check(Known.Kind.GROUP, part.scalars("for"));
        known.check(Known.Kind.ROLE, part.scalars("posts"));
        known.check(Known.Kind.INTERVAL, part.scalars("again"));
        if (!part.has("for") && !part.has("posts")) {
            faults.add(
                    part.place(),
                    nobody,
                    "Say in for which groups, or in posts which roles, are asked.");
        }
    }

    private void checkHeader() {
        var header = section(Section.PACK);
        known.check(Known.Kind.ROLE, header.scalars("ask"));
    }

    private void checkRoles() {
        section(Section.ROLES)
                .children()
                .forEach((key, role) -> {
                    known.check(Known.Kind.GROUP, role.scalars("groups"));
                    checkAdministratorReadsNothing(key, role);
                });
    }

    private void checkAdministratorReadsNothing(String key, Yaml.Mapping role) {
        var can = role.texts("capabilities");
        boolean reads =
                can.stream()
                        .flatMap(each -> Capability.of(each).stream())
                        .anyMatch(Capability::readsCases);
        if (can.contains(Capability.ADMINISTER.key()) && reads) {
            faults.add(
                    role.placeOf("capabilities"),
                    "The role %s could both run the system and read cases.".formatted(key),
                    "Take administer away, and make it a role of its own.");
        }
    }

    private void checkCategories() {
        section(Section.CATEGORIES)
                .mapping("categories")
                .children()
                .values()
                .forEach(category -> {
                    known.check(Known.Kind.GROUP, category.scalars("groups"));
                    known.check(Known.Kind.RISK, category.scalars("risks"));
                });
    }

    private void checkMarks() {
        section(Section.MARKS)
                .children()
                .values()
                .forEach(mark -> known.checkCondition(mark.text("when"), mark.placeOf("when")));
    }
}
