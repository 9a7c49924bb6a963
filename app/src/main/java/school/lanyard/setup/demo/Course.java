// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import school.lanyard.web.Times;

/// What a handler does in a case, step after step in working time, as far as it has got.
final class Course {

    private static final LocalTime MORNING = LocalTime.of(8, 20);
    private static final LocalTime EVENING = LocalTime.of(17, 30);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm", Locale.UK);

    private final Map<String, Map<String, String>> blocks = new LinkedHashMap<>();
    private final Chance chance;

    Course(Chance chance) {
        this.chance = chance;
        for (var block : Resource.blocks("steps.txt")) blocks.put(field(block, "name"), block);
    }

    /// The acts from an opening up to the end of a day.
    List<Act> acts(
            String course, LocalDateTime opened, LocalDate today, String byId, String outcome) {
        var acts = new ArrayList<Act>();
        LocalDateTime at = opened;
        for (String step : field(block(course), "steps").split(", ", -1)) {
            String[] parts = step.split(" ", -1);
            at = working(at.plus(delay(parts[1])));
            if (at.toLocalDate().isAfter(today)) break;
            acts.add(act(parts[0], at, byId, outcome));
        }
        return acts;
    }

    private Act act(String step, LocalDateTime at, String byId, String outcome) {
        if (step.equals("close"))
            return new Act.Closed(at, byId, outcome, field(needs(step, at), "summary"));
        if (step.equals("act")) {
            var words = needs(step, at);
            return new Act.Carried(at, byId, field(words, "note"), field(words, "not-needed"));
        }
        if (step.equals("choose"))
            return new Act.Chosen(at, byId, chance.percent(60), field(needs(step, at), "reason"));
        if (step.equals("choose-all")) return new Act.Chosen(at, byId, true, "");
        int equals = step.indexOf('=');
        if (equals < 0) return new Act.Done(at, byId, step, needs(step, at));
        String key = step.substring(0, equals);
        String fact = field(block("facts"), key);
        return new Act.Answered(at, byId, key, fact, step.substring(equals + 1), needs(key, at));
    }

    private Map<String, String> needs(String step, LocalDateTime at) {
        var needs = new LinkedHashMap<String, String>();
        block("needs")
                .forEach((key, text) -> {
                    if (key.startsWith(step + "."))
                        needs.put(key.substring(step.length() + 1), fill(text, at));
                });
        return needs;
    }

    private String fill(String text, LocalDateTime at) {
        return switch (text) {
            case "{at}" -> MOMENT.format(at);
            case "{+0}" -> Times.day(at.toLocalDate());
            case "{+14}" -> Times.day(at.toLocalDate().plusDays(14));
            case "{+30}" -> Times.day(at.toLocalDate().plusDays(30));
            default -> chance.phrase(text).replace("{at}", MOMENT.format(at));
        };
    }

    /// Varies by a third either way, so that no two cases keep step.
    private Duration delay(String written) {
        int amount = Integer.parseInt(written.substring(0, written.length() - 1));
        Duration whole =
                switch (written.charAt(written.length() - 1)) {
                    case 'm' -> Duration.ofMinutes(amount);
                    case 'h' -> Duration.ofHours(amount);
                    default -> Duration.ofDays(amount);
                };
        return Duration.ofMinutes(Math.max(1, whole.toMinutes() * chance.between(67, 133) / 100));
    }

    /// The time itself within working hours, else the next morning of work.
    static LocalDateTime working(LocalDateTime time) {
        LocalDateTime at = time.withSecond(0).withNano(0);
        if (at.toLocalTime().isBefore(MORNING)) at = at.with(MORNING);
        if (at.toLocalTime().isAfter(EVENING)) at = at.toLocalDate().plusDays(1).atTime(MORNING);
        while (at.getDayOfWeek().getValue() > 5)
            at = at.toLocalDate().plusDays(1).atTime(MORNING.plusMinutes(10));
        return at;
    }

    private Map<String, String> block(String name) {
        return blocks.getOrDefault(name, Map.of());
    }

    private static String field(Map<String, String> block, String key) {
        String value = block.get(key);
        if (value == null) throw new IllegalStateException("no " + key + " in " + block.keySet());
        return value;
    }
}
