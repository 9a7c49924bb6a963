// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.file;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads OneRoster 1.1 and 1.2 as CSV. In 1.1 what somebody is stands in `users.csv`; in 1.2 it has
/// a table of its own. A table is whole ("bulk") or holds what has changed ("delta"), where a row
/// with the status `tobedeleted` says that somebody has left.
final class OneRoster {

    private static final Pattern OWN_ID = Pattern.compile("\\{([^:{}]+):([^{}]+)\\}");
    private static final Set<String> GUARDIANS = Set.of("parent", "guardian");

    private final Bundle bundle;
    private final LocalDate today;
    private final Remarks remarks = new Remarks();
    private final Entries entries = new Entries(remarks);
    private final Rooms rooms = new Rooms(remarks);
    private final List<Tie> ties = new ArrayList<>();
    private final Map<String, String> schools = new HashMap<>();
    private final Map<String, Set<String>> roles = new HashMap<>();
    private final Map<String, Set<String>> places = new HashMap<>();
    private final Map<String, String> births = new HashMap<>();
    private final Map<String, String> means = new HashMap<>();
    private final Set<String> relatives = new HashSet<>();
    private final Days days = new Days();

    OneRoster(Bundle bundle, LocalDate today) {
        this.bundle = bundle;
        this.today = today;
    }

    static boolean is(Bundle bundle) {
        return bundle.has("users.csv")
                && (bundle.has("manifest.csv") || bundle.headed("users.csv", "enableduser"));
    }

    Reading read() {
        bundle.rows(
                "manifest.csv",
                row ->
                        means.put(
                                row.get("propertyname").toLowerCase(Locale.ROOT),
                                row.get("value").toLowerCase(Locale.ROOT)));
        bundle.rows("orgs.csv", this::school);
        bundle.rows("roles.csv", this::role);
        bundle.rows("demographics.csv", this::born);
        bundle.rows("users.csv", this::person);
        bundle.rows("classes.csv", this::room);
        bundle.rows("enrollments.csv", this::enrol);
        rooms.into(entries);
        return new Reading(
                Format.ONE_ROSTER,
                delta(),
                entries.all(),
                tied(),
                remarks.listed(),
                remarks.more(),
                schools);
    }

    private boolean delta() {
        var users = means.getOrDefault("file.users", "bulk");
        if (means.containsValue("bulk") && means.containsValue("delta")) {
            remarks.note(
                    new Place("manifest.csv", 1),
                    "calls some tables whole and others not. None is taken for whole.");
            return true;
        }
        return users.equals("delta");
    }

    private static boolean gone(Table.Row row) {
        return row.get("status").equalsIgnoreCase("tobedeleted");
    }

    private void school(Table.Row row) {
        if (!gone(row) && row.get("type").equalsIgnoreCase("school")) {
            schools.put(row.get("sourcedid"), row.get("name"));
        }
    }

    private void role(Table.Row row) {
        if (!gone(row)) {
            var person = row.get("usersourcedid");
            roles.computeIfAbsent(person, _ -> new HashSet<>()).add(row.get("role"));
            places.computeIfAbsent(person, _ -> new HashSet<>()).add(row.get("orgsourcedid"));
        }
    }

    private void born(Table.Row row) {
        if (!gone(row)) {
            days.see(row.get("birthdate"));
            births.put(row.get("sourcedid"), row.get("birthdate"));
        }
    }

    private void person(Table.Row row) {
        var id = row.get("sourcedid");
        var draft = new Draft(row.place(), remarks).known(Scheme.SOURCED, id);
        if (id.isEmpty()) {
            draft.bar("has no sourcedId.");
        }
        draft.named(chosen(row, "givenname"), chosen(row, "familyname"))
                .known(Scheme.NUMBER, row.get("identifier"))
                .born(births.getOrDefault(id, ""), days, today)
                .mailedAt(row.get("email"))
                .gone(gone(row));
        upn(row).ifPresent(upn -> draft.known(Scheme.UPN, upn));
        var what = roles.getOrDefault(id, Set.of(row.get("role")));
        what.forEach(each -> draft.is(Cells.group(each), each));
        if (what.stream().anyMatch(each -> each.equalsIgnoreCase("student"))) {
            draft.inYear(row.get("grades").split(",", 2)[0].strip());
        }
        places.getOrDefault(id, listed(row.get("orgsourcedids"))).forEach(draft::at);
        if (what.stream().noneMatch(each -> GUARDIANS.contains(each.toLowerCase(Locale.ROOT)))) {
            relatives.add("SOURCED:" + id);
        }
        draft.entry(draft.ownKey())
                .ifPresent(entry -> {
                    entries.add(entry);
                    listed(row.get("agentsourcedids")).forEach(other -> agent(row, entry, other));
                });
    }

    /// 1.2 has names that people choose beside those that the law knows.
    private static String chosen(Table.Row row, String part) {
        var chosen = row.get("preferred" + part);
        return chosen.isEmpty() ? row.get(part) : chosen;
    }

    /// Agents stand with the child or with the adult; each program does it its own way.
    private void agent(Table.Row row, Entry entry, String other) {
        var otherKey = "SOURCED:" + other;
        var child = entry.groups().contains(Cells.LEARNER);
        ties.add(
                new Tie(
                        row.place(),
                        child ? entry.key() : otherKey,
                        child ? otherKey : entry.key(),
                        true,
                        null,
                        null));
    }

    private static Optional<String> upn(Table.Row row) {
        var found = OWN_ID.matcher(row.get("userids"));
        while (found.find()) {
            if (found.group(1).strip().equalsIgnoreCase("upn")) {
                return Optional.of(found.group(2).strip());
            }
        }
        return Optional.empty();
    }

    private void room(Table.Row row) {
        if (!gone(row)) {
            rooms.add(row.get("sourcedid"), row.get("title"), year(row.get("grades")));
        }
    }

    private static @Nullable String year(String grades) {
        return grades.contains(",") ? null : Cells.year(grades);
    }

    private void enrol(Table.Row row) {
        if (!gone(row)) {
            var person = "SOURCED:" + row.get("usersourcedid");
            rooms.enrol(row.place(), row.get("classsourcedid"), person, entries.has(person));
        }
    }

    /// In a delta the other of the two may be known from before.
    private List<Tie> tied() {
        var kept = new ArrayList<Tie>();
        for (var tie : ties) {
            var adult = entries.get(tie.adult());
            var child = entries.get(tie.child());
            if ((adult == null || child == null) && !delta()) {
                remarks.note(tie.place(), "names a relative who is in no table, and is left out.");
            } else if (adult != null && !adult.groups().contains(Cells.PARENT)) {
                // A teacher who is named so is not of the child's family.
                remarks.note(tie.place(), "names somebody who is no relative, and is left out.");
            } else if (child == null || child.groups().contains(Cells.LEARNER)) {
                kept.add(
                        new Tie(
                                tie.place(),
                                tie.child(),
                                tie.adult(),
                                !relatives.contains(tie.adult()),
                                null,
                                null));
            }
        }
        return kept;
    }

    private static Set<String> listed(String cell) {
        var all = new HashSet<String>();
        for (var each : cell.split(",", -1)) {
            if (!each.isBlank()) {
                all.add(each.strip());
            }
        }
        return all;
    }
}
