// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A kind of thing that happens in an infant school, with phrases to vary.
///
/// @param parts who takes part by slot, such as child, other, adult, parent or head, and as what
/// @param courses what becomes of it the first, second, … time; they come round again
/// @param echo what somebody else writes about the same event, joining it
/// @param after a scenario that it follows, about the same people
/// @param lately how many school days ago it was written, for what is still under way; absent for
///   what happens some time in a year
record Scenario(
        String name,
        int times,
        boolean once,
        @Nullable Integer lately,
        String group,
        String category,
        String risk,
        Map<String, String> parts,
        String reporter,
        boolean onSite,
        String when,
        String where,
        String device,
        boolean riskNow,
        List<String> courses,
        String outcome,
        @Nullable String after,
        String text,
        @Nullable String words,
        @Nullable String echo,
        @Nullable Answer answer) {

    /// What a handler says of it where it needs no incident.
    record Answer(String decision, String told, String feedback) {}

    static List<Scenario> all() {
        return Resource.blocks("scenarios.txt").stream().map(Scenario::of).toList();
    }

    String course(int time) {
        return courses.get(time % courses.size());
    }

    private static Scenario of(Map<String, String> fields) {
        return new Scenario(
                need(fields, "name"),
                Integer.parseInt(need(fields, "times")),
                fields.containsKey("once"),
                fields.containsKey("lately") ? Integer.valueOf(need(fields, "lately")) : null,
                fields.getOrDefault("group", "learner"),
                need(fields, "category"),
                need(fields, "risk"),
                parts(fields.getOrDefault("people", "")),
                need(fields, "reporter"),
                need(fields, "site").equals("on"),
                need(fields, "when"),
                need(fields, "where"),
                need(fields, "device"),
                fields.containsKey("riskNow"),
                List.of(need(fields, "course").split(", ", -1)),
                need(fields, "outcome", "unfounded"),
                fields.get("after"),
                need(fields, "text"),
                fields.get("words"),
                fields.get("echo"),
                answer(fields));
    }

    private static @Nullable Answer answer(Map<String, String> fields) {
        return fields.containsKey("decision")
                ? new Answer(
                        need(fields, "decision"), need(fields, "told"), need(fields, "feedback"))
                : null;
    }

    private static String need(Map<String, String> fields, String key) {
        String value = fields.get(key);
        if (value == null) throw new IllegalStateException("no " + key + " in " + fields);
        return value;
    }

    private static String need(Map<String, String> fields, String key, String otherwise) {
        return fields.getOrDefault(key, otherwise);
    }

    private static Map<String, String> parts(String people) {
        var parts = new LinkedHashMap<String, String>();
        Stream.of(people.split("; ", -1))
                .filter(part -> !part.isBlank())
                .map(part -> part.split(" ", -1))
                .forEach(part -> parts.put(part[0], part[1]));
        return parts;
    }
}
