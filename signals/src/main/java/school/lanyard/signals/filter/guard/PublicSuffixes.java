// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter.guard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import school.lanyard.signals.address.HostReader;

/// The endings under which anybody may register a name, as publicsuffix.org keeps them.
final class PublicSuffixes {

    /// In the jar of httpclient5, which is there for this file alone.
    private static final String LIST = "/org/publicsuffix/list/effective_tld_names.dat";

    private PublicSuffixes() {}

    /// Each in ASCII; `*.` before one means all directly below it, `!` an exception to that.
    static List<String> all() {
        var stream =
                Objects.requireNonNull(
                        PublicSuffixes.class.getResourceAsStream(LIST),
                        "the list of public suffixes is not on the class path");
        var host = new HostReader();
        try (var lines =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                    .map(line -> ascii(host, line))
                    .<String>mapMulti(PublicSuffixes::withBase)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// A wildcard's base is one as well: nobody means to block all schools by `sch.uk`.
    private static void withBase(String suffix, Consumer<String> out) {
        out.accept(suffix);
        if (suffix.startsWith("*.")) {
            out.accept(suffix.substring(2));
        }
    }

    private static String ascii(HostReader host, String line) {
        int mark = line.startsWith("*.") ? 2 : line.startsWith("!") ? 1 : 0;
        host.read(line.substring(mark));
        return line.substring(0, mark) + host.name();
    }
}
