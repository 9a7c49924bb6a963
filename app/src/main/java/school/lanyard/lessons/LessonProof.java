// SPDX-License-Identifier: Apache-2.0
package school.lanyard.lessons;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import school.lanyard.ledger.Comparison;
import school.lanyard.ledger.Rebuilding;
import school.lanyard.lessons.store.LessonRows;

/// Rebuilds from the ledger what the rows of lessons and practice changes should say.
public final class LessonProof {

    private final Rebuilding of;

    private LessonProof(Rebuilding of) {
        this.of = of;
    }

    public static List<Comparison> compare(Rebuilding of) {
        var proof = new LessonProof(of);
        return List.of(proof.published(), proof.withdrawn(), proof.planned(), proof.made());
    }

    private Comparison published() {
        var published = new Comparison("lessons that are not what was published, or for whom");
        for (var told : of.told(Lessons.PUBLISHED)) {
            var content = told.entry().content();
            if (content != null) {
                var lesson = Lessons.JSON.readValue(content, Lessons.Published.class);
                published.told(
                        told.subjects(),
                        told.entry().actor().id(),
                        told.entry().at(),
                        lesson.audiences(),
                        Rebuilding.digest(Lessons.JSON.writeValueAsString(lesson.words())));
            }
        }
        var audiences = of.rows(sql -> new LessonRows(sql, of.school()).audiences());
        for (var row : of.rows(sql -> new LessonRows(sql, of.school()).all())) {
            digest(row.keyId(), row.sealed(), row.id())
                    .ifPresent(digest ->
                            published.found(
                                    java.util.Set.of(row.id()),
                                    row.publishedBy(),
                                    row.publishedAt(),
                                    audiences.getOrDefault(row.id(), List.of()),
                                    digest));
        }
        return published;
    }

    private Comparison withdrawn() {
        var withdrawn = new Comparison("lessons that were not withdrawn as the ledger says");
        var seen = new HashSet<String>();
        for (var told : of.told(Lessons.WITHDRAWN)) {
            told.subjects().stream()
                    .filter(seen::add)
                    .forEach(each ->
                            withdrawn.told(each, told.entry().actor().id(), told.entry().at()));
        }
        of.rows(sql -> new LessonRows(sql, of.school()).withdrawals())
                .forEach(row -> withdrawn.found(row.lesson(), row.by(), row.at()));
        return withdrawn;
    }

    private Comparison planned() {
        var planned = new Comparison("practice changes that are not what was set");
        for (var told : of.told(Lessons.CHANGE_SET)) {
            var content = told.entry().content();
            if (content != null) {
                var change = Lessons.JSON.readValue(content, Lessons.Planned.class);
                told.subjects()
                        .forEach(id ->
                                planned.told(
                                        id,
                                        told.entry().actor().id(),
                                        told.entry().at(),
                                        change.owner(),
                                        change.due(),
                                        Rebuilding.digest(change.what())));
            }
        }
        for (var row : changes()) {
            digest(row.keyId(), row.sealed(), row.id())
                    .ifPresent(digest ->
                            planned.found(
                                    row.id(),
                                    row.setBy(),
                                    row.setAt(),
                                    row.owner(),
                                    row.due(),
                                    digest));
        }
        return planned;
    }

    private Comparison made() {
        var made = new Comparison("practice changes that were not made as the ledger says");
        for (var told : of.told(Lessons.CHANGE_DONE)) {
            var content = told.entry().content();
            if (content != null) {
                var how = Lessons.JSON.readValue(content, Lessons.Made.class).how();
                told.subjects()
                        .forEach(id ->
                                made.told(
                                        id,
                                        told.entry().actor().id(),
                                        told.entry().at(),
                                        Rebuilding.digest(how)));
            }
        }
        for (var row : changes()) {
            var sealed = row.doneSealed();
            if (sealed != null) {
                digest(row.keyId(), sealed, row.id() + ":done")
                        .ifPresent(
                                digest -> made.found(row.id(), row.doneBy(), row.doneAt(), digest));
            }
        }
        return made;
    }

    private List<LessonRows.Change> changes() {
        return of.rows(sql -> new LessonRows(sql, of.school()).changes());
    }

    private Optional<String> digest(String key, byte[] sealed, String context) {
        return of.digest(key, sealed, Lessons.context(context));
    }
}
