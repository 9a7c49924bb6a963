// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter.lists;

/// The formats that block lists come in.
public enum ListFormat {
    /// `0.0.0.0 name [name …]`
    HOSTS(Lines::hosts),
    /// A name, or a name and the start of a path, on each line: plain lists, and squidGuard's
    /// `domains` and `urls`.
    DOMAINS(Lines::domains),
    /// A response policy zone: `name CNAME .`
    RPZ(Lines::rpz),
    /// `||name^`
    ADBLOCK(Lines::adblock),
    /// `address=/name/…`, `server=/name/` or `local=/name/`
    DNSMASQ(Lines::dnsmasq);

    private final Reader reader;

    ListFormat(Reader reader) {
        this.reader = reader;
    }

    /// Reads one line, without its end.
    Read read(byte[] line, int from, int to, Rule rule) {
        return reader.read(line, from, to, rule);
    }

    /// What a line was.
    enum Read {
        RULE,
        NOTHING,
        NOT_UNDERSTOOD
    }

    /// Is given each rule of a line; says whether it holds a name.
    @FunctionalInterface
    interface Rule {
        boolean take(byte[] source, int from, int to);
    }

    @FunctionalInterface
    private interface Reader {
        Read read(byte[] line, int from, int to, Rule rule);
    }
}
