// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import school.lanyard.setup.SetUpCode;
import school.lanyard.testing.Engine;
import school.lanyard.testing.Guest;
import school.lanyard.testing.Running;

/// The real server, from an empty database.
@ParameterizedClass
@EnumSource(Engine.class)
class SignInTest {

    static final String PASSWORD = "otter violin gravel sunset";
    static final String OTHER = "marble teapot lantern orbit";
    static final Pattern KEY = Pattern.compile("Type this key into the app: <strong>([^<]+)<");
    static final Pattern CODE = Pattern.compile("<code>([a-z0-9-]{17})</code>");
    static final Pattern LINK = Pattern.compile("/links/[A-Za-z0-9_-]{43}");

    @Parameter Engine engine;
    Running server;
    Guest admin;
    String setUpPath = "";

    @BeforeEach
    void setUp() {
        server = Running.shared(engine);
        admin = new Guest(server.site());
        setUpPath = server.bean(SetUpCode.class).waiting().orElseThrow();
        assertThat(Guest.to(found(admin, setUpPath))).isEqualTo("/sign-in?to=/set-up/posts");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    static HttpResponse<String> found(Guest guest, String address) {
        return guest.post(
                address,
                "school",
                "Test Infant School",
                "pack",
                "boughton-leigh",
                "name",
                "Ada Holt",
                "address",
                "ada@example.org",
                "password",
                PASSWORD);
    }

    @Test
    void a_school_is_set_up_once() {
        var again = found(new Guest(server.site()), setUpPath);
        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(new Guest(server.site()).get("/set-up/guess").statusCode()).isEqualTo(404);
    }

    @Test
    void the_whole_way_of_the_first_leader() {
        signInFirst(admin, "ada@example.org", PASSWORD);
        var made =
                admin.post(
                        "/set-up/posts", "name-dsl", "Bea Moss", "address-dsl", "bea@example.org");
        var link = LINK.matcher(made.body());
        assertThat(link.find()).isTrue();

        var leader = new Guest(server.site());
        assertThat(leader.get(link.group()).body()).contains("Choose a password");
        assertThat(leader.post(link.group(), "password", "short").statusCode()).isEqualTo(422);
        assertThat(leader.post(link.group(), "password", "bea moss test school 1").body())
                .contains("it uses your name");
        assertThat(Guest.to(leader.post(link.group(), "password", OTHER))).isEqualTo("/sign-in");
        assertThat(leader.get(link.group()).statusCode()).isEqualTo(404);

        assertThat(
                        Guest.to(
                                leader.post(
                                        "/sign-in",
                                        "address",
                                        " BEA@example.org",
                                        "password",
                                        OTHER)))
                .isEqualTo("/");
        assertThat(Guest.to(leader.get("/posts"))).isEqualTo("/account/second-factor");
        assertThat(Guest.to(leader.get("/account"))).isEqualTo("/account/second-factor");
        var codes = setUpFactor(leader);
        assertThat(leader.get("/posts").statusCode()).isEqualTo(200);
        assertThat(leader.get("/account/recovery-codes").body()).doesNotContain(codes[0]);

        leader.post("/sign-out");
        assertThat(Guest.to(leader.get("/posts"))).startsWith("/sign-in");
        leader.post("/sign-in", "address", "bea@example.org", "password", OTHER);
        assertThat(Guest.to(leader.get("/posts"))).startsWith("/sign-in");
        assertThat(Guest.to(leader.post("/sign-in/code", "code", codes[0].toUpperCase(Locale.UK))))
                .isEqualTo("/");
        leader.post("/sign-out");
        leader.post("/sign-in", "address", "bea@example.org", "password", OTHER);
        assertThat(leader.post("/sign-in/code", "code", codes[0]).statusCode()).isEqualTo(422);
        assertThat(admin.get("/set-up/posts").statusCode())
                .as("set-up is over once an approver has signed in")
                .isEqualTo(404);
    }

    @Test
    void guesses_are_slowed() {
        var thief = new Guest(server.site());
        for (int i = 0; i < 3; i++) {
            assertThat(guess(thief, "wrong " + i).statusCode()).isEqualTo(422);
        }
        assertThat(guess(thief, "wrong again").statusCode()).isEqualTo(429);
        assertThat(guess(new Guest(server.site()), PASSWORD).statusCode())
                .as("not even with the right password, from the same place")
                .isEqualTo(429);
    }

    @Test
    void somebody_elses_guesses_do_not_keep_out_a_browser_that_is_known() {
        signInFirst(admin, "ada@example.org", PASSWORD);
        admin.post("/sign-out");
        var cookie =
                admin.cookies().getCookieStore().getCookies().stream()
                        .filter(each -> each.getName().equals("lanyard-device"))
                        .findFirst()
                        .orElseThrow();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/sign-in");
        assertThat(cookie.getValue()).doesNotContain("ada");
        var thief = new Guest(server.site());
        for (int i = 0; i < 12; i++) {
            guess(thief, "wrong " + i);
        }
        assertThat(guess(thief, PASSWORD).statusCode()).isEqualTo(429);
        assertThat(Guest.to(guess(admin, PASSWORD))).isEqualTo("/sign-in/code");
    }

    @Test
    void says_the_same_of_no_account_as_of_a_wrong_password() {
        var thief = new Guest(server.site());
        for (int i = 0; i < 5; i++) {
            var wrong = guess(thief, "wrong");
            var unknown = thief.post("/sign-in", "address", "no@example.org", "password", "wrong");
            assertThat(unknown.statusCode()).isEqualTo(wrong.statusCode());
            assertThat(plain(unknown)).isEqualTo(plain(wrong));
            assertThat(unknown.headers().map().keySet()).isEqualTo(wrong.headers().map().keySet());
        }
    }

    @Test
    void gives_the_browser_a_new_id_at_every_step() {
        var before = new Guest(server.site());
        before.get("/sign-in");
        assertThat(session(before)).isEmpty();
        signInFirst(admin, "ada@example.org", PASSWORD);
        var first = session(admin);
        admin.post("/sign-in", "address", "ada@example.org", "password", PASSWORD);
        admin.post("/sign-in/code", "code", codes[1]);
        assertThat(session(admin)).isNotEmpty().isNotEqualTo(first);
    }

    @Test
    void a_planted_session_id_is_not_taken() {
        var victim = planted();
        victim.post("/sign-in", "address", "ada@example.org", "password", PASSWORD);
        assertThat(Guest.to(planted().get("/account"))).startsWith("/sign-in");
    }

    private Guest planted() {
        var guest = new Guest(server.site());
        var cookie = new java.net.HttpCookie("JSESSIONID", "0123456789ABCDEF0123456789ABCDEF");
        cookie.setPath("/");
        cookie.setVersion(0);
        guest.cookies().getCookieStore().add(java.net.URI.create(server.site()), cookie);
        return guest;
    }

    @Test
    void a_form_without_its_token_is_refused() {
        assertThat(new Guest(server.site()).forge("/sign-in").statusCode()).isEqualTo(403);
        assertThat(admin.forge("/sign-out").statusCode()).isEqualTo(403);
    }

    @Test
    void a_form_sent_after_its_session_ended_says_how_to_send_it_again() {
        var late = admin.post("/people/new", "name", "Cy Park", "group", "staff");
        assertThat(late.statusCode()).isEqualTo(401);
        assertThat(late.body()).contains("Reload this page");
    }

    @Test
    void goes_only_to_pages_of_our_own_afterwards() {
        for (var bad : new String[] {"//evil.example", "https://evil.example", "/\\evil.example"}) {
            var guest = new Guest(server.site());
            assertThat(
                            Guest.to(
                                    guest.post(
                                            "/sign-in",
                                            "address",
                                            "ada@example.org",
                                            "password",
                                            PASSWORD,
                                            "to",
                                            bad)))
                    .isEqualTo("/");
        }
    }

    @Test
    void a_changed_password_ends_every_session() {
        signInFirst(admin, "ada@example.org", PASSWORD);
        var elsewhere = new Guest(server.site());
        elsewhere.post("/sign-in", "address", "ada@example.org", "password", PASSWORD);
        elsewhere.post("/sign-in/code", "code", codes[2]);
        assertThat(elsewhere.get("/people").statusCode()).isEqualTo(200);
        assertThat(Guest.to(admin.post("/account/password", "old", PASSWORD, "password", OTHER)))
                .isEqualTo("/sign-in");
        assertThat(Guest.to(elsewhere.get("/people"))).startsWith("/sign-in");
        assertThat(guess(new Guest(server.site()), PASSWORD).statusCode()).isEqualTo(422);
    }

    @Test
    void sign_out_tells_the_browser_to_forget() {
        signInFirst(admin, "ada@example.org", PASSWORD);
        var out = admin.post("/sign-out");
        assertThat(out.headers().firstValue("Clear-Site-Data").orElse("")).contains("cache");
        assertThat(admin.get("/sign-in").headers().firstValue("Cache-Control").orElse(""))
                .isEqualTo("no-store");
    }

    String[] codes = {};

    private void signInFirst(Guest guest, String address, String password) {
        guest.post("/sign-in", "address", address, "password", password);
        codes = setUpFactor(guest);
    }

    static String[] setUpFactor(Guest guest) {
        var page = guest.get("/account/second-factor");
        var key = KEY.matcher(page.body());
        assertThat(key.find()).as(page.body()).isTrue();
        assertThat(guest.get("/account/second-factor/code.svg").body()).startsWith("<svg");
        assertThat(guest.post("/account/second-factor", "code", "000000x").statusCode())
                .isEqualTo(422);
        var secret = key.group(1).replace(" ", "").toUpperCase(Locale.ROOT);
        var done = guest.post("/account/second-factor", "code", Totp.code(secret, Instant.now()));
        assertThat(Guest.to(done)).isEqualTo("/account/recovery-codes");
        var shown = CODE.matcher(guest.get("/account/recovery-codes").body());
        var found = shown.results().map(each -> each.group(1)).toArray(String[]::new);
        assertThat(found).hasSize(10);
        return found;
    }

    private static HttpResponse<String> guess(Guest guest, String password) {
        return guest.post("/sign-in", "address", "ada@example.org", "password", password);
    }

    private static String session(Guest guest) {
        return guest.cookies().getCookieStore().getCookies().stream()
                .filter(each -> each.getName().equals("JSESSIONID"))
                .map(each -> each.getValue())
                .findFirst()
                .orElse("");
    }

    private static String plain(HttpResponse<String> page) {
        return page.body()
                .replaceAll("name=\"(_csrf|_once)\" value=\"[^\"]*\"", "")
                .replaceAll("[a-z]+@example.org", "");
    }
}
