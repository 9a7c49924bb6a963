// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// One pack's files, read and checked for shape, before it is joined with its base.
record Draft(Place place, Map<Section, Yaml.Mapping> sections, boolean whole) {

    /// Reads every file; `whole` is false when one could not be read, so references are not judged.
    static Draft read(PackFiles files, Schemas schemas, Faults faults) {
        var place = Place.start(files.named("pack.yaml"));
        var sections = new EnumMap<Section, Yaml.Mapping>(Section.class);
        boolean whole = true;
        for (var file : files.texts().entrySet()) {
            var named = files.named(file.getKey());
            var section = Section.of(file.getKey());
            if (section.isEmpty()) {
                faults.add(
                        Place.start(named),
                        "No part of a pack has this file's name.",
                        "Rename it (lower case, ending in .yaml; see docs/pack-format.md) or move it"
                                + " out of the pack.");
                continue;
            }
            var content = YamlReader.read(named, file.getValue(), faults);
            whole &= content.isPresent();
            content.ifPresent(tree -> {
                if (!Adaptation.is(section.get(), tree)) {
                    schemas.check(section.get(), tree, faults);
                }
                add(sections, section.get(), Section.nameOf(file.getKey()), tree, faults);
            });
        }
        if (!files.texts().containsKey("pack.yaml")) {
            faults.add(
                    place,
                    "The file pack.yaml is missing.",
                    "Add it, with at least key, label, edition, kind and ask.");
        }
        return new Draft(place, sections, whole);
    }

    private static void add(
            Map<Section, Yaml.Mapping> sections,
            Section section,
            String name,
            Yaml.Mapping tree,
            Faults faults) {
        var entries = new LinkedHashMap<String, Yaml.Entry>();
        var before = sections.get(section);
        if (before != null) {
            entries.putAll(before.entries());
        }
        if (section.isFolder()) {
            entries.put(name, new Yaml.Entry(tree.place(), tree));
        } else {
            tree.entries().forEach((key, entry) -> addOnce(entries, key, entry, faults));
        }
        sections.put(section, new Yaml.Mapping(tree.place(), entries));
    }

    private static void addOnce(
            Map<String, Yaml.Entry> entries, String key, Yaml.Entry entry, Faults faults) {
        var earlier = entries.putIfAbsent(key, entry);
        if (earlier != null) {
            var first = earlier.place();
            faults.add(
                    entry.place(),
                    "The key %s is already in %s, line %d."
                            .formatted(key, first.file(), first.line()),
                    "Keep one of the two.");
        }
    }

    Yaml.Mapping section(Section section) {
        return sections.getOrDefault(section, Yaml.Mapping.empty(place));
    }

    Yaml.Mapping header() {
        return section(Section.PACK);
    }

    /// The header is this pack's own, but for the note that it may leave to its base.
    private Yaml.Mapping header(Yaml.Mapping below) {
        var note = below.entries().get("proportionality");
        var entries = new LinkedHashMap<>(header().entries());
        if (note != null) {
            entries.putIfAbsent("proportionality", note);
        }
        return new Yaml.Mapping(header().place(), entries);
    }

    /// This pack's sections over those of the pack it extends.
    Map<Section, Yaml.Mapping> over(
            Map<Section, Yaml.Mapping> base, Schemas schemas, Faults faults) {
        var joined = new EnumMap<Section, Yaml.Mapping>(Section.class);
        for (var section : Section.values()) {
            var below = base.getOrDefault(section, Yaml.Mapping.empty(place));
            joined.put(
                    section,
                    switch (section) {
                        case PACK -> header(below);
                        case DECISIONS, RESPONSES, AGREEMENTS ->
                                Trees.replacing(below, section(section));
                        case PLAYBOOKS -> Adaptation.over(below, section(section), schemas, faults);
                        default -> Trees.over(below, section(section));
                    });
        }
        return joined;
    }
}
