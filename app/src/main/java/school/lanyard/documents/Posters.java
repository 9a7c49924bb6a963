// SPDX-License-Identifier: Apache-2.0
package school.lanyard.documents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import school.lanyard.core.decision.Answer;
import school.lanyard.core.pack.Agreement;
import school.lanyard.core.pack.Decisions.Askable;
import school.lanyard.core.pack.Group;
import school.lanyard.core.pack.Pack;
import school.lanyard.documents.PosterPage.Row;
import school.lanyard.documents.PosterPage.Tile;

/// The rules of each group of people on one sheet, from their agreement and from what the tables
/// choose to show them.
final class Posters {

    /// What goes together stands together, as on the page for children.
    private static final List<String> ORDER = List.of("yes", "ask", "no");

    /// With more rules than this a sheet is full.
    private static final int MANY = 12;

    private static final int MOST = 13;

    private final Pack pack;
    private final Standing standing;

    Posters(Pack pack, Standing standing) {
        this.pack = pack;
        this.standing = standing;
    }

    List<Paper> all() {
        var posters = new ArrayList<Paper>();
        for (var group : pack.vocabulary().groups().values()) {
            if (group.child()) {
                children(group, posters);
            } else {
                adults(group, posters);
            }
        }
        return posters;
    }

    private void children(Group group, List<Paper> posters) {
        agreement(group)
                .ifPresent(agreement ->
                        posters.add(
                                poster(
                                        group.key(),
                                        agreement.title(),
                                        "Rules with pictures, for %s. For classrooms and beside computers."
                                                .formatted(group.many()),
                                        agreement.lines().stream()
                                                .map(line ->
                                                        new Tile(
                                                                line.says(),
                                                                line.picture(),
                                                                "",
                                                                ""))
                                                .toList(),
                                        List.of(),
                                        "Worried? Tell a grown-up. You will not be in trouble.",
                                        true)));
        var answers =
                chosen(group).stream()
                        .map(subject -> tile(subject, group))
                        .sorted(Comparator.comparingInt(tile -> ORDER.indexOf(tile.answer())))
                        .toList();
        if (!answers.isEmpty()) {
            posters.add(
                    poster(
                            group.key() + "-may-i",
                            "May I?",
                            "Yes, no or ask first, with pictures, for %s.".formatted(group.many()),
                            answers,
                            List.of(),
                            "Not sure? Ask a grown-up.",
                            true));
        }
    }

    private void adults(Group group, List<Paper> posters) {
        var lines = agreement(group).map(Agreement::lines).orElse(List.of());
        var rows =
                lines.size() > MANY
                        ? List.<Row>of()
                        : chosen(group).stream()
                                .filter(subject -> !subject.shown().picture().isEmpty())
                                .limit(MOST)
                                .map(subject -> row(subject, group))
                                .toList();
        if (!lines.isEmpty()) {
            posters.add(
                    poster(
                            group.key(),
                            "Staying safe online: " + group.many(),
                            "The rules for %s on one page.".formatted(group.many()),
                            lines.stream()
                                    .map(line -> new Tile(line.says(), "", "", line.under()))
                                    .toList(),
                            rows,
                            "Worried about a child? Tell the %s at once.".formatted(first()),
                            false));
        }
    }

    private Optional<Agreement> agreement(Group group) {
        return pack.agreements().values().stream()
                .filter(agreement -> agreement.groups().contains(group.key()))
                .findFirst();
    }

    /// Only what the pack chooses for a group by itself: a table has many rows that a poster has
    /// not.
    private List<Askable> chosen(Group group) {
        return pack.decide().shownTo(group.key()).stream()
                .filter(subject ->
                        subject.shown()
                                .to()
                                .filter(groups -> groups.contains(group.key()))
                                .isPresent())
                .toList();
    }

    private Tile tile(Askable subject, Group group) {
        var told = pack.decide().tell(group.key(), subject.key(), Map.of());
        return new Tile(
                subject.shown().shortly(), subject.shown().picture(), key(told.answer()), "");
    }

    private Row row(Askable subject, Group group) {
        var told = pack.decide().tell(group.key(), subject.key(), Map.of());
        return new Row(subject.label(), told.word(), told.when(), key(told.answer()));
    }

    private static String key(Answer answer) {
        return switch (answer) {
            case ALLOWED -> "yes";
            case ALLOWED_WHEN, NOT_STATED -> "ask";
            case NOT_ALLOWED, ILLEGAL -> "no";
        };
    }

    private String first() {
        var routes = pack.routing().routes();
        var last = routes.getLast().tiers();
        return last.isEmpty() ? "school" : lower(pack.role(last.getFirst().getFirst()).label());
    }

    private static String lower(String label) {
        boolean abbreviation = label.length() > 1 && Character.isUpperCase(label.charAt(1));
        return abbreviation ? label : Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }

    private Paper poster(
            String key,
            String title,
            String detail,
            List<Tile> tiles,
            List<Row> rows,
            String foot,
            boolean pictured) {
        return new Paper(
                Paper.Kind.POSTER,
                "posters/" + key,
                title,
                detail,
                "documents/poster",
                medium ->
                        new PosterPage(
                                title,
                                tiles,
                                rows,
                                foot,
                                pictured,
                                standing,
                                pack.label() + ", edition " + pack.edition(),
                                medium));
    }
}
