// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy;

import java.util.List;
import school.lanyard.core.playbook.Playbook;
import school.lanyard.core.playbook.Problem;

/// An edition that was published, and what it no longer keeps of what earlier ones said that every
/// school keeps. Open cases stay on their own edition, so that they lose nothing.
public record Publication(Edition edition, List<Loss> losses) {

    public Publication {
        losses = List.copyOf(losses);
    }

    /// One thing that is no longer kept.
    ///
    /// @param playbook by key
    public record Loss(String playbook, Problem problem) {

        static Loss whole(Playbook playbook) {
            return new Loss(
                    playbook.key(),
                    new Problem(
                            playbook.key(),
                            "the whole playbook is missing",
                            "put it back, or say which one takes its place"));
        }
    }
}
