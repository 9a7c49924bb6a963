// SPDX-License-Identifier: Apache-2.0
package school.lanyard.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import school.lanyard.core.pack.Control;
import school.lanyard.database.Database;
import school.lanyard.evidence.Asked;
import school.lanyard.evidence.ControlCheck;
import school.lanyard.evidence.Finding;
import school.lanyard.sealing.store.SealedRows;

/// Looks at a sample of what every table holds sealed. What was sealed is longer than any empty
/// text would be, and reads as no text at all.
@Component
class SealedRecordsCheck implements ControlCheck {

    /// What AES-GCM adds to an empty content: a nonce and a tag.
    private static final int SHORTEST = 28;

    private final Database database;

    SealedRecordsCheck(Database database) {
        this.database = database;
    }

    @Override
    public Control control() {
        return Control.SEALED_RECORDS;
    }

    @Override
    public Finding look(Asked asked) {
        var wrong =
                database.read(sql ->
                        new SealedRows(sql, asked.school())
                                .sample()
                                .anyMatch(SealedRecordsCheck::isClear));
        return wrong
                ? Finding.failed("Something that should be sealed is stored in clear text.")
                : Finding.passed("Everything that was sampled from the records was sealed.");
    }

    /// Text, or too short to have been sealed. That sealed bytes happen to be text is less likely
    /// than one in a million.
    static boolean isClear(byte[] stored) {
        if (stored.length < SHORTEST) {
            return true;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(stored));
            return true;
        } catch (CharacterCodingException sealed) {
            return false;
        }
    }
}
