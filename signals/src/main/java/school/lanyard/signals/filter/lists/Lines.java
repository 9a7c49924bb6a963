// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter.lists;

import static school.lanyard.signals.filter.lists.ListFormat.Read.NOTHING;
import static school.lanyard.signals.filter.lists.ListFormat.Read.NOT_UNDERSTOOD;
import static school.lanyard.signals.filter.lists.ListFormat.Read.RULE;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import school.lanyard.signals.filter.lists.ListFormat.Read;
import school.lanyard.signals.filter.lists.ListFormat.Rule;

/// Reads one line of each format of list.
final class Lines {

    /// What every hosts file says about the machine itself.
    private static final Set<String> OF_THE_MACHINE =
            Set.of(
                    "localhost",
                    "localhost.localdomain",
                    "local",
                    "broadcasthost",
                    "ip6-localhost",
                    "ip6-loopback",
                    "ip6-localnet",
                    "ip6-mcastprefix",
                    "ip6-allnodes",
                    "ip6-allrouters",
                    "ip6-allhosts",
                    "0.0.0.0");

    private Lines() {}

    static Read domains(byte[] line, int from, int to, Rule rule) {
        int end = text(line, from, to, "#!;");
        if (end == from) {
            return NOTHING;
        }
        if (wordEnd(line, from, end) != end) {
            return NOT_UNDERSTOOD;
        }
        return taken(rule, line, withoutWildcard(line, from, end), end);
    }

    static Read hosts(byte[] line, int from, int to, Rule rule) {
        int end = text(line, from, to, "#");
        if (end == from) {
            return NOTHING;
        }
        int address = wordEnd(line, from, end);
        if (address == end || !isAddress(line, from, address)) {
            return NOT_UNDERSTOOD;
        }
        var read = NOTHING;
        int at = skipSpace(line, address, end);
        while (at < end) {
            int word = wordEnd(line, at, end);
            if (!isOfTheMachine(line, at, word)) {
                if (!rule.take(line, at, word)) {
                    return NOT_UNDERSTOOD;
                }
                read = RULE;
            }
            at = skipSpace(line, word, end);
        }
        return read;
    }

    private static boolean isOfTheMachine(byte[] line, int from, int to) {
        boolean maybe = to - from <= 21 && (line[from] | 32) <= 'l';
        return maybe && OF_THE_MACHINE.contains(string(line, from, to).toLowerCase(Locale.ROOT));
    }

    private static boolean isAddress(byte[] line, int from, int to) {
        for (int at = from; at < to; at++) {
            int c = line[at];
            if (c != '.' && c != ':' && c != '%' && Character.digit(c, 16) < 0) {
                return string(line, from, to).startsWith("fe80::");
            }
        }
        return to - from > 1;
    }

    /// `||name^`, with or without options that only say for which kinds of request.
    static Read adblock(byte[] line, int from, int to, Rule rule) {
        int end = text(line, from, to, "!#[");
        if (end == from) {
            return NOTHING;
        }
        if (end - from < 4 || line[from] != '|' || line[from + 1] != '|') {
            return NOT_UNDERSTOOD;
        }
        int name = indexOf(line, '^', from, end);
        boolean whole = name == end - 1;
        boolean important =
                name > 0 && string(line, name, end).matches("\\^\\$(important|all|doc|document)");
        return whole || important
                ? taken(rule, line, withoutWildcard(line, from + 2, name), name)
                : NOT_UNDERSTOOD;
    }

    /// `name [ttl] [IN] CNAME .`; what sets up the zone is nothing, what lets through is not
    /// understood.
    static Read rpz(byte[] line, int from, int to, Rule rule) {
        if (from < to && (line[from] == ' ' || line[from] == '\t')) {
            return NOTHING;
        }
        int end = text(line, from, to, ";$@");
        if (end == from) {
            return NOTHING;
        }
        var fields = string(line, from, end).split("[ \t]+", -1);
        int type = 1;
        while (type < fields.length && fields[type].matches("\\d+[smhdwSMHDW]?|IN|in")) {
            type++;
        }
        if (type + 1 >= fields.length || fields[0].equals(")")) {
            return fields[0].matches("\\d+|\\)") ? NOTHING : NOT_UNDERSTOOD;
        }
        boolean zone = fields[type].matches("(?i)SOA|NS");
        boolean nowhere = Set.of(".", "*.", "rpz-drop.").contains(fields[type + 1]);
        boolean blocks =
                fields[type].matches("(?i)A|AAAA")
                        || (nowhere && fields[type].equalsIgnoreCase("CNAME"));
        if (zone || !blocks || fields[0].contains(".rpz-")) {
            return zone ? NOTHING : NOT_UNDERSTOOD;
        }
        int name = from + fields[0].length();
        return taken(rule, line, withoutWildcard(line, from, name), name);
    }

    static Read dnsmasq(byte[] line, int from, int to, Rule rule) {
        int end = text(line, from, to, "#");
        if (end == from) {
            return NOTHING;
        }
        int equals = indexOf(line, '=', from, end);
        var option = equals < 0 ? "" : string(line, from, equals).strip();
        if (!Set.of("address", "server", "local").contains(option)) {
            return NOT_UNDERSTOOD;
        }
        int slash = indexOf(line, '/', equals, end);
        var read = NOT_UNDERSTOOD;
        while (slash >= 0) {
            int next = indexOf(line, '/', slash + 1, end);
            if (next > slash + 1) {
                if (!rule.take(line, withoutWildcard(line, slash + 1, next), next)) {
                    return NOT_UNDERSTOOD;
                }
                read = RULE;
            }
            slash = next;
        }
        return read;
    }

    private static Read taken(Rule rule, byte[] line, int from, int to) {
        return from < to && rule.take(line, from, to) ? RULE : NOT_UNDERSTOOD;
    }

    /// A rule covers what stands below it anyway.
    private static int withoutWildcard(byte[] line, int from, int to) {
        int at = from;
        if (to - at > 2 && line[at] == '*' && line[at + 1] == '.') {
            at += 2;
        }
        while (at < to && line[at] == '.') {
            at++;
        }
        return at;
    }

    /// Where a line's text ends, before a comment and spaces; `from` where there is none.
    private static int text(byte[] line, int from, int to, String comments) {
        int start = skipSpace(line, from, to);
        if (start < to && comments.indexOf(line[start]) >= 0) {
            return from;
        }
        int end = to;
        for (int at = start; at + 1 < to; at++) {
            boolean space = line[at] == ' ' || line[at] == '\t';
            if (space && comments.indexOf(line[at + 1]) >= 0) {
                end = at;
                break;
            }
        }
        while (end > start
                && (line[end - 1] == ' ' || line[end - 1] == '\t' || line[end - 1] == '\r')) {
            end--;
        }
        return start == end ? from : end;
    }

    private static int wordEnd(byte[] line, int from, int to) {
        int at = from;
        while (at < to && line[at] != ' ' && line[at] != '\t') {
            at++;
        }
        return at;
    }

    private static int skipSpace(byte[] line, int from, int to) {
        int at = from;
        while (at < to && (line[at] == ' ' || line[at] == '\t')) {
            at++;
        }
        return at;
    }

    private static int indexOf(byte[] line, char wanted, int from, int to) {
        for (int at = Math.max(0, from); at < to; at++) {
            if (line[at] == wanted) {
                return at;
            }
        }
        return -1;
    }

    private static String string(byte[] line, int from, int to) {
        return new String(line, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
