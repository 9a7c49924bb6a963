// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.detect;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import school.lanyard.signals.filter.index.FilterIndex;
import school.lanyard.signals.log.LogFormat;

/// The detectors, set up: settings, phrases, and the index that says what sites are.
public final class Detection {

    private final Settings settings;
    private final PhraseMatcher phrases;
    private final SiteFacts facts;

    public Detection(Settings settings, PhraseSet phrases, @Nullable FilterIndex index) {
        this.settings = settings;
        this.phrases = new PhraseMatcher(phrases);
        this.facts = new SiteFacts(settings, index);
    }

    Scanner scanner(LogFormat format) {
        return new Scanner(facts, phrases, settings, format);
    }

    /// Follows lines as they come, on one thread.
    public Live live(LogFormat format, Consumer<Alert> out) {
        return new Live(scanner(format), watch(out));
    }

    Watch watch(Consumer<Alert> out) {
        return new Watch(settings, out);
    }
}
