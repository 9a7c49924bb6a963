// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.time.Instant;
import java.time.temporal.TemporalAmount;
import java.util.List;
import org.jspecify.annotations.Nullable;
import school.lanyard.concerns.Drafts;
import school.lanyard.concerns.store.ConcernRows;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.web.Card;
import school.lanyard.web.Link;
import school.lanyard.web.Row;
import school.lanyard.web.Times;

/// What somebody has reported, by reference, time and what they may know has become of it, and what
/// they have not sent.
///
/// @param kept how long what is not sent is kept; absent where the policy does not say
public record SentPage(
        List<ConcernRows.Sent> sent, List<Drafts.Unsent> unsent, @Nullable TemporalAmount kept) {

    private static final String DRAFT = "/concerns/drafts/";

    public List<Card> cards() {
        return unsent(unsent, kept);
    }

    public List<Row> rows() {
        return sent.stream().map(SentPage::row).toList();
    }

    /// One concern that was sent, as every list of them shows it.
    static Row row(ConcernRows.Sent sent) {
        return Row.of(
                Link.to(DRAFT + sent.draft(), sent.reference()),
                Times.dayAndTime(sent.receivedAt()),
                NewsWords.brief(sent.news()));
    }

    /// Drafts as every list shows them: when they were saved, and nothing of what they say.
    static List<Card> unsent(List<Drafts.Unsent> drafts, @Nullable TemporalAmount kept) {
        return drafts.stream()
                .map(draft ->
                        Card.of(
                                DRAFT + draft.id(),
                                "Concern you have not sent",
                                "Last saved on "
                                        + Times.dayAndTime(draft.savedAt())
                                        + (kept == null
                                                ? ""
                                                : ". Cleared on "
                                                        + Times.day(end(draft, kept))
                                                        + " if it is not sent")))
                .toList();
    }

    private static Instant end(Drafts.Unsent draft, TemporalAmount kept) {
        return SchoolTime.after(draft.savedAt(), kept);
    }
}
