// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.file;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Reads the tables of School Data Sync 2.1, which are always whole.
final class SchoolDataSync {

    private static final Set<String> GUARDIANS = Set.of("parent", "guardian");

    private record Part(String school, String role, String grade) {}

    private final Bundle bundle;
    private final LocalDate today;
    private final Remarks remarks = new Remarks();
    private final Entries entries = new Entries(remarks);
    private final Rooms rooms = new Rooms(remarks);
    private final List<Tie> ties = new ArrayList<>();
    private final Map<String, String> schools = new HashMap<>();
    private final Map<String, List<Part>> parts = new HashMap<>();
    private final Map<String, String> births = new HashMap<>();
    private final Set<String> adults = new HashSet<>();
    private final Days days = new Days();

    SchoolDataSync(Bundle bundle, LocalDate today) {
        this.bundle = bundle;
        this.today = today;
    }

    static boolean is(Bundle bundle) {
        return bundle.has("users.csv") && bundle.has("roles.csv") && bundle.has("orgs.csv");
    }

    Reading read() {
        bundle.rows(
                "orgs.csv",
                row -> {
                    if (row.get("type").equalsIgnoreCase("school")) {
                        schools.put(row.get("sourcedid"), row.get("name"));
                    }
                });
        bundle.rows(
                "roles.csv",
                row ->
                        parts.computeIfAbsent(row.get("usersourcedid"), _ -> new ArrayList<>())
                                .add(
                                        new Part(
                                                row.get("orgsourcedid"),
                                                row.get("role"),
                                                row.get("grade"))));
        bundle.rows(
                "demographics.csv",
                row -> {
                    days.see(row.get("birthdate"));
                    births.put(row.get("usersourcedid"), row.get("birthdate"));
                });
        bundle.rows("relationships.csv", row -> adults.add(row.get("relationshipusersourcedid")));
        bundle.rows("users.csv", this::person);
        bundle.rows("relationships.csv", this::tie);
        bundle.rows("classes.csv", row -> rooms.add(row.get("sourcedid"), row.get("title"), null));
        bundle.rows(
                "enrollments.csv",
                row -> {
                    var person = "SOURCED:" + row.get("usersourcedid");
                    rooms.enrol(
                            row.place(), row.get("classsourcedid"), person, entries.has(person));
                });
        rooms.into(entries);
        return new Reading(
                Format.SDS, false, entries.all(), ties, remarks.listed(), remarks.more(), schools);
    }

    private void person(Table.Row row) {
        var id = row.get("sourcedid");
        var draft = new Draft(row.place(), remarks).known(Scheme.SOURCED, id);
        if (id.isEmpty()) {
            draft.bar("has no sourcedId.");
        }
        draft.named(row.get("givenname"), row.get("familyname"))
                .mailedAt(row.get("email").isEmpty() ? mail(row) : row.get("email"))
                .born(births.getOrDefault(id, ""), days, today);
        var all = parts.getOrDefault(id, List.of());
        for (var part : all) {
            draft.is(Cells.group(part.role()), part.role()).at(part.school());
            if (part.role().equalsIgnoreCase("student")) {
                draft.inYear(part.grade());
            }
        }
        if (adults.contains(id)) {
            draft.is(Cells.PARENT);
        } else if (all.isEmpty()) {
            remarks.note(row.place(), "is of somebody whom no table gives a role. Left out.");
            return;
        }
        draft.entry(draft.ownKey()).ifPresent(entries::add);
    }

    /// What somebody signs in with elsewhere is an address as a rule.
    private static String mail(Table.Row row) {
        return row.get("username").contains("@") ? row.get("username") : "";
    }

    private void tie(Table.Row row) {
        var child = "SOURCED:" + row.get("usersourcedid");
        var adult = "SOURCED:" + row.get("relationshipusersourcedid");
        if (!entries.has(child) || !entries.has(adult)) {
            remarks.note(row.place(), "names somebody who is in no table, and is left out.");
            return;
        }
        var role = row.get("relationshiprole").toLowerCase(Locale.ROOT);
        ties.add(new Tie(row.place(), child, adult, GUARDIANS.contains(role), null, null));
    }
}
