// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.log;

/// Tries the format of the line before first, and then the others.
final class AnyParser implements LogParser {

    private final LogParser[] parsers;
    private int last;

    AnyParser(boolean syslog) {
        parsers =
                syslog
                        ? new LogParser[] {
                            new SquidParser(),
                            new E2guardianParser(),
                            new CefParser(),
                            new SyslogParser(new AnyParser(false))
                        }
                        : new LogParser[] {
                            new SquidParser(), new E2guardianParser(), new CefParser()
                        };
    }

    @Override
    public boolean parse(byte[] bytes, int from, int to, LogLine line) {
        if (parsers[last].parse(bytes, from, to, line)) {
            return true;
        }
        for (int i = 0; i < parsers.length; i++) {
            if (i != last && parsers[i].parse(bytes, from, to, line)) {
                last = i;
                return true;
            }
        }
        return false;
    }
}
