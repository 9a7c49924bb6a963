// SPDX-License-Identifier: Apache-2.0
package school.lanyard.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import school.lanyard.testing.Engine;
import school.lanyard.testing.Guest;
import school.lanyard.testing.LiveSchool;

/// Every form of the running server, filled in by somebody hostile. Whatever is sent, the answer is
/// a page or a refusal, never a failure inside, and no answer shows how the inside works.
class FuzzedRequestsTest {

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)\"");
    private static final Pattern FORM =
            Pattern.compile("<form[^>]*action=\"([^\"]*)\"[^>]*>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern FIELD =
            Pattern.compile("<(?:input|textarea|select|button)[^>]*\\bname=\"([^\"]+)\"[^>]*>");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");
    private static final List<String> SPITEFUL =
            List.of(
                    "",
                    " ",
                    "\0",
                    "\uFEFF\u202E",
                    "'; drop table incident; --",
                    "<script>alert(1)</script>",
                    "${7*7}",
                    "{{7*7}}",
                    "../../../etc/passwd",
                    "%00",
                    "%",
                    "-1",
                    "0",
                    "99999999999999999999",
                    "31",
                    "2026-02-30",
                    "1e9",
                    "NaN",
                    "true",
                    "null",
                    "\r\nSet-Cookie: a=b",
                    "00000000-0000-0000-0000-000000000000",
                    "x".repeat(70_000),
                    "🧒🏽".repeat(3000),
                    "\uD83E",
                    "=cmd|'/C calc'!A0",
                    "\u0000\u0001\u0002",
                    "a\nb\nc",
                    "999",
                    "two");
    private static final int MOST_PAGES = 150;

    @Test
    void never_fail_inside() {
        campaign(150, 20261122L);
    }

    @Test
    @Tag("drill")
    void never_fail_inside_in_a_long_campaign() {
        campaign(Integer.getInteger("lanyard.fuzz", 5000), System.nanoTime());
    }

    private record Filling(String action, Map<String, String> fields) {}

    private void campaign(int requests, long seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        try (var school = new LiveSchool(Engine.SQLITE)) {
            var people = new LinkedHashMap<String, Guest>();
            for (var who : List.of("teacher", "dsl", "head", "chair", "governor", "admin")) {
                people.put(who, school.guest(who));
            }
            var forms = new LinkedHashMap<String, List<Filling>>();
            people.forEach((who, guest) -> forms.put(who, forms(guest)));
            assertThat(forms.values().stream().mapToInt(List::size).sum()).isGreaterThan(20);
            var routes = Routes.of(school.server());
            for (int n = 0; n < requests; n++) {
                var who = pick(List.copyOf(people.keySet()), random);
                var guest = people.get(who);
                if (forms.get(who).isEmpty() || random.nextInt(3) == 0) {
                    var route = pick(routes, random);
                    if (!route.path().equals("/sign-out")) {
                        call(guest, route, random, seed);
                    }
                } else {
                    submit(guest, pick(forms.get(who), random), random, seed);
                }
            }
            assertThat(people.get("dsl").get("/").statusCode()).isLessThan(400);
        }
    }

    private static void call(Guest guest, Routes.Route route, RandomGenerator random, long seed) {
        var path = route.example();
        var name =
                pick(List.of("page", "week", "person", "about", "who", "decision", "date"), random);
        var answer =
                route.method().equals("POST")
                        ? guest.post(path, name, pick(SPITEFUL, random))
                        : guest.get(path + "?" + name + "=" + encoded(pick(SPITEFUL, random)));
        check(answer, route + " with " + name, seed);
    }

    private static void submit(Guest guest, Filling form, RandomGenerator random, long seed) {
        var fields = new TreeMap<>(form.fields());
        for (int wounds = random.nextInt(4); wounds > 0 && !fields.isEmpty(); wounds--) {
            var name = pick(List.copyOf(fields.keySet()), random);
            if (random.nextInt(6) == 0) {
                fields.remove(name);
            } else {
                fields.put(name, pick(SPITEFUL, random));
            }
        }
        var pairs = new ArrayList<String>();
        fields.forEach((name, value) -> pairs.addAll(List.of(name, value)));
        var answer = guest.post(form.action(), pairs.toArray(String[]::new));
        check(answer, form.action() + " with " + fields.keySet(), seed);
    }

    private static void check(HttpResponse<String> answer, String what, long seed) {
        assertThat(answer.statusCode()).as("%s, seed %d", what, seed).isLessThan(500);
        assertThat(answer.body())
                .as("%s, seed %d", what, seed)
                .doesNotContain("Exception", "school.lanyard.", "java.lang", "org.sqlite");
        assertThat(answer.body()).as("%s, seed %d", what, seed).doesNotContain("<script>alert(1)");
    }

    /// The forms on every page that somebody can reach by links.
    private static List<Filling> forms(Guest guest) {
        var forms = new ArrayList<Filling>();
        var waiting = new ArrayList<>(List.of("/"));
        for (int next = 0; next < waiting.size() && next < MOST_PAGES; next++) {
            var page = waiting.get(next);
            var answer = guest.get(page);
            var body = answer.body();
            LINK.matcher(body)
                    .results()
                    .map(link -> link.group(1).replace("&amp;", "&"))
                    .filter(link -> !link.startsWith("/sign-out") && !link.contains(".pdf"))
                    .filter(link -> !link.startsWith("/assets") && !waiting.contains(link))
                    .forEach(waiting::add);
            FORM.matcher(body)
                    .results()
                    .filter(form -> !form.group(1).startsWith("/sign-out"))
                    .forEach(form ->
                            forms.add(
                                    new Filling(
                                            form.group(1).isEmpty() ? page : form.group(1),
                                            fields(form.group(2)))));
        }
        return forms;
    }

    private static Map<String, String> fields(String form) {
        var fields = new TreeMap<String, String>();
        FIELD.matcher(form)
                .results()
                .filter(field -> !field.group(1).equals("_csrf"))
                .forEach(field -> {
                    var value = VALUE.matcher(field.group());
                    fields.put(field.group(1), value.find() ? value.group(1) : "some words");
                });
        return fields;
    }

    private static String encoded(String value) {
        return java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static <T> T pick(List<T> from, RandomGenerator random) {
        return from.get(random.nextInt(from.size()));
    }
}
