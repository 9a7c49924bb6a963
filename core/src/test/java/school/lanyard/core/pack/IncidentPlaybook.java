// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import school.lanyard.core.playbook.Playbook;

/// The incident flowchart as it stands in the pack, and as a school might change it.
public final class IncidentPlaybook {
    private static final Path FILE =
            Path.of("..", "packs", "boughton-leigh", "playbooks", "incident.yaml");

    static final String NAME = "playbooks/incident.yaml";
    private static final Map<String, Playbook> READ = new ConcurrentHashMap<>();

    private IncidentPlaybook() {}

    public static Playbook asShipped() {
        return read(text());
    }

    /// The one that the bases hold for schools without a playbook of their own.
    public static Playbook ofTheBases() {
        return Objects.requireNonNull(Tables.sound("england-2026").playbooks().get("incident"));
    }

    /// With another reading of one of the choices.
    public static Playbook choosing(String choice, String option) {
        var shipped =
                asShipped().choices().stream()
                        .filter(c -> c.key().equals(choice))
                        .findFirst()
                        .orElseThrow();
        var start = text().indexOf("  " + choice + ":\n", text().indexOf("\nchoices:\n"));
        var end = text().indexOf("    chosen: " + shipped.chosen(), start);
        return read(
                text().substring(0, end)
                        + text().substring(end)
                                .replaceFirst("chosen: " + shipped.chosen(), "chosen: " + option));
    }

    public static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Playbook read(String text) {
        return READ.computeIfAbsent(text, IncidentPlaybook::checked);
    }

    private static Playbook checked(String text) {
        var faults = new Faults();
        var book = read(text, faults);
        assertThat(faults.list()).isEmpty();
        return book.orElseThrow();
    }

    static Yaml.Mapping intervals() {
        return Trees.over(
                Trees.over(intervals("england-2025"), intervals("england-2026")),
                intervals("boughton-leigh"));
    }

    private static Yaml.Mapping intervals(String pack) {
        try {
            var file = Path.of("..", "packs", pack, "intervals.yaml");
            return YamlReader.read("intervals.yaml", Files.readString(file), new Faults())
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As a school, or a newer edition, might write it.
    public static Playbook rewritten(String from, String to) {
        assertThat(text()).contains(from);
        return read(text().replace(from, to));
    }

    static Optional<Playbook> read(String text, Faults faults) {
        return YamlReader.read(NAME, text, faults)
                .flatMap(tree -> PlaybookReader.read("incident", tree, intervals(), faults));
    }
}
