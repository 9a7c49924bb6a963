// SPDX-License-Identifier: Apache-2.0
package school.lanyard.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import school.lanyard.core.pack.Capability;
import school.lanyard.core.pack.Role;
import school.lanyard.policy.Editions;
import school.lanyard.testing.Engine;
import school.lanyard.testing.Guest;
import school.lanyard.testing.Running;
import school.lanyard.testing.Staff;

/// Every route of the real server, tried by a holder of every role of the pack, by somebody with no
/// role, and by nobody. A new route is tried without anybody writing a line here.
class RouteMatrixTest {

    private static final String NOBODY = "nobody";
    private static final String NO_ROLE = "no role";

    /// A form is shown again by the back button, and asked for anew by everything else.
    private static final Set<String> KEPT_BACK = Set.of("no-store", "private, no-cache");

    /// A paper of the policy that everybody gets alike, asked for anew each time.
    private static final List<String> PUBLIC = List.of("no-cache, public");

    /// It says that nothing was kept, and changes nothing.
    private static final Set<String> NEEDS_NO_TOKEN = Set.of("/concerns/unkept");

    private static final AtomicReference<HttpResponse<String>> LAST = new AtomicReference<>();

    static Running server;
    static Staff staff;
    static Map<String, Role> roles;
    static final Map<String, Guest> GUESTS = new LinkedHashMap<>();
    static final Map<String, String> GROUPS = new LinkedHashMap<>();
    static final Map<String, Staff.Account> ACCOUNTS = new LinkedHashMap<>();

    @BeforeAll
    static void start() {
        server = Running.shared(Engine.SQLITE);
        staff = Staff.of(server);
        roles = server.bean(Editions.class).running(staff.school()).pack().roles();
        GUESTS.put(NOBODY, new Guest(server.site()));
        join(NO_ROLE, "parent", null);
        roles.values().forEach(role -> join(role.key(), role.groups().iterator().next(), role));
    }

    private static void join(String name, String group, Role role) {
        var account = staff.join(group, role == null ? null : role.key());
        ACCOUNTS.put(name, account);
        GROUPS.put(name, group);
        GUESTS.put(name, staff.signIn(account));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void each_caller_gets_through_exactly_where_the_rule_says() throws IOException {
        var lines = new ArrayList<String>();
        var wrong = new ArrayList<String>();
        var shownToAll = new LinkedHashMap<Routes.Route, String>();
        lines.add("route,callers," + String.join(",", GUESTS.keySet()));
        for (var route : Routes.of(server)) {
            var cells = new ArrayList<String>();
            for (var guest : GUESTS.keySet()) {
                var expected = expected(route, guest);
                var seen = seen(route, guest);
                cells.add(seen);
                if (!seen.equals(expected)) {
                    wrong.add(route + " by " + guest + ": " + seen + ", not " + expected);
                }
                var kept = LAST.get().headers().allValues("Cache-Control");
                if (route.callers().contains(Caller.ANYONE) && kept.equals(PUBLIC)) {
                    var first = shownToAll.computeIfAbsent(route, _ -> LAST.get().body());
                    if (!first.equals(LAST.get().body())) {
                        wrong.add(
                                route + " by " + guest + ": kept by caches, and not alike for all");
                    }
                } else if (!KEPT_BACK.containsAll(kept) && !route.path().startsWith("/assets/")) {
                    wrong.add(route + " by " + guest + ": may be kept by a cache");
                }
                if (!LAST.get()
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElse("")
                        .startsWith("default-src 'none'")) {
                    wrong.add(route + " by " + guest + ": no content security policy");
                }
            }
            lines.add(route + "," + callers(route) + "," + String.join(",", cells));
        }
        Files.write(Path.of("target/route-matrix.csv"), lines);
        assertThat(Routes.of(server)).hasSizeGreaterThan(30);
        assertThat(wrong).isEmpty();
    }

    @Test
    void no_form_is_taken_without_the_token_that_the_page_gave() {
        var taken =
                Routes.of(server).stream()
                        .filter(route -> !route.method().equals("GET"))
                        .filter(route -> !NEEDS_NO_TOKEN.contains(route.path()))
                        .filter(route ->
                                GUESTS.values().stream()
                                        .map(guest -> guest.forge(route.example()).statusCode())
                                        .anyMatch(status -> status != 403 && status != 409))
                        .toList();
        assertThat(taken).isEmpty();
    }

    @Test
    void no_host_that_a_visitor_names_is_where_an_answer_leads() throws IOException {
        var site = URI.create(server.site());
        try (var socket = new Socket(site.getHost(), site.getPort())) {
            socket.getOutputStream()
                    .write(
                            "GET /incidents HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n"
                                    .getBytes(StandardCharsets.UTF_8));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).contains("303").doesNotContain("elsewhere.example");
        }
    }

    @Test
    void every_capability_can_be_named_by_a_rule() {
        assertThat(Arrays.stream(Caller.values()).map(Caller::capability))
                .contains(Capability.values());
    }

    @Test
    void a_path_that_no_handler_has_is_not_found_for_anybody() {
        GUESTS.values()
                .forEach(guest ->
                        assertThat(guest.get("/no/such/page").statusCode()).isEqualTo(404));
    }

    private static String seen(Routes.Route route, String name) {
        var guest = GUESTS.get(name);
        var answer = call(guest, route);
        LAST.set(answer);
        if (route.path().equals("/sign-out") && !name.equals(NOBODY)) {
            GUESTS.put(name, again(name));
        }
        if (answer.statusCode() == 401) {
            return "sign in";
        }
        if (answer.statusCode() == 403) {
            return "refused";
        }
        var to = answer.headers().firstValue("Location").orElse("");
        return answer.statusCode() == 303
                        && to.replaceFirst("^http://localhost:\\d+", "").startsWith("/sign-in")
                        && !route.callers().contains(Caller.ANYONE)
                ? "sign in"
                : "in";
    }

    /// Signing out ends a session, so a new one is opened for the routes that follow.
    private static Guest again(String name) {
        var role = roles.get(name);
        var account = staff.join(GROUPS.get(name), role == null ? null : role.key());
        ACCOUNTS.put(name, account);
        return staff.signIn(account);
    }

    private static HttpResponse<String> call(Guest guest, Routes.Route route) {
        var path = route.example();
        return switch (route.method()) {
            case "GET" -> guest.get(path);
            case "POST" -> guest.post(path, "decision", "refuse");
            default -> guest.method(route.method(), path);
        };
    }

    private static String expected(Routes.Route route, String name) {
        if (route.callers().contains(Caller.ANYONE)) {
            return "in";
        }
        if (name.equals(NOBODY)) {
            return "sign in";
        }
        var role = roles.get(name);
        var can = role == null ? Set.<Capability>of() : role.capabilities();
        var admitted =
                route.callers().stream()
                        .anyMatch(caller ->
                                switch (caller) {
                                    case ANYONE, SIGNED_IN, SETTING_UP -> true;
                                    case STAFF -> GROUPS.get(name).equals("staff");
                                    case GOVERNOR -> GROUPS.get(name).equals("governor");
                                    default -> can.contains(Capability.valueOf(caller.name()));
                                });
        return admitted ? "in" : "refused";
    }

    private static String callers(Routes.Route route) {
        return String.join(" ", route.callers().stream().map(Enum::name).sorted().toList());
    }
}
