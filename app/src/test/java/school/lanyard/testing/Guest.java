// SPDX-License-Identifier: Apache-2.0
package school.lanyard.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A browser without a screen: it keeps cookies, and sends each form the token that it was given.
public final class Guest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String site;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder()
                    .cookieHandler(cookies)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private String token = "";

    public Guest(String site) {
        this.site = site;
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(site + path)).GET());
    }

    public HttpResponse<String> post(String path, String... pairs) {
        var form = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            form.put(pairs[i], pairs[i + 1]);
        }
        if (token.isEmpty()) {
            get(path);
        }
        if (token.isEmpty()) {
            get("/sign-in");
        }
        form.put("_csrf", token);
        return send(
                HttpRequest.newBuilder(URI.create(site + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(encoded(form))));
    }

    /// Names and values in turn, some names several times, as a browser sends a long form.
    public HttpResponse<String> send(String path, List<String> pairs) {
        var form = new ArrayList<String>();
        for (int at = 0; at < pairs.size(); at += 2) {
            form.add(pair(pairs.get(at), pairs.get(at + 1)));
        }
        form.add(pair("_csrf", token));
        return send(
                HttpRequest.newBuilder(URI.create(site + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(String.join("&", form))));
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /// Sends a file with a form, and other answers in turn by name and value.
    public HttpResponse<String> upload(String path, String name, byte[] file, String... pairs) {
        get(path);
        var edge = "edge-of-the-parts";
        var answers = new StringBuilder();
        for (int at = 0; at < pairs.length; at += 2) {
            answers.append(
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                            .formatted(edge, pairs[at], pairs[at + 1]));
        }
        var head =
                answers
                        + "--%s\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n%s\r\n--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"file\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                                .formatted(edge, token, edge, name);
        return send(
                HttpRequest.newBuilder(URI.create(site + path))
                        .header("Content-Type", "multipart/form-data; boundary=" + edge)
                        .POST(
                                HttpRequest.BodyPublishers.concat(
                                        HttpRequest.BodyPublishers.ofString(head),
                                        HttpRequest.BodyPublishers.ofByteArray(file),
                                        HttpRequest.BodyPublishers.ofString(
                                                "\r\n--" + edge + "--\r\n"))));
    }

    /// Sends a form with a file in it, names and values in turn, with the token of the page asked
    /// for last.
    public HttpResponse<String> send(
            String path, List<String> pairs, String file, String called, byte[] content) {
        var edge = "edge-of-the-parts";
        var head = new StringBuilder();
        for (int at = 0; at <= pairs.size(); at += 2) {
            var name = at == pairs.size() ? "_csrf" : pairs.get(at);
            var value = at == pairs.size() ? token : pairs.get(at + 1);
            head.append(
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                            .formatted(edge, name, value));
        }
        head.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                        .formatted(edge, file, called));
        return send(
                HttpRequest.newBuilder(URI.create(site + path))
                        .header("Content-Type", "multipart/form-data; boundary=" + edge)
                        .POST(
                                HttpRequest.BodyPublishers.concat(
                                        HttpRequest.BodyPublishers.ofString(head.toString()),
                                        HttpRequest.BodyPublishers.ofByteArray(content),
                                        HttpRequest.BodyPublishers.ofString(
                                                "\r\n--" + edge + "--\r\n"))));
    }

    /// A document, which is no text.
    public HttpResponse<byte[]> document(String path, String... pairs) {
        get("/sign-in");
        var form = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            form.put(pairs[i], pairs[i + 1]);
        }
        form.put("_csrf", token);
        var request = HttpRequest.newBuilder(URI.create(site + path));
        var sent =
                pairs.length == 0
                        ? request.GET()
                        : request.header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)));
        try {
            return client.send(sent.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// The same without the token.
    public HttpResponse<String> forge(String path) {
        return send(
                HttpRequest.newBuilder(URI.create(site + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("a=b")));
    }

    public HttpResponse<String> method(String method, String path) {
        return send(
                HttpRequest.newBuilder(URI.create(site + path))
                        .method(method, HttpRequest.BodyPublishers.noBody()));
    }

    public CookieManager cookies() {
        return cookies;
    }

    public static String to(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Location")
                .orElse("no redirect, but " + response.statusCode() + " " + response.body())
                .replaceFirst("^http://localhost:\\d+", "");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var answer =
                    client.send(
                            request.header("Accept", "text/html").build(),
                            HttpResponse.BodyHandlers.ofString());
            var found = TOKEN.matcher(answer.body());
            if (found.find()) {
                token = found.group(1);
            }
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(each ->
                        each.getKey()
                                + "="
                                + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
