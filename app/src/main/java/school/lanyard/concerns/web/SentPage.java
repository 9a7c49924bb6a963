// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.util.List;
import school.lanyard.concerns.Drafts;
import school.lanyard.concerns.store.ConcernRows;
import school.lanyard.web.Card;
import school.lanyard.web.Row;
import school.lanyard.web.Times;

/// What somebody has reported, by reference and time and nothing else, and what they have not sent.
public record SentPage(List<ConcernRows.Sent> sent, List<Drafts.Unsent> unsent) {

    public List<Card> cards() {
        return unsent(unsent);
    }

    public List<Row> rows() {
        return sent.stream()
                .map(each -> Row.of(each.reference(), Times.dayAndTime(each.receivedAt())))
                .toList();
    }

    /// Drafts as a home page lists them: when they were saved, and nothing of what they say.
    public static List<Card> unsent(List<Drafts.Unsent> drafts) {
        return drafts.stream()
                .map(draft ->
                        Card.of(
                                "/concerns/drafts/" + draft.id(),
                                "Concern you have not sent",
                                "Last saved on " + Times.dayAndTime(draft.savedAt())))
                .toList();
    }
}
