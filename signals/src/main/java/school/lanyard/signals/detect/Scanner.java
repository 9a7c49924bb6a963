// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.detect;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import school.lanyard.signals.address.HostReader;
import school.lanyard.signals.detect.Found.What;
import school.lanyard.signals.detect.PhraseMatcher.Match;
import school.lanyard.signals.filter.index.Lookup;
import school.lanyard.signals.log.Bytes;
import school.lanyard.signals.log.LogFormat;
import school.lanyard.signals.log.LogLine;
import school.lanyard.signals.log.LogParser;

/// Looks at every line of a chunk and keeps the few that may need a person. One for each thread; it
/// remembers hosts, and nothing about people.
final class Scanner {

    private static final int MOST_HOSTS = 1 << 17;
    private static final int SAMPLES = 10;
    private static final byte DULL = 1;
    private static final byte INTERESTING = 2;
    private static final byte NEVER = 3;

    private final SiteFacts facts;
    private final PhraseMatcher phrases;
    private final Night night;
    private final LogParser parser;
    private final LogLine line = new LogLine();
    private final Lookup lookup = new Lookup();
    private final HostReader host = new HostReader();
    private final ByteTable hosts = new ByteTable(MOST_HOSTS);
    private @Nullable Site[] sites = new Site[1 << 12];
    private byte[] flags = new byte[1 << 12];

    Scanner(SiteFacts facts, PhraseMatcher phrases, Settings settings, LogFormat format) {
        this.facts = facts;
        this.phrases = phrases;
        this.night = new Night(settings);
        this.parser = format.parser();
    }

    /// `bytes[0, length)` holds whole lines and is padded.
    void scan(byte[] bytes, int length, Found found) {
        found.start(bytes);
        int from = 0;
        while (from < length) {
            int end = Bytes.lineEnd(bytes, from, length);
            if (end > from) {
                found.lines++;
                line(bytes, from, end, found);
            }
            from = end + 1;
        }
    }

    private void line(byte[] bytes, int from, int end, Found found) {
        if (!parser.parse(bytes, from, end, line)) {
            found.malformed++;
            if (found.samples.size() < SAMPLES) {
                found.samples.add(Shown.text(bytes, from, end, 200));
            }
            return;
        }
        var url = line.urlBytes();
        int start = hostStart(url, line.urlFrom(), line.urlTo());
        int hostEnd = Bytes.find(url, start, line.urlTo(), '/');
        int number = number(url, start, hostEnd);
        if (flags[number] == NEVER) {
            return;
        }
        found.pooled += line.isPooled() ? 1 : 0;
        found.encrypted += hostEnd == line.urlTo() ? 1 : 0;
        if (flags[number] == INTERESTING || line.denied()) {
            interesting(site(number), hostEnd, found);
        }
        if (night.includes(line.at()) && !line.isPooled()) {
            found.add(What.NIGHT, line, site(number), "", null);
        }
    }

    private static int hostStart(byte[] url, int from, int to) {
        if (to - from > 8 && url[from] == 'h') {
            int colon = url[from + 4] == ':' ? from + 4 : from + 5;
            boolean slashes = url[colon] == ':' && url[colon + 1] == '/' && url[colon + 2] == '/';
            return slashes ? colon + 3 : from;
        }
        return schemeEnd(url, from, to);
    }

    /// `ftp://` and the like are rare.
    private static int schemeEnd(byte[] url, int from, int to) {
        int colon = Bytes.find(url, from, to, ':');
        boolean slashes = colon + 2 < to && url[colon + 1] == '/' && url[colon + 2] == '/';
        return slashes ? colon + 3 : from;
    }

    /// The number of a host, of which everything is known from now on.
    private int number(byte[] url, int from, int to) {
        if (hosts.isFull()) {
            hosts.clear();
            Arrays.fill(flags, (byte) 0);
        }
        int number = hosts.number(url, from, to);
        if (number >= sites.length) {
            sites = Arrays.copyOf(sites, 2 * sites.length);
            flags = Arrays.copyOf(flags, sites.length);
        }
        if (flags[number] == 0) {
            var site = facts.of(lookup, host, url, from, to);
            sites[number] = site;
            flags[number] = site.never() ? NEVER : site.isDull() ? DULL : INTERESTING;
        }
        return number;
    }

    private Site site(int number) {
        return Objects.requireNonNull(sites[number]);
    }

    private void interesting(Site site, int hostEnd, Found found) {
        if (!site.routes().isEmpty() && hostEnd < line.urlTo()) {
            var term = SearchEngines.term(site.routes(), line.urlBytes(), hostEnd, line.urlTo());
            var match = term == null ? null : weigh(term);
            if (term != null && match != null) {
                found.add(What.SEARCH, line, site, Shown.printable(term), match);
            }
        }
        if (line.denied()) {
            found.add(What.BLOCKED, line, site, "", null);
        } else if (site.bypass() || site.watched() != null) {
            found.add(What.VISIT, line, site, "", null);
        }
    }

    private @Nullable Match weigh(String term) {
        return phrases.weigh(term).orElse(null);
    }
}
