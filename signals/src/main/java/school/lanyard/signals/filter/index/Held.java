// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter.index;

import school.lanyard.signals.address.HostReader;

/// A rule that was left out until a person has decided, because of what it would have blocked.
public record Held(String rule, String list, String wouldBlock) implements Comparable<Held> {

    @Override
    public int compareTo(Held other) {
        int byRule = rule.compareTo(other.rule);
        return byRule != 0 ? byRule : list.compareTo(other.list);
    }

    /// The names that no list may block without a person's decision.
    public interface Guarded {

        /// Nothing is held.
        Guarded NONE =
                new Guarded() {
                    @Override
                    public boolean holds(long hash, HostReader host) {
                        return false;
                    }

                    @Override
                    public String why(String name) {
                        return "";
                    }
                };

        /// Asked for every rule of every list, so it must be quick to say no.
        boolean holds(long hash, HostReader host);

        /// What would be blocked, in words.
        String why(String name);
    }
}
