// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.log;

import java.util.function.Supplier;

/// The formats that web logs come in.
public enum LogFormat {
    SQUID(SquidParser::new),
    E2GUARDIAN(E2guardianParser::new),
    CEF(CefParser::new),
    /// RFC 5424 around any of the others.
    SYSLOG(() -> new SyslogParser(new AnyParser(false))),
    /// Whichever each line is in.
    AUTO(() -> new AnyParser(true));

    private final Supplier<LogParser> parser;

    LogFormat(Supplier<LogParser> parser) {
        this.parser = parser;
    }

    /// A parser for one thread.
    public LogParser parser() {
        return parser.get();
    }
}
