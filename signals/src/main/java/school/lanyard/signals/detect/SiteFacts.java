// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.detect;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import school.lanyard.signals.address.HostReader;
import school.lanyard.signals.detect.Alert.Severity;
import school.lanyard.signals.filter.index.FilterIndex;
import school.lanyard.signals.filter.index.Lookup;

/// Works out what is known about hosts. For any number of threads, each with its own [Lookup].
final class SiteFacts {

    private final Settings settings;
    private final @Nullable FilterIndex index;
    private final SearchEngines engines = new SearchEngines();
    private final Set<String> never;
    private final Set<String> bypass;

    SiteFacts(Settings settings, @Nullable FilterIndex index) {
        this.settings = settings;
        this.index = index;
        never = plain(settings.never());
        bypass = plain(new HashSet<>(DataFile.lines("bypass-sites.txt")));
    }

    private static Set<String> plain(Set<String> written) {
        var host = new HostReader();
        var plain = new HashSet<String>();
        for (var name : written) {
            host.read(name);
            if (host.suffixes() > 0) {
                plain.add(host.name());
            }
        }
        return plain;
    }

    /// The site of an address, its host being in `bytes[from, to)`, however it is spelt.
    Site of(Lookup lookup, HostReader host, byte[] bytes, int from, int to) {
        host.read(bytes, from, to);
        var name = host.name();
        if (host.suffixes() == 0) {
            return new Site(name, false, List.of(), false, false, "", null);
        }
        if (covers(never, host)) {
            return new Site(name, true, List.of(), false, false, "", null);
        }
        var category = "";
        boolean avoids = covers(bypass, host);
        boolean harmless = false;
        Severity watched = null;
        for (var listed : categories(lookup, bytes, from, to)) {
            avoids |= settings.bypass().contains(listed);
            harmless |= settings.harmless().contains(listed);
            var severity = settings.watched().get(listed);
            boolean sooner =
                    severity != null && (watched == null || severity.compareTo(watched) > 0);
            watched = sooner ? severity : watched;
            category = sooner || category.isEmpty() ? listed : category;
        }
        return new Site(name, false, engines.of(name), avoids, harmless, category, watched);
    }

    private List<String> categories(Lookup lookup, byte[] bytes, int from, int to) {
        if (index == null) {
            return List.of();
        }
        var found = new TreeSet<String>();
        index.find(lookup, bytes, from, to);
        for (int i = 0; i < lookup.hits(); i++) {
            for (int listing : index.listed(lookup.listed(i))) {
                found.add(index.listings().get(listing).category());
            }
        }
        return List.copyOf(found);
    }

    private static boolean covers(Set<String> names, HostReader host) {
        if (names.isEmpty()) {
            return false;
        }
        var name = host.name();
        for (int i = 0; i < host.suffixes(); i++) {
            if (names.contains(name.substring(host.start(i)))) {
                return true;
            }
        }
        return false;
    }
}
