// SPDX-License-Identifier: Apache-2.0
package school.lanyard.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Somebody's browser without a screen: it keeps cookies, fills in forms and follows nothing by
/// itself.
public final class Visiting {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

    private final String root;
    private CookieManager cookies = new CookieManager();
    private HttpClient client = client(cookies);

    public Visiting(String root) {
        this.root = root;
    }

    public String root() {
        return root;
    }

    public static Visiting signedIn(String root, String name) {
        var visit = new Visiting(root);
        visit.signIn(name);
        return visit;
    }

    public void signIn(String name) {
        var answer =
                post(
                        "/sign-in",
                        with(
                                hidden(get("/sign-in").body()),
                                "address",
                                Staffroom.address(name),
                                "password",
                                Staffroom.PASSWORD));
        if (answer.statusCode() != 303) {
            throw new IllegalStateException("not signed in: " + answer.statusCode());
        }
    }

    /// As when a browser was closed, or its cookies were cleared.
    public void forgetCookies() {
        cookies = new CookieManager();
        client = client(cookies);
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(root + path)));
    }

    public HttpResponse<String> post(String path, Map<String, List<String>> form) {
        return send(
                HttpRequest.newBuilder(URI.create(root + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encoded(form))));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The path that an answer leads to.
    public static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(each -> each.replaceFirst("^https?://[^/]+", ""))
                .orElse("");
    }

    /// The hidden fields of the last form on a page, which is the page's own.
    public static Map<String, List<String>> hidden(String page) {
        var form = page.substring(Math.max(0, page.lastIndexOf("<form ")));
        var fields = new java.util.LinkedHashMap<String, List<String>>();
        var found = HIDDEN.matcher(form);
        while (found.find()) {
            fields.put(found.group(1), List.of(found.group(2)));
        }
        return fields;
    }

    /// The same fields with some more, each a name and a value.
    public static Map<String, List<String>> with(Map<String, List<String>> fields, String... more) {
        var all = new java.util.LinkedHashMap<>(fields);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], List.of(more[i + 1]));
        }
        return all;
    }

    private static String encoded(Map<String, List<String>> form) {
        return form.entrySet().stream()
                .flatMap(each ->
                        each.getValue().stream().map(value -> each.getKey() + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static HttpClient client(CookieManager cookies) {
        return HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }
}
