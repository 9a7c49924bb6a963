// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter.guard;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import school.lanyard.signals.address.HostReader;
import school.lanyard.signals.filter.index.Held.Guarded;

/// Knows the names that would block far too much: endings under which anybody may register
/// (`co.uk`), what every school needs, and the school's own.
public final class Guard implements Guarded {

    private final Map<String, Set<String>> blocked = new HashMap<>();
    private final Set<String> suffixes = new LinkedHashSet<>();
    private final Hashed hashes;

    /// `own` are the school's own names, `decided` the rules that a person has let through.
    public Guard(List<String> own, Set<String> decided) {
        suffixes.addAll(PublicSuffixes.all());
        for (var site : TopSites.all()) {
            under(site, site);
        }
        for (var name : own) {
            under(plain(name), plain(name) + " (the school's own)");
        }
        for (var rule : decided) {
            blocked.remove(plain(rule));
            suffixes.remove(plain(rule));
        }
        hashes = new Hashed(blocked.keySet(), suffixes);
    }

    /// A rule for the site or for anything above it would block it.
    private void under(String name, String shown) {
        for (int dot = 0; dot >= 0; dot = name.indexOf('.', dot + 1)) {
            var above = dot == 0 ? name : name.substring(dot + 1);
            blocked.computeIfAbsent(above, rule -> new LinkedHashSet<>()).add(shown);
        }
    }

    private static String plain(String written) {
        var host = new HostReader();
        host.read(written);
        return host.name();
    }

    @Override
    public boolean holds(long hash, HostReader host) {
        if (!hashes.mayHold(hash)) {
            return false;
        }
        var name = host.name();
        return blocked.containsKey(name) || suffixes.contains(name) || isWildcardSuffix(name);
    }

    /// `*.ck`: whatever stands directly below is itself an ending.
    private boolean isWildcardSuffix(String name) {
        int dot = name.indexOf('.');
        return dot > 0
                && suffixes.contains("*" + name.substring(dot))
                && !suffixes.contains("!" + name);
    }

    @Override
    public String why(String name) {
        var sites = blocked.getOrDefault(name, Set.of());
        var some = String.join(", ", sites.stream().limit(5).toList());
        boolean ending = suffixes.contains(name) || isWildcardSuffix(name);
        if (!ending) {
            return sites.size() > 5 ? "%s and %d more".formatted(some, sites.size() - 5) : some;
        }
        var every = "every site under " + name;
        return sites.isEmpty() ? every : every + ", such as " + some;
    }
}
