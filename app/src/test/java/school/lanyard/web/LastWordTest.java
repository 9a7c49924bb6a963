// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gallery.Gallery;
import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;

/// What the server refuses before any page of Lanyard is asked.
class LastWordTest {

    private static ConfigurableApplicationContext gallery;
    private static int port;

    @BeforeAll
    static void open() {
        gallery = Gallery.start("--server.port=0");
        port = gallery.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @AfterAll
    static void close() {
        gallery.close();
    }

    static String[] refused() {
        return new String[] {
            "GET / HTTP/1.1\r\nHost: localhost\r\nCookie: a=" + "x".repeat(60_000) + "\r\n\r\n",
            "GET /{secret} HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
            "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "nonsense\r\n\r\n"
        };
    }

    @ParameterizedTest
    @MethodSource("refused")
    void is_answered_in_our_own_words(String request) throws IOException {
        var answer = send(request);
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("<h1", "We could not read what your browser sent")
                .doesNotContainIgnoringCase("tomcat")
                .doesNotContainIgnoringCase("apache")
                .doesNotContain("Exception", "secret", "\tat ", "Type Status Report");
    }

    private static String send(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
