// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import school.lanyard.signals.detect.Alert.Kind;

/// The web log of a school day, in Squid's format: 300 pupils, 45 staff, and devices that nobody is
/// signed in at. The same seed gives the same day.
public final class SchoolDay {

    private static final int PUPILS = 300;
    private static final int STAFF = 45;
    private static final int DEVICES = 60;
    private static final int SITES = 30_000;
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    private final RandomGenerator random;
    private final LocalDate day;
    private final int lines;
    private final List<Planted> planted = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private final byte[] buffer = new byte[1 << 12];

    public SchoolDay(long seed, LocalDate day, int lines) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.day = day;
        this.lines = lines;
    }

    /// Writes the log, and says what was planted in it.
    public List<Planted> write(OutputStream out) throws IOException {
        long start = at(LocalTime.of(8, 20));
        long end = at(LocalTime.of(15, 40));
        night(out);
        int events = Searches.PLANTED.size() * 2 + 30;
        int next = 0;
        for (int i = 0; i < lines; i++) {
            long now = start + (end - start) * i / Math.max(1, lines);
            if ((long) next * lines / events <= i && next < events) {
                plant(next++, now, out);
            }
            ordinary(now, out);
        }
        return List.copyOf(planted);
    }

    private long at(LocalTime time) {
        return day.atTime(time).atZone(ZONE).toInstant().toEpochMilli();
    }

    /// Each planted thing happens to somebody of their own, so that nothing hides behind another.
    private void plant(int number, long now, OutputStream out) throws IOException {
        int searches = Searches.PLANTED.size();
        boolean pooled = number % 5 == 4;
        int who = pooled ? PUPILS + STAFF + number / 5 : (number * 7 + 3) % PUPILS;
        if (number < 2 * searches) {
            var term = Searches.PLANTED.get(number % searches);
            search(who, now, term, number, out);
            found(Kind.SEARCH, who, term);
        } else if (number % 3 == 0) {
            blocked(who, now, number, out);
            found(Kind.BLOCKED_REPEATEDLY, who, "");
        } else {
            bypass(who, now, number % 3 == 1, out);
        }
    }

    private void bypass(int who, long now, boolean reached, OutputStream out) throws IOException {
        var site = reached ? "www.torproject.org" : "proxy.croxyproxy.com";
        write(
                who,
                now,
                reached ? "TCP_TUNNEL/200" : "TCP_DENIED/403",
                "CONNECT",
                site + ":443",
                out);
        found(Kind.BYPASS, who, site);
    }

    private void blocked(int who, long now, int number, OutputStream out) throws IOException {
        for (int i = 0; i < 8; i++) {
            var url = "http://blocked%d.invalid-%d.example/".formatted(i, number);
            write(who, now + 30_000L * i, "TCP_DENIED/403", "GET", url, out);
        }
    }

    private void search(int who, long now, String term, int number, OutputStream out)
            throws IOException {
        var typed = term.replace(" ", number % 2 == 0 ? "+" : "%20").replace("&", "%26");
        var url =
                switch (number % 4) {
                    case 0 -> "https://www.google.co.uk/search?hl=en&q=" + typed + "&safe=active";
                    case 1 -> "https://www.bing.com/search?q=" + typed + "&form=QBLH";
                    case 2 -> "https://www.youtube.com/results?search_query=" + typed;
                    default -> "https://duckduckgo.com/?q=" + typed + "&ia=web";
                };
        write(who, now, "TCP_MISS/200", "GET", url, out);
    }

    /// Somebody who sits up with a school device.
    private void night(OutputStream out) throws IOException {
        long two = at(LocalTime.of(2, 0));
        for (int who : new int[] {17, 230}) {
            for (int i = 0; i < 60; i++) {
                var url = "https://site%d.example/page/%d".formatted(site(), i);
                write(who, two + 40_000L * i, "TCP_MISS/200", "GET", url, out);
            }
            found(Kind.NIGHT, who, "");
        }
    }

    private void found(Kind kind, int who, String about) {
        planted.add(new Planted(kind, user(who), address(who), about));
    }

    private void ordinary(long now, OutputStream out) throws IOException {
        int who = random.nextInt(PUPILS + STAFF + DEVICES);
        int dice = random.nextInt(1000);
        if (dice < 8) {
            var term = Searches.HARMLESS.get(random.nextInt(Searches.HARMLESS.size()));
            search(who, now, term, random.nextInt(4), out);
        } else if (dice < 18) {
            // Parts of pages: few different ones for each person.
            var url =
                    "http://ads%d.tracker.example/pixel?id=%d"
                            .formatted((who + dice % 3) % 97, dice);
            write(who, now, "TCP_DENIED/403", "GET", url, out);
        } else if (dice < 500) {
            write(who, now, "TCP_TUNNEL/200", "CONNECT", "site" + site() + ".example:443", out);
        } else {
            page(who, now, out);
        }
    }

    private void page(int who, long now, OutputStream out) throws IOException {
        var url =
                "https://www.site%d.example/%s/%d/image-%d.jpg?v=%d"
                        .formatted(
                                site(),
                                "assets/content",
                                random.nextInt(1000),
                                random.nextInt(100_000),
                                random.nextInt(10));
        write(
                who,
                now,
                random.nextInt(4) == 0 ? "TCP_MEM_HIT/200" : "TCP_MISS/200",
                "GET",
                url,
                out);
    }

    /// A few sites have most of the traffic.
    private int site() {
        double skewed = Math.pow(SITES, random.nextDouble());
        return (int) skewed;
    }

    private static String user(int who) {
        return who < PUPILS
                ? "p%03d".formatted(who)
                : who < PUPILS + STAFF ? "s%03d".formatted(who) : "-";
    }

    private static String address(int who) {
        return "10.20.%d.%d".formatted(who / 200, who % 200 + 10);
    }

    private void write(int who, long at, String result, String method, String url, OutputStream out)
            throws IOException {
        line.setLength(0);
        line.append(at / 1000).append('.');
        int millis = (int) (at % 1000);
        line.append((char) ('0' + millis / 100))
                .append((char) ('0' + millis / 10 % 10))
                .append((char) ('0' + millis % 10));
        var elapsed = Integer.toString(random.nextInt(2000));
        line.repeat(' ', 7 - elapsed.length()).append(elapsed);
        line.append(' ').append(address(who)).append(' ').append(result);
        line.append(' ')
                .append(300 + random.nextInt(90_000))
                .append(' ')
                .append(method)
                .append(' ')
                .append(url);
        line.append(' ').append(user(who));
        line.append(
                result.startsWith("TCP_DENIED")
                        ? " HIER_NONE/- text/html\n"
                        : " HIER_DIRECT/192.0.2.7 image/jpeg\n");
        send(out);
    }

    private void send(OutputStream out) throws IOException {
        if (line.length() > buffer.length) {
            out.write(line.toString().getBytes(StandardCharsets.UTF_8));
            return;
        }
        for (int i = 0; i < line.length(); i++) {
            buffer[i] = (byte) line.charAt(i);
        }
        out.write(buffer, 0, line.length());
    }
}
