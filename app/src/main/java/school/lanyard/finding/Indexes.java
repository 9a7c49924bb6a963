// SPDX-License-Identifier: Apache-2.0
package school.lanyard.finding;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import school.lanyard.finding.words.Texts;
import school.lanyard.finding.words.WordIndex;
import school.lanyard.ledger.Ledger;
import school.lanyard.retention.CaseDisposed;

/// The indexes of the schools in which somebody searched lately, in memory and nowhere else. Each
/// is made of its school's ledger when it is first needed, and then goes on from where it was.
@Component
final class Indexes {

    /// Of the memory that there is, as much as this part may be indexes.
    private static final int PART = 4;

    private static final Set<String> TAKES_A_CONCERN =
            Set.of("incident.opened", "incident.concern-joined");

    private final Ledger ledger;
    private final CaseTexts texts;
    private final long most = Runtime.getRuntime().maxMemory() / PART;
    private final Map<String, Growing> schools = new LinkedHashMap<>(16, 0.75f, true);

    Indexes(Ledger ledger, CaseTexts texts) {
        this.ledger = ledger;
        this.texts = texts;
    }

    /// An index, and where it has got to in its school's ledger.
    private static final class Growing {
        private final WordIndex words = new WordIndex();

        /// The private notes of each writer, which nobody else finds.
        private final Map<String, WordIndex> own = new HashMap<>();

        private long bytes() {
            return words.bytes() + own.values().stream().mapToLong(WordIndex::bytes).sum();
        }

        private long upTo;
    }

    /// The cases of a school with every one of the words. The door is still before them.
    ///
    /// @param reader whose own private notes are looked through as well
    Set<String> find(
            String school,
            String reader,
            Collection<String> asked,
            Map<String, ? extends Collection<String>> otherwise) {
        var growing = of(school);
        synchronized (growing) {
            grow(school, growing);
            var found = growing.words.find(asked, withOwn(growing, reader, asked, otherwise));
            makeRoom(school);
            return found;
        }
    }

    private static Map<String, Set<String>> withOwn(
            Growing growing,
            String reader,
            Collection<String> asked,
            Map<String, ? extends Collection<String>> otherwise) {
        var own = growing.own.get(reader);
        var all = new HashMap<String, Set<String>>();
        for (var word : asked) {
            var cases = new HashSet<String>();
            var named = otherwise.get(word);
            if (named != null) {
                cases.addAll(named);
            }
            if (own != null) {
                cases.addAll(own.find(List.of(word), Map.of()));
            }
            all.put(word, cases);
        }
        return all;
    }

    /// Brings the index of a school to where its ledger is, before anybody asks.
    ///
    /// @return false if there is no room for one more, for which no other is let go of
    boolean prepare(String school) {
        if (bytes() > most) {
            return false;
        }
        var growing = of(school);
        synchronized (growing) {
            grow(school, growing);
        }
        return true;
    }

    private long bytes() {
        synchronized (schools) {
            return schools.values().stream().mapToLong(Growing::bytes).sum();
        }
    }

    /// What was disposed of is in no index any more: the next search makes it anew.
    @EventListener
    void forget(CaseDisposed disposed) {
        synchronized (schools) {
            schools.remove(disposed.school());
        }
    }

    private Growing of(String school) {
        synchronized (schools) {
            return schools.computeIfAbsent(school, _ -> new Growing());
        }
    }

    private void grow(String school, Growing growing) {
        var onward = ledger.onward(school, growing.upTo, texts.actions());
        for (var each : onward.entries()) {
            var entry = each.entry();
            texts.of(school, each.subject(), entry)
                    .forEach(text -> growing.words.add(each.subject(), text));
            CaseTexts.ofItsWriter(entry)
                    .ifPresent(text ->
                            growing.own
                                    .computeIfAbsent(entry.actor().id(), _ -> new WordIndex())
                                    .add(each.subject(), text));
            var content = entry.content();
            if (content != null && TAKES_A_CONCERN.contains(entry.action())) {
                growing.words.join(Texts.concern(content), each.subject());
            }
        }
        growing.upTo = onward.upTo();
    }

    /// Lets go of the indexes that were used longest ago, but never of the one in use.
    private void makeRoom(String inUse) {
        synchronized (schools) {
            var all = bytes();
            var oldest = schools.entrySet().iterator();
            while (all > most && oldest.hasNext()) {
                var next = oldest.next();
                if (!next.getKey().equals(inUse)) {
                    all -= next.getValue().bytes();
                    oldest.remove();
                }
            }
        }
    }
}
