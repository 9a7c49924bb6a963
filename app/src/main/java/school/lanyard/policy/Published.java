// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy;

import java.util.List;
import school.lanyard.core.playbook.Playbook;
import school.lanyard.core.playbook.Problem;

/// What became of an edition that somebody published.
public sealed interface Published {

    /// What it no longer keeps of what earlier editions said that every school keeps. Open cases
    /// stay on their own edition, so that they lose nothing.
    List<Loss> losses();

    record Done(Edition edition, List<Loss> losses) implements Published {

        public Done {
            losses = List.copyOf(losses);
        }
    }

    /// It changes who reads cases, so it waits for a second person.
    record Waits(String request, List<Loss> losses) implements Published {

        public Waits {
            losses = List.copyOf(losses);
        }
    }

    /// One thing that is no longer kept.
    ///
    /// @param playbook by key
    record Loss(String playbook, Problem problem) {

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
