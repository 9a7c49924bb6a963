// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import school.lanyard.core.playbook.Playbook;
import school.lanyard.core.playbook.Problem;

/// A playbook that says only what differs from its base's of the same name.
///
/// It is checked once it is whole, and may not take away what every school keeps.
final class Adaptation {

    static final String ADAPTS = "adapts";

    private Adaptation() {}

    /// Whether a file is one; its shape cannot be judged before it is joined.
    static boolean is(Section section, Yaml.Mapping file) {
        return section == Section.PLAYBOOKS && file.has(ADAPTS);
    }

    /// Playbook by playbook: one that adapts its base's is joined with it, any other replaces it.
    static Yaml.Mapping over(Yaml.Mapping base, Yaml.Mapping own, Schemas schemas, Faults faults) {
        var joined = new LinkedHashMap<>(Trees.replacing(base, own).entries());
        own.children()
                .forEach((name, file) -> {
                    if (!is(Section.PLAYBOOKS, file)) {
                        return;
                    }
                    if (base.has(name)) {
                        var whole = Trees.over(base.mapping(name), file);
                        schemas.check(Section.PLAYBOOKS, whole, faults);
                        joined.put(name, new Yaml.Entry(file.place(), whole));
                    } else {
                        joined.remove(name);
                        faults.add(
                                file.placeOf(ADAPTS),
                                "The base has no playbook %s to adapt.".formatted(name),
                                Suggestions.mend(name, base.entries().keySet()));
                    }
                });
        return new Yaml.Mapping(own.place(), joined);
    }

    /// Adds a fault for everything that must stay and that an adapted playbook loses.
    ///
    /// @param base the pack that is built on, and `joined` the two together, each whole
    static void checkLosses(Yaml.Mapping base, Yaml.Mapping joined, Faults faults) {
        joined.mapping(Section.PLAYBOOKS.key())
                .children()
                .forEach((name, file) -> {
                    if (is(Section.PLAYBOOKS, file)) {
                        for (var problem : losses(name, base, joined)) {
                            faults.add(
                                    placeOf(problem.about(), file),
                                    "In the playbook, "
                                            + problem.about()
                                            + ": "
                                            + problem.problem()
                                            + ".",
                                    "Here, " + problem.mend() + ".");
                        }
                    }
                });
    }

    private static List<Problem> losses(String name, Yaml.Mapping base, Yaml.Mapping joined) {
        return playbook(name, base)
                .flatMap(source -> playbook(name, joined).map(book -> book.losses(source)))
                .orElse(List.of());
    }

    private static Optional<Playbook> playbook(String name, Yaml.Mapping pack) {
        return PlaybookReader.untried(
                name,
                pack.mapping(Section.PLAYBOOKS.key()).mapping(name),
                pack.mapping(Section.INTERVALS.key()));
    }

    private static Place placeOf(String about, Yaml.Mapping file) {
        return List.of("steps", "bars", "tracks").stream()
                .map(file::mapping)
                .filter(part -> part.has(about))
                .map(part -> part.placeOf(about))
                .findFirst()
                .orElse(file.place());
    }
}
