// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import school.lanyard.signals.address.HostReader;
import school.lanyard.signals.filter.index.FilterIndex;
import school.lanyard.signals.filter.index.Lookup;

/// Decides by one index and one policy. The same question has the same answer, whoever asks and
/// however often; safe for any number of threads, each with its own [Lookup].
public final class Decider {

    /// The category shown for a host that cannot be read, which is never taken for a harmless one.
    public static final String UNREADABLE = "unreadable";

    private static final Fallback OPEN = new Fallback(Who.ANYONE, Effect.ALLOW, "");

    private final FilterIndex index;
    private final FilterPolicy policy;
    private final ApprovedRules approved;
    private final Map<List<Object>, Verdicts> verdicts = new ConcurrentHashMap<>();

    public Decider(FilterIndex index, FilterPolicy policy) {
        this.index = index;
        this.policy = policy;
        this.approved = new ApprovedRules(policy.approved());
    }

    public FilterIndex index() {
        return index;
    }

    public FilterPolicy policy() {
        return policy;
    }

    /// The decision for one address, with what says so.
    public Decision decide(Asker asker, LocalDateTime at, String address) {
        var bytes = address.getBytes(StandardCharsets.UTF_8);
        return forAsker(asker, at).decide(new Lookup(), bytes, 0, bytes.length);
    }

    /// Everything that depends on the asker and the time, worked out; good for as long as no rule's
    /// hours begin or end.
    public Bound forAsker(Asker asker, LocalDateTime at) {
        var rules = policy.rules().stream().filter(rule -> rule.who().includes(asker, at)).toList();
        var fallback =
                policy.fallbacks().stream()
                        .filter(one -> one.who().includes(asker, at))
                        .findFirst()
                        .orElse(OPEN);
        var known =
                verdicts.computeIfAbsent(
                        List.of(rules, fallback),
                        key -> new Verdicts(index, policy, rules, fallback));
        return new Bound(known, asker, at);
    }

    /// A decider for one kind of asker at one time.
    public final class Bound {

        private final Verdicts known;
        private final Asker asker;
        private final LocalDateTime at;

        private Bound(Verdicts known, Asker asker, LocalDateTime at) {
            this.known = known;
            this.asker = asker;
            this.at = at;
        }

        /// Whether an address may be reached: as [#decide], with no object made.
        public boolean allows(Lookup lookup, byte[] address, int from, int to) {
            index.find(lookup, address, from, to);
            if (lookup.kind() == HostReader.Kind.UNREADABLE) {
                return false;
            }
            int hit = deciding(lookup);
            int rank = hit < 0 ? Verdicts.NOTHING : known.rank(lookup.listed(hit));
            if (rank != Verdicts.ILLEGAL && !approved.isEmpty()) {
                var exception = exception(lookup, address, to);
                if (exception != null) {
                    return !exception.blocks();
                }
            }
            return known.effect(rank) != Effect.BLOCK;
        }

        public Decision decide(Lookup lookup, byte[] address, int from, int to) {
            index.find(lookup, address, from, to);
            if (lookup.kind() == HostReader.Kind.UNREADABLE) {
                return new Decision.Blocked(Layer.DEFAULT, UNREADABLE, "", "");
            }
            int hit = deciding(lookup);
            int rank = hit < 0 ? Verdicts.NOTHING : known.rank(lookup.listed(hit));
            if (rank == Verdicts.ILLEGAL) {
                return blocked(lookup, hit, Layer.ILLEGAL);
            }
            var exception = approved.isEmpty() ? null : exception(lookup, address, to);
            if (exception != null) {
                return said(exception);
            }
            return rank == Verdicts.NOTHING ? byDefault() : byCategory(lookup, hit, rank);
        }

        /// The hit whose rule stands earliest in the policy; of equals, the most specific.
        private int deciding(Lookup lookup) {
            int best = -1;
            int least = Verdicts.NOTHING;
            for (int i = 0; i < lookup.hits(); i++) {
                int rank = known.rank(lookup.listed(i));
                if (rank <= least && rank != Verdicts.NOTHING) {
                    least = rank;
                    best = i;
                }
            }
            return best;
        }

        private @Nullable Approved exception(Lookup lookup, byte[] address, int to) {
            var host = lookup.host();
            if (!approved.mayCover(host)) {
                return null;
            }
            int start = host.hostEnd();
            var path = new String(address, start, to - start, StandardCharsets.UTF_8);
            return approved.covering(host, path, asker, at);
        }

        private Decision said(Approved exception) {
            return exception.blocks()
                    ? new Decision.Blocked(
                            Layer.APPROVED, "school", exception.reference(), exception.rule())
                    : new Decision.AllowedWithNote(
                            Layer.APPROVED, exception.reference(), exception.rule());
        }

        private Decision byDefault() {
            return switch (known.fallback) {
                case ALLOW -> new Decision.Allowed();
                case NOTE -> new Decision.AllowedWithNote(Layer.DEFAULT, known.fallbackNote, "");
                case BLOCK -> new Decision.Blocked(Layer.DEFAULT, "default", "", "");
            };
        }

        private Decision byCategory(Lookup lookup, int hit, int rank) {
            return switch (known.effect(rank)) {
                case ALLOW -> new Decision.Allowed();
                case NOTE ->
                        new Decision.AllowedWithNote(
                                Layer.CATEGORIES, known.note(rank), lookup.rule(hit));
                case BLOCK -> blocked(lookup, hit, Layer.CATEGORIES);
            };
        }

        private Decision blocked(Lookup lookup, int hit, Layer layer) {
            var listing = index.listings().get(known.listing(lookup.listed(hit)));
            return new Decision.Blocked(
                    layer, listing.category(), listing.list(), lookup.rule(hit));
        }
    }
}
