// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter.lists;

/// The formats that block lists come in.
public enum ListFormat {
    /// `0.0.0.0 name [name …]`
    HOSTS,
    /// A name, or a name and the start of a path, on each line: plain lists, and squidGuard's
    /// `domains` and `urls`.
    DOMAINS,
    /// A response policy zone: `name CNAME .`
    RPZ,
    /// `||name^`
    ADBLOCK,
    /// `address=/name/…`, `server=/name/` or `local=/name/`
    DNSMASQ;

    /// Reads one line, without its end.
    Read read(byte[] line, int from, int to, Rule rule) {
        return switch (this) {
            case HOSTS -> Lines.hosts(line, from, to, rule);
            case DOMAINS -> Lines.domains(line, from, to, rule);
            case RPZ -> Lines.rpz(line, from, to, rule);
            case ADBLOCK -> Lines.adblock(line, from, to, rule);
            case DNSMASQ -> Lines.dnsmasq(line, from, to, rule);
        };
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
}
