// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.testing.House.NINE;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import school.lanyard.core.ledger.Verdict;
import school.lanyard.testing.Engine;
import school.lanyard.testing.Willow;

/// What a stolen data directory shows of a report and of a draft: nothing.
class SealedReportTest {

    private static final List<Charset> WRITINGS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    private static final List<String> SECRETS =
            List.of(
                    "fizzlewump",
                    "grimblethorpe",
                    "quonkaroo",
                    "Zanzibarry",
                    "snorfleapp",
                    "Amelia",
                    "Hart",
                    "Kestrels",
                    "Robin",
                    "Fielding",
                    "Brownlow",
                    "Penhale");

    @Test
    void no_file_holds_a_word_of_it_or_a_name(@TempDir Path directory) throws IOException {
        try (var at = Reporting.open(Engine.SQLITE, directory)) {
            var teacher = at.willow().viewer(Willow.TEACHER);
            at.drafts()
                    .save(
                            teacher,
                            "11111111-1111-4111-8111-111111111111",
                            Map.of("what", List.of("a fizzlewump"), "who", List.of("Amelia Hart")),
                            NINE);
            at.receive(report(at));
            assertThat(at.ledger().verify(at.house().school())).isInstanceOf(Verdict.Whole.class);
            nothingShows(directory);
        }
        nothingShows(directory);
    }

    @Test
    void the_search_would_find_a_word_that_was_there(@TempDir Path directory) throws IOException {
        Files.write(directory.resolve("leak"), "x fizzlewump".getBytes(StandardCharsets.UTF_16LE));
        assertThat(shown(directory)).containsExactly("fizzlewump in leak");
    }

    private static Report report(Reporting at) {
        return new Report(
                List.of("anything-else"),
                List.of(
                        new Report.Named(at.willow().id(Willow.CHILD), Willow.CHILD),
                        new Report.Named(null, "Zanzibarry")),
                "She mentioned the fizzlewump twice.",
                "I saw the grimblethorpe",
                LocalDate.of(2026, 9, 14),
                null,
                "about quonkaroo time",
                Report.Place.OFF_SITE,
                "grimblethorpe road",
                "snorfleapp",
                true,
                "fizzlewump",
                NINE);
    }

    private static void nothingShows(Path directory) throws IOException {
        assertThat(shown(directory)).isEmpty();
        try (var files = Files.walk(directory)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .anyMatch(name -> name.endsWith(".db"));
        }
    }

    private static List<String> shown(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> {
                        var text = text(file);
                        return SECRETS.stream()
                                .filter(secret ->
                                        WRITINGS.stream()
                                                .anyMatch(
                                                        each -> text.contains(latin(secret, each))))
                                .map(secret -> secret + " in " + file.getFileName());
                    })
                    .toList();
        }
    }

    private static String latin(String secret, Charset writing) {
        return new String(secret.getBytes(writing), StandardCharsets.ISO_8859_1);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
