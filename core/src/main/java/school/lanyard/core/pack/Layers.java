// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.List;

/// A pack being edited: its own files, what its base says, the two joined, and what is wrong.
///
/// @param below what the base says, by section; empty without one
/// @param joined what the pack says over it, by section, as far as it can be read; each part knows
///   its file, which begins with the folder of the pack that it stands in
public record Layers(PackFiles files, Yaml.Mapping below, Yaml.Mapping joined, Loaded loaded) {

    public Yaml.Mapping section(Section section) {
        return joined.mapping(section.key());
    }

    public Yaml.Mapping below(Section section) {
        return below.mapping(section.key());
    }

    /// Whether something stands in the pack's own files.
    public boolean isOwn(Place place) {
        return place.file().startsWith(files.folder() + "/");
    }

    public List<Fault> faults() {
        return loaded instanceof Loaded.Broken(_, var faults) ? faults : List.of();
    }
}
