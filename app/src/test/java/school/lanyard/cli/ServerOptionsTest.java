// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;

class ServerOptionsTest {

    @TempDir Path directory;

    private final ServerOptions options = new ServerOptions();

    @BeforeEach
    void any_free_port() {
        options.port = 0;
        options.data.directory = directory;
    }

    @Nested
    class Without_a_certificate {

        @Test
        void only_this_machine_is_listened_to() {
            assertThat(options.checked()).containsEntry("server.address", "127.0.0.1");
        }

        @Test
        void a_named_address_is_obeyed() {
            options.address = "192.0.2.1";
            assertThat(options.checked()).containsEntry("server.address", "192.0.2.1");
        }

        @Test
        void a_proxy_is_believed_only_when_told_so() {
            assertThat(options.checked()).doesNotContainKey("server.forward-headers-strategy");
            options.behindProxy = true;
            assertThat(options.checked())
                    .containsEntry("server.forward-headers-strategy", "native")
                    .containsEntry("server.servlet.session.cookie.secure", "true");
        }
    }

    @Nested
    class Nonsense_is_refused_in_one_line {

        @Test
        void a_certificate_without_its_key() {
            options.certificate = directory.resolve("certificate.pem");
            assertRefused("both --tls-certificate and --tls-key");
        }

        @Test
        void a_file_that_is_not_there() {
            options.certificate = directory.resolve("certificate.pem");
            options.key = directory.resolve("key.pem");
            assertRefused("certificate.pem cannot be read");
        }

        @Test
        void a_port_that_is_taken() throws IOException {
            try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
                options.port = other.getLocalPort();
                assertRefused("choose another with --port");
            }
        }

        private void assertRefused(String words) {
            assertThatExceptionOfType(Failure.class)
                    .isThrownBy(options::checked)
                    .withMessageContaining(words)
                    .satisfies(failure -> assertThat(failure.exitCode()).isEqualTo(2));
        }
    }

    @Nested
    class With_a_certificate {

        @BeforeEach
        void first_certificate() throws Exception {
            options.certificate = directory.resolve("certificate.pem");
            options.key = directory.resolve("key.pem");
            issue("first.example");
        }

        @Test
        void every_address_is_listened_to_and_cookies_need_tls() {
            assertThat(options.checked())
                    .containsEntry("server.address", "0.0.0.0")
                    .containsEntry("server.servlet.session.cookie.secure", "true");
        }

        @Test
        @Timeout(60)
        void a_renewed_one_is_served_without_a_restart() throws Exception {
            var settings = options.checked();
            settings.put("spring.ssl.bundle.watch.file.quiet-period", "200ms");
            try (var server = Servers.start(OnlyTls.class, settings)) {
                assertThat(served(Servers.port(server))).isEqualTo("CN=first.example");
                issue("renewed.example");
                while (!served(Servers.port(server)).equals("CN=renewed.example")) {
                    Thread.sleep(Duration.ofMillis(100));
                }
            }
        }

        private void issue(String name) throws Exception {
            var newKey = directory.resolve("new-key.pem");
            var newCertificate = directory.resolve("new-certificate.pem");
            var openssl =
                    new ProcessBuilder(
                                    "openssl",
                                    "req",
                                    "-x509",
                                    "-newkey",
                                    "rsa:2048",
                                    "-nodes",
                                    "-days",
                                    "2",
                                    "-subj",
                                    "/CN=" + name,
                                    "-keyout",
                                    newKey.toString(),
                                    "-out",
                                    newCertificate.toString())
                            .redirectErrorStream(true)
                            .start();
            var said = new String(openssl.getInputStream().readAllBytes());
            assertThat(openssl.waitFor()).as(said).isZero();
            Files.move(newKey, options.key, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            Files.move(
                    newCertificate,
                    options.certificate,
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }

        private String served(int port) throws Exception {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Anything()}, null);
            try (var socket =
                    (SSLSocket) context.getSocketFactory().createSocket("localhost", port)) {
                socket.startHandshake();
                var certificate = (X509Certificate) socket.getSession().getPeerCertificates()[0];
                return certificate.getSubjectX500Principal().getName();
            }
        }
    }

    /// A server with TLS and nothing else.
    @ImportAutoConfiguration({
        SslAutoConfiguration.class,
        TomcatServletWebServerAutoConfiguration.class
    })
    static class OnlyTls {

        @Bean
        ServletRegistrationBean<HttpServlet> page() {
            return new ServletRegistrationBean<>(
                    new HttpServlet() {
                        @Override
                        protected void doGet(
                                HttpServletRequest request, HttpServletResponse response) {
                            response.setStatus(200);
                        }
                    },
                    "/");
        }
    }

    /// The test looks at the certificate itself.
    private static final class Anything implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
