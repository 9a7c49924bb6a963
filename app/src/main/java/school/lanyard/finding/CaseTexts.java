// SPDX-License-Identifier: Apache-2.0
package school.lanyard.finding;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import school.lanyard.finding.words.Texts;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Recorded;

/// Which entries of the ledger hold text of a case that can be searched, and what it says.
@Component
class CaseTexts {

    /// What everybody who may read the case may read.
    static final List<String> OF_CASES =
            List.of("concern.", "incident.", "conversation.", "notice.", "tablet.", "retention.");

    /// What only its writer finds.
    static final String OF_ITS_WRITER = "private-note.added";

    private final Ledger ledger;
    private final List<TextBeside> beside;

    CaseTexts(Ledger ledger, ObjectProvider<TextBeside> beside) {
        this.ledger = ledger;
        this.beside = beside.stream().toList();
    }

    /// The beginnings of the actions of every such entry.
    List<String> actions() {
        return Stream.of(
                        OF_CASES.stream(),
                        Stream.of(OF_ITS_WRITER),
                        beside.stream().map(TextBeside::action))
                .flatMap(each -> each)
                .toList();
    }

    /// What an entry adds to what is found by everybody who may read the case.
    List<String> of(String school, String caseId, Recorded entry) {
        var content = entry.content();
        if (content == null) {
            return List.of();
        }
        if (OF_CASES.stream().anyMatch(entry.action()::startsWith)) {
            return Texts.of(content);
        }
        return beside.stream()
                .filter(each -> each.action().equals(entry.action()))
                .flatMap(each -> each.of(school, caseId).stream())
                .toList();
    }

    /// What an entry adds to what its writer alone finds.
    static Optional<String> ofItsWriter(Recorded entry) {
        return entry.action().equals(OF_ITS_WRITER)
                ? Optional.ofNullable(entry.content())
                : Optional.empty();
    }

    /// Every text of a case that somebody may read who has passed the door.
    Stream<String> of(String school, String caseId, String reader) {
        return ledger.about(school, caseId, "").stream()
                .flatMap(entry ->
                        Stream.concat(
                                of(school, caseId, entry).stream(),
                                ofItsWriter(entry).stream()
                                        .filter(_ -> entry.actor().id().equals(reader))));
    }
}
