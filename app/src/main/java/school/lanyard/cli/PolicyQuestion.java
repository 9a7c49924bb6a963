// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import school.lanyard.core.pack.Pack;

/// What every question to a policy has: the pack, the group it is about, and how to answer.
public final class PolicyQuestion {

    @Mixin private PackArgument pack = new PackArgument();

    @Option(
            names = "--who",
            required = true,
            paramLabel = "GROUP",
            description = "Which people it is about, such as staff or learner.")
    String who = "";

    @Option(names = "--json", description = "Answer in JSON.")
    boolean json;

    PolicyQuestion() {}

    PolicyQuestion(PackArgument pack, String who, boolean json) {
        this.pack = pack;
        this.who = who;
        this.json = json;
    }

    /// The pack, when it is sound and has the group.
    Pack sound() {
        var sound = pack.sound();
        var groups = sound.vocabulary().groups().keySet();
        if (!groups.contains(who)) {
            throw Failure.usage(
                    "The pack %s has no group %s".formatted(sound.key(), who),
                    "Use one of: " + String.join(", ", groups));
        }
        return sound;
    }
}
