// SPDX-License-Identifier: Apache-2.0
package gallery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import school.lanyard.web.Card;
import school.lanyard.web.Column;
import school.lanyard.web.Deadline;
import school.lanyard.web.Link;
import school.lanyard.web.Moment;
import school.lanyard.web.Paging;
import school.lanyard.web.Row;
import school.lanyard.web.SummaryRow;
import school.lanyard.web.Task;
import school.lanyard.web.Text;
import school.lanyard.web.Tone;

/// What the display components show: ordinary words, very long ones, or nothing at all.
public record ContentPage(String words, boolean empty) {

    static final Instant NOW = Instant.parse("2026-11-18T14:05:00Z");

    public static ContentPage ordinary() {
        return new ContentPage("A message on a school tablet", false);
    }

    public static ContentPage longest() {
        return new ContentPage(
                "Averyveryverylongwordwithoutanyspaceinit".repeat(6) + " and <b>markup</b> & more",
                false);
    }

    public static ContentPage nothing() {
        return new ContentPage("", true);
    }

    public Deadline late() {
        return in(Duration.ofDays(-3));
    }

    public Deadline soon() {
        return in(Duration.ofHours(2));
    }

    public Deadline later() {
        return in(Duration.ofDays(9));
    }

    private static Deadline in(Duration wait) {
        return new Deadline(NOW.plus(wait), NOW);
    }

    public List<SummaryRow> summary() {
        return List.of(
                SummaryRow.of("What happened", words, Link.to("/gallery/form", "Change")),
                SummaryRow.of("Where", "Year 2 classroom", Link.to("/gallery/form", "Change")),
                SummaryRow.of("Said by the child", null),
                SummaryRow.of("Policy", Link.to("/gallery/policy", "Clause 14")));
    }

    public List<SummaryRow> readers() {
        return List.of(
                SummaryRow.of("Sam Example", "Designated safeguarding lead"),
                SummaryRow.of("Ashley Sample", "Deputy, while the lead is away"));
    }

    public List<Column> columns() {
        return List.of(
                Column.of("Reference"),
                Column.of("Received"),
                Column.of("State"),
                Column.numeric("Days open"));
    }

    public List<Row> rows() {
        return empty
                ? List.of()
                : List.of(
                        Row.of(
                                Link.to("/gallery/content", "K7QM-2F"),
                                "16 November 2026",
                                "New",
                                2),
                        Row.of(Link.to("/gallery/long", "P3XA-9D"), words, "With the police", 114));
    }

    public List<Task> tasks() {
        return empty
                ? List.of()
                : List.of(
                        Task.of("Read the concern", "/gallery/content", "Completed", null),
                        Task.of("Tell the parents", "/gallery/form", "To do", Tone.BLUE)
                                .hint(words),
                        Task.of("Check the device", null, "Barred", Tone.RED)
                                .hint("The police have not yet said that you may."));
    }

    public List<Moment> moments() {
        return empty
                ? List.of()
                : List.of(
                        moment(-50, "Concern received", "Robin Example").body(Text.of(words)),
                        moment(-49, "Suspected illegal content: police called", "Sam Example")
                                .emphasised()
                                .body(Text.of("Device put away, switched off and not opened.")),
                        moment(-2, "Parents told", null));
    }

    private static Moment moment(int hours, String title, @Nullable String by) {
        return Moment.of(NOW.plus(Duration.ofHours(hours)), title, by);
    }

    public List<Card> cards() {
        return empty
                ? List.of()
                : List.of(
                        Card.of("/gallery/content", "K7QM-2F", words),
                        Card.of("/gallery/long", "P3XA-9D", "Year 1, contact, received yesterday"),
                        Card.of("/gallery/form", "R8ZT-4C", null));
    }

    public Paging paging() {
        return Paging.of(5, empty ? 0 : 230, 20, "/gallery/content?state=open");
    }
}
