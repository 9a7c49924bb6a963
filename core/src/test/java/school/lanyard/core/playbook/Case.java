// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.playbook;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A case in a test: one record a minute from nine o'clock.
record Case(Playbook book, Situation situation) {
    static final Instant NINE = Instant.parse("2026-11-02T09:00:00Z");

    static Case opened(Playbook book) {
        return new Case(book, Situation.openedAt(NINE));
    }

    Case did(String... steps) {
        var next = situation;
        for (var step : steps) {
            next = next.did(step, time(next), "dsl");
        }
        return new Case(book, next);
    }

    /// A yes or no, an option's key, or null for not known.
    Case answered(String fact, @Nullable Object answer) {
        var value =
                switch (answer) {
                    case null -> null;
                    case Boolean yes -> new Value.YesNo(yes);
                    default -> Value.option(answer.toString());
                };
        return new Case(book, situation.answered(fact, value, time(situation), "dsl"));
    }

    Progress progress() {
        return book.progress(situation);
    }

    private static Instant time(Situation situation) {
        return NINE.plus(Duration.ofMinutes(situation.events().size() + 1L));
    }
}
