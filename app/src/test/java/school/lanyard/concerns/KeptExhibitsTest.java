// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.testing.House.NINE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import school.lanyard.backup.Backup;
import school.lanyard.backup.Restore;
import school.lanyard.concerns.CaseExhibits.How;
import school.lanyard.concerns.CaseExhibits.Look;
import school.lanyard.concerns.CaseExhibits.Opening;
import school.lanyard.concerns.IncidentEvent.ExhibitDisposalAsked;
import school.lanyard.concerns.IncidentEvent.ExhibitDisposalDecided;
import school.lanyard.exhibits.Exhibits;
import school.lanyard.exhibits.FileKind;
import school.lanyard.ledger.Ledgers;
import school.lanyard.testing.Engine;
import school.lanyard.testing.House;

/// Evidence through a backup, a disposal, and the backup put back, on both databases.
@ParameterizedClass
@EnumSource(Engine.class)
class KeptExhibitsTest extends AtInfantSchool {

    private static final byte[] LETTER =
            "A letter. ".repeat(60_000).getBytes(StandardCharsets.UTF_8);
    private static final byte[] NOTE = "A note.".getBytes(StandardCharsets.UTF_8);

    @TempDir Path safe;

    @Test
    void a_backup_brings_back_what_was_kept_and_never_what_was_disposed_of() throws IOException {
        var reference = opened("dsl", school.report("anything-else", "pip"));
        var letter = keep(reference, "letter.txt", LETTER);
        var note = keep(reference, "note.txt", NOTE);
        assertThat(content(reference, letter)).isEqualTo(LETTER);
        assertThat(content(reference, note)).isEqualTo(NOTE);
        var backup = safe.resolve("backup");
        Backup.take(school.house.home().database(), backup, "test", NINE);

        record("dsl", reference, new ExhibitDisposalAsked(note, "", "The wrong child’s"));
        assertThat(record("deputy", reference, new ExhibitDisposalDecided(note, true, "")))
                .isInstanceOf(Outcome.Recorded.class);
        assertProjectionIsWhatTheLedgerSays(reference);
        assertThat(open(reference, note)).isInstanceOf(Opening.Refused.class);

        var home = school.house.home();
        var id = school.house.school();
        school.house.close();
        Restore.from(backup, home, true, NINE);
        try (var house = House.reopened(home, id)) {
            var work = CaseWork.in(house);
            var kept = exhibits(house, work.incidents());
            var granted = (Opening.Granted) open(kept, reference, letter);
            assertThat(kept.content(school.as("dsl"), granted)).contains(LETTER);
            var gone = (Opening.Granted) open(kept, reference, note);
            assertThat(kept.content(school.as("dsl"), gone)).isEmpty();
            assertThat(kept.isKept(school.as("dsl"), gone)).isFalse();
        }
    }

    private static CaseExhibits exhibits(House house, Incidents incidents) {
        return new CaseExhibits(
                house.database(),
                Ledgers.of(house.database(), house.seals()),
                incidents,
                new Exhibits(house.database(), house.seals()));
    }

    private CaseExhibits exhibits() {
        return exhibits(school.house, school.incidents);
    }

    private String keep(String reference, String name, byte[] content) {
        var sent =
                new CaseExhibits.Sent(
                        name, FileKind.TEXT.name(), null, InfantSchool.TODAY, "Her mother", "It");
        var kept =
                exhibits()
                        .keep(
                                school.as("dsl"),
                                reference,
                                sent,
                                content,
                                UUID.randomUUID().toString(),
                                NINE);
        assertThat(kept).isInstanceOf(Outcome.Recorded.class);
        return Exhibit.of(view("dsl", reference, NINE).incident()).getLast().id();
    }

    private byte[] content(String reference, String exhibit) {
        var out = new ByteArrayOutputStream();
        exhibits().write(school.as("dsl"), (Opening.Granted) open(reference, exhibit), out);
        return out.toByteArray();
    }

    private Opening open(String reference, String exhibit) {
        return open(exhibits(), reference, exhibit);
    }

    private Opening open(CaseExhibits kept, String reference, String exhibit) {
        return kept.open(
                school.as("dsl"), reference, new Look(exhibit, How.ORIGINAL, "To see"), NINE);
    }
}
