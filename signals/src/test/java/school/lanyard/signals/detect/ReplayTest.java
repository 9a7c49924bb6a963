// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import school.lanyard.signals.demo.Planted;
import school.lanyard.signals.demo.SchoolDay;
import school.lanyard.signals.detect.Alert.Kind;
import school.lanyard.signals.detect.Alert.Severity;
import school.lanyard.signals.detect.Replay.Totals;
import school.lanyard.signals.filter.index.FilterIndex;
import school.lanyard.signals.filter.index.Held.Guarded;
import school.lanyard.signals.filter.index.IndexBuilder;
import school.lanyard.signals.filter.index.Listing;
import school.lanyard.signals.log.LogFormat;
import school.lanyard.signals.log.input.Chunks;

class ReplayTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);

    private final List<Alert> alerts = new ArrayList<>();
    private Totals totals = new Totals(0, 0, 0, 0, 0, List.of());

    private static Detection detection() {
        return new Detection(
                Settings.standard(LONDON, Set.of("www.help.example", "lanyard.oak.example")),
                PhraseSet.starter(),
                index());
    }

    private static FilterIndex index() {
        try {
            var builder = new IndexBuilder(Guarded.NONE);
            var rules = builder.rules();
            rules.add("watched.example", builder.listing(new Listing("extremism", "x")), "x");
            rules.add("tunnel.example", builder.listing(new Listing("vpn", "x")), "x");
            rules.add("pixel.example", builder.listing(new Listing("ads", "x")), "x");
            return builder.inMemory();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private void replay(byte[] log, int workers) throws IOException {
        alerts.clear();
        var chunks = new Chunks(Channels.newChannel(new ByteArrayInputStream(log)), 0);
        totals = Replay.run(chunks, LogFormat.AUTO, detection(), workers, alerts::add);
    }

    private void replay(String... lines) throws IOException {
        replay(String.join("\n", lines).getBytes(StandardCharsets.UTF_8), 1);
    }

    private static String line(int second, String user, String result, String url) {
        return "%d.000     12 10.20.0.%s %s 512 GET %s %s HIER_DIRECT/192.0.2.7 text/html"
                .formatted(
                        1_795_770_000 + second, user.equals("-") ? "99" : "11", result, url, user);
    }

    private static String search(int second, String user, String term) {
        return line(second, user, "TCP_MISS/200", "https://www.google.com/search?q=" + term);
    }

    @Nested
    class A_school_day {

        private final ByteArrayOutputStream log = new ByteArrayOutputStream();

        private List<Planted> day(long seed) throws IOException {
            log.reset();
            return new SchoolDay(seed, FRIDAY, 12_000).write(log);
        }

        private static boolean shows(Alert alert, Planted planted) {
            return alert.kind() == planted.kind()
                    && alert.user().equals(planted.user())
                    && alert.address().equals(planted.address())
                    && (alert.term().equals(planted.about())
                            || alert.url().contains(planted.about()));
        }

        @Test
        void gives_up_everything_that_was_planted_and_nothing_else() throws IOException {
            for (long seed = 0; seed < 2; seed++) {
                var planted = day(seed);
                replay(log.toByteArray(), 2);
                assertThat(planted).hasSizeGreaterThan(80);
                for (var one : planted) {
                    assertThat(alerts).as(one.toString()).anyMatch(alert -> shows(alert, one));
                }
                assertThat(alerts)
                        .allMatch(alert -> planted.stream().anyMatch(one -> shows(alert, one)));
                assertThat(totals.malformed()).isZero();
            }
        }

        @Test
        void gives_the_same_alerts_however_it_is_read() throws IOException {
            day(7);
            replay(log.toByteArray(), 1);
            var once = List.copyOf(alerts);
            replay(log.toByteArray(), 2);
            assertThat(alerts).isEqualTo(once);
            var live = new ArrayList<Alert>();
            var follower = detection().live(LogFormat.SQUID, live::add);
            var text = log.toString(StandardCharsets.UTF_8);
            for (int from = 0; from < text.length(); ) {
                int end = text.indexOf('\n', Math.min(text.length() - 1, from + 3333)) + 1;
                follower.lines(text.substring(from, end).getBytes(StandardCharsets.UTF_8));
                from = end;
            }
            assertThat(live).isEqualTo(once);
        }
    }

    @Test
    void an_alert_says_why_and_shows_the_line() throws IOException {
        var written = search(0, "p101", "painless+suicide");
        replay(written);
        assertThat(alerts)
                .containsExactly(
                        new Alert(
                                java.time.Instant.ofEpochSecond(1_795_770_000),
                                "p101",
                                "10.20.0.11",
                                Kind.SEARCH,
                                Severity.IMMEDIATE,
                                "Searched for “painless suicide”: the phrase “painless suicide”"
                                        + " (self-harm, weight 100 of 100).",
                                "painless suicide",
                                "https://www.google.com/search?q=painless+suicide",
                                List.of(written)));
        assertThat(alerts.getFirst().shape().keySet())
                .containsExactly(
                        "at", "user", "address", "kind", "severity", "why", "term", "url", "lines");
    }

    @Test
    void the_same_search_is_said_once_and_again_after_a_while() throws IOException {
        replay(
                search(0, "p101", "thinspo"),
                search(60, "p101", "thinspo"),
                search(3000, "p101", "thinspo"));
        assertThat(alerts).hasSize(2);
    }

    @Test
    void lighter_searches_add_up() throws IOException {
        replay(
                search(0, "p101", "i+hate+myself"),
                search(60, "p101", "everyone+hates+me"),
                search(600, "p101", "no+reason+to+live"));
        assertThat(alerts)
                .extracting(Alert::kind)
                .containsExactly(Kind.SEARCH, Kind.SEARCH, Kind.SEARCH, Kind.SEARCHES_OVER_TIME);
        assertThat(alerts.getLast().severity()).isEqualTo(Severity.IMMEDIATE);
        assertThat(alerts.getLast().lines()).hasSize(3);
    }

    @Test
    void many_different_sites_blocked_in_a_short_time_are_one_alert() throws IOException {
        var lines = new ArrayList<String>();
        for (int i = 0; i < 12; i++) {
            lines.add(line(20 * i, "p101", "TCP_DENIED/403", "http://site" + i + ".example/"));
        }
        replay(lines.toArray(String[]::new));
        assertThat(alerts).extracting(Alert::kind).containsExactly(Kind.BLOCKED_REPEATEDLY);
        assertThat(alerts.getFirst().lines()).hasSize(6);
    }

    @Test
    void one_site_blocked_often_or_adverts_are_not() throws IOException {
        var lines = new ArrayList<String>();
        for (int i = 0; i < 30; i++) {
            lines.add(line(i, "p101", "TCP_DENIED/403", "http://same.example/" + i));
            lines.add(line(i, "p101", "TCP_DENIED/403", "http://a" + i + ".pixel.example/"));
            lines.add(line(900 * i, "p102", "TCP_DENIED/403", "http://slow" + i + ".example/"));
        }
        replay(lines.toArray(String[]::new));
        assertThat(alerts).isEmpty();
    }

    @Test
    void the_index_says_which_sites_are_watched_and_which_get_round_the_filter()
            throws IOException {
        replay(
                line(0, "p101", "TCP_TUNNEL/200", "www.watched.example:443"),
                line(1, "p101", "TCP_TUNNEL/200", "www.watched.example:443"),
                line(2, "p101", "TCP_TUNNEL/200", "tunnel.example:443"),
                line(3, "p102", "TCP_DENIED/403", "tunnel.example:443"));
        assertThat(alerts)
                .extracting(Alert::kind)
                .containsExactly(Kind.WATCHED_SITE, Kind.BYPASS, Kind.BYPASS);
        assertThat(alerts)
                .extracting(Alert::severity)
                .containsExactly(Severity.URGENT, Severity.URGENT, Severity.NOTICE);
    }

    @Test
    void devices_without_a_user_are_kept_apart_by_address() throws IOException {
        var lines = new ArrayList<String>();
        for (int i = 0; i < 6; i++) {
            lines.add(
                    line(i, "-", "TCP_DENIED/403", "http://site" + i + ".example/")
                            .replace("10.20.0.99", "10.20.0." + i));
        }
        replay(lines.toArray(String[]::new));
        assertThat(alerts).isEmpty();
        assertThat(totals.pooled()).isEqualTo(6);
    }

    @Test
    void helplines_and_our_own_pages_are_never_looked_at() throws IOException {
        var lines = new ArrayList<String>();
        for (int i = 0; i < 60; i++) {
            lines.add(
                    line(
                            i,
                            "p101",
                            "TCP_DENIED/403",
                            "http://x" + i + ".www.help.example/how+to+kill+myself"));
            lines.add(
                    line(
                            i - 32_400,
                            "p101",
                            "TCP_MISS/200",
                            "https://WWW.Help.Example:443/search?q=kill+myself"));
            lines.add(line(i, "-", "TCP_MISS/200", "http://lanyard.oak.example/report"));
        }
        replay(lines.toArray(String[]::new));
        assertThat(alerts).isEmpty();
        assertThat(totals.pooled()).isZero();
        assertThat(totals.lines()).isEqualTo(180);
    }

    @Test
    void hostile_lines_are_counted_and_shown_without_their_sting() throws IOException {
        replay(
                "\u001b[2J\u001b]0;owned\u0007 not a line",
                search(0, "p101", "thinspo<script>alert(1)</script>%1b[31m"),
                search(1, "p1\u001b[31m", "thinspo"),
                "x".repeat(300_000));
        assertThat(totals.malformed()).isEqualTo(2);
        assertThat(totals.samples()).allMatch(sample -> sample.indexOf('\u001b') < 0);
        assertThat(alerts).hasSize(2);
        assertThat(alerts.toString()).doesNotContain("\u001b");
    }

    @Test
    void a_clock_that_jumps_back_loses_nothing_and_repeats_nothing() throws IOException {
        replay(
                search(5000, "p101", "thinspo"),
                search(4990, "p101", "thinspo"),
                search(0, "p101", "thinspo"),
                search(5001, "p102", "thinspo"));
        assertThat(alerts).extracting(Alert::user).containsExactly("p101", "p101", "p102");
    }
}
