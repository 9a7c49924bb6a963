// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.log;

/// The formats that web logs come in.
public enum LogFormat {
    SQUID,
    E2GUARDIAN,
    CEF,
    /// RFC 5424 around any of the others.
    SYSLOG,
    /// Whichever each line is in.
    AUTO;

    /// A parser for one thread.
    public LogParser parser() {
        return switch (this) {
            case SQUID -> new SquidParser();
            case E2GUARDIAN -> new E2guardianParser();
            case CEF -> new CefParser();
            case SYSLOG -> new SyslogParser(new AnyParser(false));
            case AUTO -> new AnyParser(true);
        };
    }
}
