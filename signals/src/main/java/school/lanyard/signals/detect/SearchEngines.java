// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.detect;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds what was searched for in the address of a search engine or a video site.
final class SearchEngines {

    /// Where one site keeps the term: behind a path, as a parameter or as the next part of the
    /// path.
    record Route(String path, String parameter) {
        @Nullable String term(String behindHost) {
            if (!behindHost.startsWith(path)) {
                return null;
            }
            int query = behindHost.indexOf('?');
            if (parameter.isEmpty()) {
                int end = query < 0 ? behindHost.length() : query;
                var part = end > path.length() ? behindHost.substring(path.length(), end) : "";
                int slash = part.indexOf('/');
                return Percent.decoded(slash < 0 ? part : part.substring(0, slash));
            }
            boolean goesOn =
                    path.length() < behindHost.length()
                            && "?/".indexOf(behindHost.charAt(path.length())) < 0;
            return query < 0 || (goesOn && !path.endsWith("/"))
                    ? null
                    : parameter(behindHost.substring(query + 1));
        }

        private @Nullable String parameter(String query) {
            int hash = query.indexOf('#');
            int length = hash < 0 ? query.length() : hash;
            for (int from = 0; from < length; ) {
                int end = from;
                while (end < length && query.charAt(end) != '&' && query.charAt(end) != ';') {
                    end++;
                }
                int value = from + parameter.length() + 1;
                if (value <= end
                        && query.startsWith(parameter, from)
                        && query.charAt(value - 1) == '=') {
                    return Percent.decoded(query.substring(value, end));
                }
                from = end + 1;
            }
            return null;
        }
    }

    private final Map<String, List<Route>> byName = new HashMap<>();

    SearchEngines() {
        for (var line : DataFile.lines("engines.tsv")) {
            var fields = line.split("\t", -1);
            byName.computeIfAbsent(fields[0], name -> new ArrayList<>())
                    .add(new Route(fields[1], fields.length > 2 ? fields[2] : ""));
        }
    }

    /// The routes of the engine that a host belongs to; none where it is no engine. `name.*` is the
    /// same engine in every country.
    List<Route> of(String host) {
        var name = host;
        while (true) {
            var routes = byName.get(name);
            if (routes != null) {
                return routes;
            }
            int dot = name.indexOf('.');
            if (dot < 0) {
                return List.of();
            }
            var ending = name.substring(dot + 1);
            boolean country =
                    ending.length() <= 6 && ending.chars().filter(c -> c == '.').count() <= 1;
            var everywhere = country ? byName.get(name.substring(0, dot) + ".*") : null;
            if (everywhere != null) {
                return everywhere;
            }
            name = ending;
        }
    }

    static @Nullable String term(List<Route> routes, byte[] url, int from, int to) {
        var behindHost = new String(url, from, to - from, StandardCharsets.ISO_8859_1);
        for (var route : routes) {
            var term = route.term(behindHost);
            if (term != null && !term.isBlank()) {
                return term.strip();
            }
        }
        return null;
    }
}
