// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter.lists;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import school.lanyard.signals.filter.index.Rules;

/// Reads a list into rules, in whichever format it is.
public final class ListReader {

    private static final int BUFFER = 1 << 18;
    private static final int SAMPLES = 5;

    private final Rules rules;
    private final Source source;
    private final int listing;
    private final List<String> samples = new ArrayList<>();
    private ListFormat format = ListFormat.DOMAINS;
    private long lines;
    private long taken;
    private long held;
    private long notUnderstood;

    private ListReader(Rules rules, Source source, int listing) {
        this.rules = rules;
        this.source = source;
        this.listing = listing;
    }

    public static ListReport read(Source source, int listing, Rules rules) throws IOException {
        try (var in = Files.newInputStream(source.file())) {
            return new ListReader(rules, source, listing).read(in);
        }
    }

    private ListReport read(InputStream in) throws IOException {
        var buffer = new byte[BUFFER];
        int filled = in.readNBytes(buffer, 0, BUFFER);
        format = Formats.of(buffer, filled);
        boolean skipping = false;
        for (int more = 0; more >= 0; more = in.read(buffer, filled, BUFFER - filled)) {
            filled += more;
            int start = skipping ? afterLine(buffer, filled) : 0;
            int rest = start < 0 ? filled : lines(buffer, start, filled);
            skipping = start < 0;
            if (rest == 0 && filled == BUFFER) {
                lines++;
                miss("a line of more than %d bytes".formatted(BUFFER));
                skipping = true;
                rest = filled;
            }
            System.arraycopy(buffer, rest, buffer, 0, filled - rest);
            filled -= rest;
        }
        if (filled > 0) {
            line(buffer, 0, filled);
        }
        return new ListReport(source.listing(), format, lines, taken, held, notUnderstood, samples);
    }

    /// Reads every whole line and says where the rest starts.
    private int lines(byte[] buffer, int from, int filled) {
        int start = from;
        for (int at = from; at < filled; at++) {
            if (buffer[at] == '\n') {
                line(buffer, start, at);
                start = at + 1;
            }
        }
        return start;
    }

    private static int afterLine(byte[] buffer, int filled) {
        for (int at = 0; at < filled; at++) {
            if (buffer[at] == '\n') {
                return at + 1;
            }
        }
        return -1;
    }

    private void line(byte[] buffer, int from, int to) {
        lines++;
        int end = to > from && buffer[to - 1] == '\r' ? to - 1 : to;
        if (format.read(buffer, from, end, this::rule) == ListFormat.Read.NOT_UNDERSTOOD) {
            int shown = Math.min(end, from + 200);
            miss(new String(Arrays.copyOfRange(buffer, from, shown), StandardCharsets.UTF_8));
        }
    }

    private boolean rule(byte[] line, int from, int to) {
        switch (rules.add(line, from, to, listing, source.listing().list())) {
            case YES -> taken++;
            case HELD -> held++;
            case NOT_UNDERSTOOD -> {
                return false;
            }
        }
        return true;
    }

    private void miss(String line) {
        notUnderstood++;
        if (samples.size() < SAMPLES) {
            samples.add("line %d: %s".formatted(lines, printable(line)));
        }
    }

    /// A list may hold anything; what is shown of it must not steer a terminal.
    private static String printable(String line) {
        return line.replaceAll("\\p{C}", "?");
    }
}
