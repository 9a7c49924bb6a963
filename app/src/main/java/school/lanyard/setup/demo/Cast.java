// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds people for the parts of a scenario: children of one class, a guardian of the child, staff
/// who hold no leadership.
final class Cast {

    private final DemoSchool school;
    private final Chance chance;
    private final List<DemoSchool.Pupil> pupils;

    /// A cast for one year.
    ///
    /// @param yearsAgo a year ago, today's youngest were not at the school yet
    Cast(DemoSchool school, Chance chance, int yearsAgo) {
        this.school = school;
        this.chance = chance;
        this.pupils =
                school.pupils().stream()
                        .filter(pupil -> yearsAgo == 0 || !pupil.year().equals("reception"))
                        .toList();
    }

    /// Everybody that the scenario names by slot. Those who took the same part in what it follows
    /// take it again.
    Map<String, DemoSchool.Person> parts(Scenario scenario, Map<String, DemoSchool.Person> before) {
        var parts = new LinkedHashMap<String, DemoSchool.Person>();
        for (String slot : scenario.parts().keySet())
            parts.put(
                    slot, before.containsKey(slot) ? before.get(slot) : pick(slot, parts, before));
        return parts;
    }

    private DemoSchool.Person pick(
            String slot,
            Map<String, DemoSchool.Person> parts,
            Map<String, DemoSchool.Person> before) {
        return switch (slot) {
            case "child" -> chance.of(pupils);
            case "other", "third" -> classmate(parts);
            case "parent" ->
                    guardianOf(Optional.ofNullable(parts.get("child")).orElse(before.get("child")));
            case "adult" -> chance.of(ordinaryStaff());
            case "head" -> school.holding("headteacher");
            default -> throw new IllegalStateException("no such part: " + slot);
        };
    }

    private DemoSchool.Person classmate(Map<String, DemoSchool.Person> parts) {
        var child = (DemoSchool.Pupil) parts.get("child");
        return chance.of(
                pupils.stream()
                        .filter(p -> child == null || p.classroom().equals(child.classroom()))
                        .filter(p -> !parts.containsValue(p))
                        .toList());
    }

    private DemoSchool.Person guardianOf(DemoSchool.@Nullable Person child) {
        return chance.of(
                school.guardians().stream()
                        .filter(g -> g.sameAs() == null)
                        .filter(g -> child == null || g.children().contains(child.id()))
                        .toList());
    }

    private List<DemoSchool.Staff> ordinaryStaff() {
        return school.staff().stream()
                .filter(s ->
                        List.of("class-teacher", "teaching-assistant", "office").contains(s.post()))
                .filter(s -> !s.roles().contains("online-safety-lead"))
                .toList();
    }

    /// Who writes it down: somebody in the post, of the child's class where there is one, and never
    /// somebody it is about.
    DemoSchool.Staff reporter(String who, Map<String, DemoSchool.Person> parts) {
        String post =
                switch (who) {
                    case "teacher" -> "class-teacher";
                    case "ta" -> "teaching-assistant";
                    case "lunch" -> "lunchtime-supervisor";
                    case "head" -> "headteacher";
                    default -> who;
                };
        List<DemoSchool.Staff> able =
                school.staff().stream()
                        .filter(s -> s.post().equals(post) && !parts.containsValue(s))
                        .toList();
        List<DemoSchool.Staff> near =
                able.stream().filter(s -> isOf(s, parts.get("child"))).toList();
        return chance.of(near.isEmpty() ? able : near);
    }

    private static boolean isOf(DemoSchool.Staff staff, DemoSchool.@Nullable Person child) {
        return child instanceof DemoSchool.Pupil pupil
                && pupil.classroom().equals(staff.classroom());
    }
}
