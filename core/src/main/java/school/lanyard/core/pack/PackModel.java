// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.routing.Route;
import school.lanyard.core.routing.Routing;

/// Builds a [Pack] from a resolved tree that has been checked, or from a stored edition.
final class PackModel {

    /// The version of the format that is written. Version 4 asked nobody to sign or to be trained,
    /// and had no step that is done by what is recorded for each person, and no record that is
    /// chosen from posts or devices. Version 3 had no kinds of report, no step that repeats, none
    /// with a condition on its record and none on a printed form, and did not know who may open a
    /// case in an emergency. Version 2 had no agreements; version 1 had no headings and no controls
    /// either, and its clauses only area, words and evidence: what is missing reads as empty.
    static final int SCHEMA = 5;

    private static final Set<Integer> READABLE = Set.of(1, 2, 3, 4, SCHEMA);

    private final Yaml.Mapping root;

    private PackModel(Yaml.Mapping root) {
        this.root = root;
    }

    /// The tree that an edition stores: the format's version, the base's exact version, the
    /// sections.
    static Yaml.Mapping resolved(Map<Section, Yaml.Mapping> sections, Pack.@Nullable Base base) {
        var place = Place.start("pack.yaml");
        var entries = new LinkedHashMap<String, Yaml.Entry>();
        entries.put(
                "schema",
                new Yaml.Entry(
                        place, new Yaml.Scalar(place, (long) SCHEMA, String.valueOf(SCHEMA))));
        if (base != null) {
            var parts = new LinkedHashMap<String, Yaml.Entry>();
            parts.put("key", text(place, base.key()));
            parts.put("edition", text(place, base.edition()));
            parts.put("hash", text(place, base.hash()));
            entries.put("base", new Yaml.Entry(place, new Yaml.Mapping(place, parts)));
        }
        sections.forEach(
                (section, tree) -> entries.put(section.key(), new Yaml.Entry(tree.place(), tree)));
        return new Yaml.Mapping(place, entries);
    }

    private static Yaml.Entry text(Place place, String text) {
        return new Yaml.Entry(place, new Yaml.Scalar(place, text, text));
    }

    static Pack build(Yaml.Mapping root) {
        int schema = root.number("schema", 0);
        if (!READABLE.contains(schema)) {
            throw new IllegalArgumentException(
                    "no reader for version %d of the pack format".formatted(schema));
        }
        return new PackModel(root).pack();
    }

    private Pack pack() {
        var header = section(Section.PACK);
        var groups = section(Section.VOCABULARY).mapping("groups").entries().keySet();
        var tables =
                new TableModel(section(Section.MARKS), factTypes(), groups, header.text("ask"));
        var grids = new GridModel(section(Section.RESPONSES), section(Section.CATEGORIES));
        return new Pack(
                header.text("key"),
                header.text("label"),
                header.text("edition"),
                header.text("written-against"),
                header.text("next-review"),
                base(),
                header.text("ask"),
                header.text("proportionality"),
                vocabulary(),
                each(section(Section.ROLES), PackModel::role),
                new Routing(List.copyOf(each(section(Section.ROUTING), PackModel::route).values())),
                each(section(Section.KINDS), PackModel::kind),
                each(section(Section.CONTACTS), PackModel::contact),
                each(
                        section(Section.CATEGORIES).mapping("risks"),
                        (key, risk) -> new RiskArea(key, risk.text("label"), risk.text("means"))),
                grids.categories(),
                each(section(Section.FACTS), PackModel::fact),
                each(section(Section.INTERVALS), PackModel::interval),
                law(),
                each(section(Section.SECTIONS), PackModel::heading),
                clauses(),
                controls(),
                each(section(Section.DECISIONS), tables::table),
                grids.grids(),
                each(
                        section(Section.PLAYBOOKS),
                        (key, playbook) ->
                                PlaybookReader.checked(key, playbook, section(Section.INTERVALS))),
                each(section(Section.AGREEMENTS), this::agreement),
                each(section(Section.TRAINING), PackModel::course),
                Canonical.json(root));
    }

    private Yaml.Mapping section(Section section) {
        return root.mapping(section.key());
    }

    static <V> Map<String, V> each(
            Yaml.Mapping section, BiFunction<String, Yaml.Mapping, V> model) {
        var found = new LinkedHashMap<String, V>();
        section.children().forEach((key, entry) -> found.put(key, model.apply(key, entry)));
        return found;
    }

    private Pack.@Nullable Base base() {
        var base = root.mapping("base");
        return base.entries().isEmpty()
                ? null
                : new Pack.Base(base.text("key"), base.text("edition"), base.text("hash"));
    }

    private Map<String, FactType> factTypes() {
        return each(section(Section.FACTS), (_, fact) -> FactType.of(fact.text("type")));
    }

    private Vocabulary vocabulary() {
        var words = section(Section.VOCABULARY);
        return new Vocabulary(
                each(
                        words.mapping("groups"),
                        (key, word) ->
                                new Group(
                                        key,
                                        word.text("one"),
                                        word.text("many"),
                                        word.flag("child"))),
                each(
                        words.mapping("terms"),
                        (_, word) -> new Vocabulary.Term(word.text("one"), word.text("many"))));
    }

    private static Role role(String key, Yaml.Mapping role) {
        return new Role(
                key,
                role.text("label"),
                role.text("short", role.text("label")),
                role.flag("required"),
                role.text("holders").equals("one"),
                role.texts("capabilities").stream()
                        .flatMap(each -> Capability.of(each).stream())
                        .collect(Collectors.toUnmodifiableSet()),
                Set.copyOf(role.texts("groups")),
                role.texts("clauses"),
                role.text("note"));
    }

