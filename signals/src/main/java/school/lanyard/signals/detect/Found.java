// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.detect;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import school.lanyard.signals.detect.PhraseMatcher.Match;
import school.lanyard.signals.log.LogLine;

/// The lines of a chunk that may need a person, in order, as places in it.
final class Found {

    /// Why a line is among them.
    enum What {
        SEARCH,
        BLOCKED,
        VISIT,
        NIGHT
    }

    private static final int PLACES = 8;
    private static final int LONGEST_SHOWN = 1000;

    private byte[] bytes = new byte[0];
    private int[] places = new int[PLACES * 64];
    private long[] times = new long[64];
    private int count;
    private final List<What> whats = new ArrayList<>();
    private final List<Site> sites = new ArrayList<>();
    private final List<String> urls = new ArrayList<>();
    private final List<String> terms = new ArrayList<>();
    private final List<@Nullable Match> matches = new ArrayList<>();
    long lines;
    long malformed;
    long pooled;
    long encrypted;
    final List<String> samples = new ArrayList<>();

    void start(byte[] chunk) {
        bytes = chunk;
        count = 0;
        lines = malformed = pooled = encrypted = 0;
        whats.clear();
        sites.clear();
        urls.clear();
        terms.clear();
        matches.clear();
        samples.clear();
    }

    void add(What what, LogLine line, Site site, String term, @Nullable Match match) {
        if (count == times.length) {
            times = Arrays.copyOf(times, 2 * count);
            places = Arrays.copyOf(places, PLACES * 2 * count);
        }
        int at = PLACES * count;
        places[at] = line.from();
        places[at + 1] = line.to();
        places[at + 2] = line.userFrom();
        places[at + 3] = line.isPooled() ? line.userFrom() : line.userTo();
        places[at + 4] = line.clientFrom();
        places[at + 5] = line.clientTo();
        places[at + 6] = line.categoryFrom();
        places[at + 7] = line.categoryTo();
        times[count++] = line.at();
        whats.add(what);
        sites.add(site);
        terms.add(term);
        matches.add(match);
        boolean shown = what != What.NIGHT;
        urls.add(
                shown
                        ? Shown.text(line.urlBytes(), line.urlFrom(), line.urlTo(), LONGEST_SHOWN)
                        : "");
    }

    int count() {
        return count;
    }

    What what(int i) {
        return whats.get(i);
    }

    long at(int i) {
        return times[i];
    }

    Site site(int i) {
        return sites.get(i);
    }

    String term(int i) {
        return terms.get(i);
    }

    @Nullable Match match(int i) {
        return matches.get(i);
    }

    String url(int i) {
        return urls.get(i);
    }

    String line(int i) {
        return Shown.text(bytes, places[PLACES * i], places[PLACES * i + 1], LONGEST_SHOWN);
    }

    /// Empty where nobody had signed in.
    String user(int i) {
        return text(PLACES * i + 2);
    }

    String address(int i) {
        return text(PLACES * i + 4);
    }

    String category(int i) {
        return text(PLACES * i + 6);
    }

    private String text(int place) {
        var text =
                new String(
                        bytes,
                        places[place],
                        places[place + 1] - places[place],
                        StandardCharsets.UTF_8);
        return Shown.printable(text);
    }
}
