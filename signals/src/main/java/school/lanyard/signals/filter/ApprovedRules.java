// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import school.lanyard.signals.address.HostReader;

/// The school's approved exceptions, found by name. The most specific one decides; of two about the
/// same, the later in the list.
final class ApprovedRules {

    private record Kept(String path, Approved approved) {}

    private final Map<String, List<Kept>> byHost = new HashMap<>();
    private final Set<Long> hashes = new HashSet<>();

    ApprovedRules(List<Approved> approved) {
        var host = new HostReader();
        for (var one : approved) {
            var bytes = one.rule().getBytes(StandardCharsets.UTF_8);
            host.read(bytes, 0, bytes.length);
            if (host.suffixes() > 0) {
                var path =
                        new String(
                                bytes,
                                host.hostEnd(),
                                bytes.length - host.hostEnd(),
                                StandardCharsets.UTF_8);
                hashes.add(host.hash(host.suffixes() - 1));
                byHost.computeIfAbsent(host.name(), name -> new ArrayList<>())
                        .add(new Kept(path.equals("/") ? "" : path, one));
            }
        }
    }

    boolean isEmpty() {
        return byHost.isEmpty();
    }

    boolean mayCover(HostReader host) {
        for (int i = 0; i < host.suffixes(); i++) {
            if (hashes.contains(host.hash(i))) {
                return true;
            }
        }
        return false;
    }

    /// `path` is what stands behind the host in the address.
    @Nullable Approved covering(HostReader host, String path, Asker asker, LocalDateTime at) {
        for (int i = host.suffixes() - 1; i >= 0; i--) {
            var found = best(host.name().substring(host.start(i)), path, asker, at);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable Approved best(String name, String path, Asker asker, LocalDateTime at) {
        Kept best = null;
        for (var kept : byHost.getOrDefault(name, List.of())) {
            boolean longer = best == null || kept.path().length() >= best.path().length();
            if (longer && covers(kept.path(), path) && kept.approved().holds(asker, at)) {
                best = kept;
            }
        }
        return best == null ? null : best.approved();
    }

    private static boolean covers(String folder, String path) {
        if (!path.startsWith(folder)) {
            return false;
        }
        return folder.isEmpty()
                || folder.endsWith("/")
                || path.length() == folder.length()
                || "/?#".indexOf(path.charAt(folder.length())) >= 0;
    }
}
