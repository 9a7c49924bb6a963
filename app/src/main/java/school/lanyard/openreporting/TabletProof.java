// SPDX-License-Identifier: Apache-2.0
package school.lanyard.openreporting;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import school.lanyard.concerns.Json;
import school.lanyard.ledger.Comparison;
import school.lanyard.ledger.Rebuilding;
import school.lanyard.openreporting.store.TabletRows;

/// Rebuilds from the ledger what the rows of class tablets should say: how each was set up, what
/// was pressed on it, and who was asked for.
final class TabletProof {

    private final Rebuilding of;

    private TabletProof(Rebuilding of) {
        this.of = of;
    }

    static List<Comparison> compare(Rebuilding of) {
        var proof = new TabletProof(of);
        return List.of(proof.tablets(), proof.signals(), proof.calls(), proof.answered());
    }

    private Comparison tablets() {
        var tablets = new Comparison("class tablets that are not as they were set up, or ended");
        var bound = last(ClassTablets.BOUND);
        var ended = last(ClassTablets.ENDED);
        for (var told : of.told(ClassTablets.SET_UP)) {
            var content = told.entry().content();
            if (content != null) {
                var by = told.entry().actor().id();
                var at = told.entry().at();
                var digest = Rebuilding.digest(content);
                told.subjects()
                        .forEach(id ->
                                tablets.told(id, by, at, bound.get(id), ended.get(id), digest));
            }
        }
        for (var row : of.rows(sql -> new TabletRows(sql, of.school()).everyTablet())) {
            of.digest(row.keyId(), row.sealed(), ClassTablets.context(row.id()))
                    .ifPresent(digest ->
                            tablets.found(
                                    row.id(),
                                    row.setUpBy(),
                                    row.setUpAt(),
                                    row.boundAt(),
                                    row.endedAt(),
                                    digest));
        }
        return tablets;
    }

    private Comparison signals() {
        var signals = new Comparison("signals of children that are not what was pressed");
        var back = last(Taps.TAKEN_BACK);
        var pressed = new HashMap<String, List<Object>>();
        var closed = new HashSet<String>();
        for (var told : of.told(Taps.TAPPED)) {
            var content = told.entry().content();
            if (content == null) {
                closed.addAll(told.subjects());
                continue;
            }
            var tablet = told.entry().actor().id();
            var picture = Json.read(content, Taps.Pressed.class).picture();
            var print = Taps.print(of.seals(), of.school(), tablet, picture);
            told.subjects()
                    .forEach(each -> pressed.put(each, List.of(tablet, print, told.entry().at())));
        }
        pressed.forEach((concern, last) -> signals.told(concern, last, back.get(concern)));
        for (var row : of.rows(sql -> new TabletRows(sql, of.school()).everySignal())) {
            if (!closed.contains(row.concern())) {
                signals.found(
                        row.concern(),
                        List.of(row.tablet(), row.print(), row.lastAt()),
                        row.takenBackAt());
            }
        }
        return signals;
    }

    private Comparison calls() {
        var calls = new Comparison("calls for a grown-up that are not whom the child asked for");
        var closed = new HashSet<Set<String>>();
        for (var told : of.told(Taps.CALLED)) {
            var content = told.entry().content();
            if (content == null) {
                closed.add(told.subjects());
            } else {
                calls.told(
                        told.subjects(),
                        told.entry().actor().id(),
                        Json.read(content, Taps.Wanted.class).person(),
                        told.entry().at());
            }
        }
        for (var row : of.rows(sql -> new TabletRows(sql, of.school()).everyCall())) {
            var about = Set.of(row.id(), row.concern());
            if (!closed.contains(about)) {
                calls.found(about, row.tablet(), row.person(), row.calledAt());
            }
        }
        return calls;
    }

    private Comparison answered() {
        var answered = new Comparison("calls for a grown-up whose answer is not the ledger's");
        last(Taps.CALL_ANSWERED).forEach(answered::told);
        of.rows(sql -> new TabletRows(sql, of.school()).everyCall()).stream()
                .filter(row -> row.goneAt() != null)
                .forEach(row -> answered.found(row.id(), row.goneAt()));
        return answered;
    }

    private Map<String, Instant> last(String action) {
        var last = new HashMap<String, Instant>();
        of.told(action)
                .forEach(
                        told -> told.subjects().forEach(each -> last.put(each, told.entry().at())));
        return last;
    }
}
