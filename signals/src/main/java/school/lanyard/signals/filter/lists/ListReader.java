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
    private static final int LONGEST_LINE = 1 << 16;
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
        var buffer = new byte[BUFFER + LONGEST_LINE];
        int filled = in.readNBytes(buffer, 0, BUFFER);
        format = Formats.of(buffer, filled);
        boolean tooLong = false;
        while (filled > 0) {
            int start = tooLong ? afterLine(buffer, filled) : 0;
            int whole = start < 0 ? filled : lines(buffer, start, filled);
            tooLong = start < 0 || whole == 0 && filled >= LONGEST_LINE;
            if (start >= 0 && tooLong) {
                miss("a line of more than %d bytes".formatted(LONGEST_LINE));
            }
            int rest = tooLong ? 0 : filled - whole;
            System.arraycopy(buffer, whole, buffer, 0, rest);
            int more = in.read(buffer, rest, BUFFER);
            if (more < 0) {
                if (rest > 0) {
                    line(buffer, 0, rest);
                }
                break;
            }
            filled = rest + more;
        }
        return new ListReport(
                source.listing(), format, lines, taken, held, notUnderstood, samples);
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
        return start == from && from == 0 ? 0 : start;
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