    private static ReportKind kind(String key, Yaml.Mapping kind) {
        return new ReportKind(
                key,
                kind.text("label"),
                kind.text("hint"),
                kind.texts("prompts"),
                kind.has("to") ? route(key, kind) : null,
                kind.text("about"),
                kind.text("acknowledge"),
                kind.text("decide"),
                kind.text("decision"),
                kind.flag("register"),
                kind.texts("clauses"));
    }

    private static Route route(String key, Yaml.Mapping route) {
        var tiers = new ArrayList<List<String>>();
        for (var tier : route.items("to")) {
            if (tier instanceof Yaml.Sequence(_, var roles)) {
                tiers.add(roles.stream().map(Yaml::text).toList());
            }
        }
        return new Route(
                key,
                route.text("label"),
                Set.copyOf(route.texts("about-roles")),
                Set.copyOf(route.texts("about-groups")),
                tiers,
                route.text("then"),
                route.texts("also-tell"),
                route.flag("leader"),
                route.texts("clauses"));
    }

    private static Contact contact(String key, Yaml.Mapping contact) {
        return new Contact(
                key,
                contact.text("label"),
                contact.text("use-when"),
                contact.text("call"),
                contact.text("web"),
                contact.flag("local"),
                contact.has("reply-within") ? Interval.length(contact.text("reply-within")) : null,
                OfficeHours.of(contact.text("hours")),
                contact.has("out-of-hours") ? contact.text("out-of-hours") : null,
                contact.texts("clauses"));
    }

    private static FactKind fact(String key, Yaml.Mapping fact) {
        return new FactKind(key, fact.text("label"), FactType.of(fact.text("type")));
    }

    private static Interval interval(String key, Yaml.Mapping interval) {
        return new Interval(
                key,
                interval.text("label"),
                Interval.length(interval.text("length")),
                Interval.ChosenBy.valueOf(interval.text("chosen-by").toUpperCase(Locale.ROOT)),
                interval.text("note"),
                interval.texts("clauses"));
    }

    private Map<String, LawFact> law() {
        var cited = Cited.law(root);
        return each(
                section(Section.LAW),
                (key, law) -> law(key, law, cited.getOrDefault(key, List.of())));
    }

    private static LawFact law(String key, Yaml.Mapping law, List<String> clauses) {
        var touches = law.mapping("touches");
        return new LawFact(
                key,
                law.text("says"),
                law.text("source"),
                law.text("web"),
                LocalDate.parse(law.text("checked-on")),
                law.flag("second-hand"),
                touches.texts("areas"),
                touches.texts("kinds").stream()
                        .flatMap(kind -> ClauseKind.of(kind).stream())
                        .collect(Collectors.toSet()),
                clauses);
    }

    private static Heading heading(String key, Yaml.Mapping heading) {
        return new Heading(
                key,
                heading.text("title"),
                heading.text("intro"),
                heading.text("part"),
                heading.texts("shows").stream()
                        .flatMap(each -> Heading.Shown.of(each).stream())
                        .toList());
    }

    private Agreement agreement(String key, Yaml.Mapping agreement) {
        var groups = agreement.texts("for");
        return new Agreement(
                key,
                agreement.text("title"),
                groups,
                agreement.text("signed-by"),
                agreement.text("intro"),
                agreement.mappings("lines").stream().map(PackModel::line).toList(),
                agreement.text("consequence"),
                agreement.texts("signature"),
                asking(agreement));
    }

    private Agreement.Asking asking(Yaml.Mapping agreement) {
        return new Agreement.Asking(
                agreement.texts("posts"),
                agreement.number("at-least", 1),
                agreement.mappings("reads").stream()
                        .map(read ->
                                new Agreement.Reading(read.text("title"), read.text("version")))
                        .toList(),
                agreement.flag("knows-the-policy") ? PolicyWords.mark(root) : "",
                agreement.text("again"),
                agreement.has("in-class"),
                agreement.has("at-the-door"));
    }

    private static Course course(String key, Yaml.Mapping course) {
        return new Course(
                key,
                course.text("label"),
                course.texts("for"),
                course.texts("posts"),
                course.text("again"),
                course.text("within"),
                course.mapping("items").children().entrySet().stream()
                        .map(each -> new Course.Item(each.getKey(), each.getValue().text("says")))
                        .toList());
    }

    private static Agreement.Line line(Yaml.Mapping line) {
        return new Agreement.Line(
                line.text("under"), line.text("says"), line.text("picture"), line.texts("quotes"));
    }

    private Map<Control, List<String>> controls() {
        var found = new LinkedHashMap<Control, List<String>>();
        section(Section.CONTROLS)
                .children()
                .forEach((key, control) ->
                        Control.of(key)
                                .ifPresent(each -> found.put(each, control.texts("clauses"))));
        return found;
    }

    private Map<String, Clause> clauses() {
        var bindings = Bindings.of(root);
        return each(
                section(Section.CLAUSES),
                (id, clause) ->
                        new Clause(
                                id,
                                clause.text("section"),
                                clause.text("area"),
                                ClauseKind.of(clause.text("kind")).orElse(null),
                                clause.texts("who"),
                                clause.flag("who-inferred"),
                                Cadence.of(clause.text("cadence")).orElse(Cadence.NONE),
                                clause.flag("cadence-inferred"),
                                clause.text("interval"),
                                clause.text("says"),
                                List.copyOf(bindings.getOrDefault(id, Set.of())),
                                clause.texts("evidence")));
    }
}
