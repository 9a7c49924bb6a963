// SPDX-License-Identifier: Apache-2.0
package school.lanyard.flags.web;

import school.lanyard.flags.Flag;
import school.lanyard.people.Directory;
import school.lanyard.web.Times;

/// A flag in words.
final class FlagWords {

    private FlagWords() {}

    static String title(Flag flag) {
        return flag.said().kind().forbidsTelling()
                ? "Must not be told: " + flag.said().who() + ". " + flag.said().kind().reason()
                : flag.said().kind().label();
    }

    static String by(Flag flag, Directory directory) {
        return "Since "
                + Times.day(flag.since())
                + ". Recorded by "
                + directory.name(flag.setBy())
                + " on "
                + Times.day(flag.setAt())
                + ".";
    }

    static String ended(Flag.Ended ended, Directory directory) {
        return "Ended on " + Times.day(ended.at()) + " by " + directory.name(ended.by()) + ".";
    }
}
