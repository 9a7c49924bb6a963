// SPDX-License-Identifier: Apache-2.0
package school.lanyard.finding;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import school.lanyard.access.Viewer;
import school.lanyard.database.Database;
import school.lanyard.finding.store.FoundRows;
import school.lanyard.finding.words.Words;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.people.Known;
import school.lanyard.people.People;
import tools.jackson.databind.json.JsonMapper;

/// Finds cases for those who may read them: by words in what was written, by names, and by what
/// they are. Lists and counts pass the one door; what is shown is entered before it is opened.
@Service
public final class Search {

    /// The ledger's word for seeing what a search found.
    public static final String READ = "search.read";

    /// The ledger's word for taking it out.
    static final String EXPORTED = "search.exported";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// How many cases a page shows.
    public static final int PAGE = 10;

    private static final int NAMES = 300;

    /// What was found.
    ///
    /// @param all how many there are on all pages
    public record Found(int all, int page, List<Hit> hits) {}

    /// A case that was found.
    ///
    /// @param excerpt of where the words are; absent where none was asked for, or only a name is
    public record Hit(FoundRows.Row row, List<String> about, @Nullable Excerpt excerpt) {}

    /// That a table left, as the ledger keeps it.
    record Taken(String reason) {}

    private final Database database;
    private final Ledger ledger;
    private final People people;
    private final Indexes indexes;
    private final CaseTexts texts;

    Search(Database database, Ledger ledger, People people, Indexes indexes, CaseTexts texts) {
        this.database = database;
        this.ledger = ledger;
        this.people = people;
        this.indexes = indexes;
        this.texts = texts;
    }

    /// Finds cases, and shows one page of them.
    ///
    /// @param page from 1; one that is not there shows the nearest that is
    public Found find(Viewer viewer, Criteria criteria, int page, Instant at) {
        var asked = Words.asked(criteria.words());
        if (criteria.isEmpty() || (asked.isEmpty() && !criteria.words().isBlank())) {
            return new Found(0, 1, List.of());
        }
        var which = which(viewer, criteria, asked, at);
        var rows = database.read(sql -> new FoundRows(sql, viewer.school()).find(viewer, which));
        var pages = Math.max(1, (rows.size() + PAGE - 1) / PAGE);
        var shown = Math.clamp(page, 1, pages);
        var from = (shown - 1) * PAGE;
        var some = rows.subList(from, Math.min(rows.size(), from + PAGE));
        return new Found(rows.size(), shown, hits(viewer, some, asked, at));
    }

    /// Everything that is found, to be taken out as a table. That it leaves, and why, is entered
    /// first; the reason is sealed under the key of whoever takes it.
    public List<Hit> export(Viewer viewer, Criteria criteria, String reason, Instant at) {
        var asked = Words.asked(criteria.words());
        if (criteria.isEmpty() || (asked.isEmpty() && !criteria.words().isBlank())) {
            return List.of();
        }
        var which = which(viewer, criteria, asked, at);
        var rows = database.read(sql -> new FoundRows(sql, viewer.school()).find(viewer, which));
        var ids = rows.stream().map(FoundRows.Row::id).toList();
        database.change(
                viewer.school(),
                tx ->
                        ledger.enter(
                                tx,
                                new Note(at, Actor.person(viewer.person()), EXPORTED, ids, null)
                                        .with(
                                                people.keyOf(tx, viewer.person()),
                                                JSON.writeValueAsString(new Taken(reason)))));
        var about =
                database.read(sql -> Shown.of(new FoundRows(sql, viewer.school()), ids)).about();
        return rows.stream()
                .map(row -> new Hit(row, about.getOrDefault(row.id(), List.of()), null))
                .toList();
    }

    private FoundRows.Which which(
            Viewer viewer, Criteria criteria, List<String> asked, Instant at) {
        return new FoundRows.Which(
                given(criteria.state()),
                given(criteria.category()),
                given(criteria.year()),
                given(criteria.track()),
                criteria.days().isEmpty()
                        ? null
                        : at.minus(Duration.ofDays(Integer.parseInt(criteria.days()))),
                given(criteria.handler()),
                asked.isEmpty()
                        ? null
                        : indexes.find(
                                viewer.school(),
                                viewer.person(),
                                asked,
                                named(viewer.school(), asked)));
    }

    /// For each word, the cases in which somebody has such a name.
    private Map<String, Set<String>> named(String school, List<String> asked) {
        var meant = new HashMap<String, Set<String>>();
        var everybody = people.directory(school).everybody();
        for (var word : asked) {
            meant.put(
                    word,
                    everybody.stream()
                            .filter(each -> Words.has(each.name(), List.of(word)))
                            .limit(NAMES)
                            .map(Known::id)
                            .collect(Collectors.toSet()));
        }
        var all = meant.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        var cases =
                all.isEmpty()
                        ? Map.<String, Set<String>>of()
                        : database.read(sql -> new FoundRows(sql, school).casesOf(all));
        var found = new HashMap<String, Set<String>>();
        meant.forEach((word, who) -> {
            var of = new HashSet<String>();
            who.forEach(person -> of.addAll(cases.getOrDefault(person, Set.of())));
            found.put(word, of);
        });
        return found;
    }

    private List<Hit> hits(
            Viewer viewer, List<FoundRows.Row> rows, List<String> asked, Instant at) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var ids = rows.stream().map(FoundRows.Row::id).toList();
        ledger.enterRead(viewer.school(), at, Actor.person(viewer.person()), READ, ids);
        var store = database.read(sql -> Shown.of(new FoundRows(sql, viewer.school()), ids));
        return rows.stream()
                .map(row ->
                        new Hit(
                                row,
                                store.about().getOrDefault(row.id(), List.of()),
                                excerpt(viewer, row.id(), store, asked)))
                .toList();
    }

    /// What the rows of one page need besides.
    private record Shown(Map<String, List<String>> about, Map<String, List<String>> concerns) {
        static Shown of(FoundRows rows, Collection<String> ids) {
            return new Shown(rows.about(ids), rows.concernsOf(ids));
        }
    }

    private @Nullable Excerpt excerpt(
            Viewer viewer, String caseId, Shown shown, List<String> asked) {
        if (asked.isEmpty()) {
            return null;
        }
        Stream<String> cases =
                Stream.concat(
                        shown.concerns().getOrDefault(caseId, List.of()).stream(),
                        Stream.of(caseId));
        return cases.flatMap(id -> texts.of(viewer.school(), id, viewer.person()))
                .filter(text -> Words.has(text, asked))
                .findFirst()
                .map(text -> Excerpt.of(text, asked))
                .orElse(null);
    }

    private static @Nullable String given(String value) {
        return value.isEmpty() ? null : value;
    }
}
