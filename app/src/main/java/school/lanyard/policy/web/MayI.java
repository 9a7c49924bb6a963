// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.web;

import java.util.Locale;
import school.lanyard.core.decision.Answer;
import school.lanyard.core.pack.Decisions;
import school.lanyard.core.pack.Told;
import school.lanyard.web.Tone;

/// What the pages that answer "May I?" have in common.
public final class MayI {

    static final String ADDRESS = "/policy/may-i";

    private MayI() {}

    static String address(Decisions.Askable subject) {
        return ADDRESS + "/" + subject.key();
    }

    /// The answer as a tag and the words beside it.
    static Shown shown(Told told) {
        var when = told.when();
        return switch (told.answer()) {
            case ALLOWED -> new Shown(told.word(), Tone.GREEN, when);
            case ALLOWED_WHEN -> new Shown(told.word() + " …", Tone.YELLOW, when);
            case NOT_ALLOWED ->
                    new Shown(told.word(), Tone.RED, when.isEmpty() ? "" : "Allowed " + when);
            case ILLEGAL ->
                    new Shown(told.word(), Tone.PURPLE, when.isEmpty() ? "" : "Allowed " + when);
            case NOT_STATED -> new Shown(told.word(), Tone.GREY, "Ask: " + told.ask().label());
        };
    }

    /// An answer on a page: colour never carries it alone.
    public record Shown(String word, Tone tone, String words) {

        /// The name of its colour, for what surrounds the answer.
        public String colour() {
            return tone.name().toLowerCase(Locale.ROOT);
        }
    }

    /// The answer in a child's words. What depends on anything is for an adult to say.
    static Simple simple(Answer answer) {
        return switch (answer) {
            case ALLOWED -> Simple.YES;
            case ALLOWED_WHEN, NOT_STATED -> Simple.ASK;
            case NOT_ALLOWED, ILLEGAL -> Simple.NO;
        };
    }

    /// What a child needs to know.
    public enum Simple {
        YES("Yes", "yes", "Yes, you can"),
        ASK("Ask first", "ask", "Ask a grown-up first"),
        NO("No", "no", "No, do not do this");

        private final String word;
        private final String key;
        private final String rule;

        Simple(String word, String key, String rule) {
            this.word = word;
            this.key = key;
            this.rule = rule;
        }

        /// What is said above everything that has this answer.
        public String rule() {
            return rule;
        }

        public String word() {
            return word;
        }

        /// The name of its picture and of its colour.
        public String key() {
            return key;
        }
    }
}
