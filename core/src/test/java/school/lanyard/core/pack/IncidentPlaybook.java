// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import school.lanyard.core.playbook.Playbook;

/// The incident flowchart as it stands in the pack, and as a school might change it.
public final class IncidentPlaybook {
    private static final Path FILE =
            Path.of("..", "packs", "boughton-leigh", "playbooks", "incident.yaml");

    private IncidentPlaybook() {}

    public static Playbook asShipped() {
        return read(text());
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
        var faults = new Faults();
        var book =
                YamlReader.read("playbooks/incident.yaml", text, faults)
                        .flatMap(tree -> PlaybookReader.read("incident", tree, faults));
        assertThat(faults.list()).isEmpty();
        return book.orElseThrow();
    }
}
