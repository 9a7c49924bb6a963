// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Where the server listens and how it is reached. Without a certificate it listens to this machine
/// alone, so that nobody signs in over an open network by oversight.
public final class ServerOptions {

    @Mixin DataOptions data = new DataOptions();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "${env:LANYARD_PORT:-8080}",
            description = "The port to listen on (or LANYARD_PORT; default: 8080).")
    int port = 8080;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            defaultValue = "${env:LANYARD_ADDRESS}",
            description =
                    "The address to listen on (or LANYARD_ADDRESS; default: this machine only, or every address where"
                            + " a certificate is given).")
    @Nullable String address;

    @Option(
            names = "--tls-certificate",
            paramLabel = "FILE",
            defaultValue = "${env:LANYARD_TLS_CERTIFICATE}",
            description =
                    "The certificate and its chain, as PEM. A renewed file is taken up without a restart.")
    @Nullable Path certificate;

    @Option(
            names = "--tls-key",
            paramLabel = "FILE",
            defaultValue = "${env:LANYARD_TLS_KEY}",
            description = "The certificate's private key, as PEM.")
    @Nullable Path key;

    @Option(
            names = "--behind-proxy",
            defaultValue = "${env:LANYARD_BEHIND_PROXY:-false}",
            description =
                    "A proxy on this machine or network does TLS: believe what it says about the visitor.")
    boolean behindProxy;

    @Option(
            names = "--master-key",
            paramLabel = "FILE",
            defaultValue = "${env:LANYARD_MASTER_KEY}",
            description =
                    "The master key's file (or LANYARD_MASTER_KEY; default: keys/master.json in the data directory).")
    @Nullable Path masterKey;

    /// The settings as Spring knows them.
    ///
    /// @throws Failure where a file is missing or the port is taken: better said here in one line
    ///   than by a server that half started
    Map<String, Object> checked() {
        if ((certificate == null) != (key == null)) {
            throw Failure.usage(
                    "TLS needs two files", "Give both --tls-certificate and --tls-key, or neither");
        }
        var settings = new HashMap<String, Object>();
        settings.put("server.address", listensOn());
        settings.put("server.port", port);
        settings.put("lanyard.data", data.directory.toString());
        settings.put("lanyard.home", System.getProperty("lanyard.home", "."));
        putIfGiven(settings, "lanyard.database", data.database);
        putIfGiven(settings, "lanyard.master-key", masterKey);
        if (certificate != null && key != null) {
            settings.putAll(tls(readable(certificate), readable(key)));
        }
        if (behindProxy) {
            settings.put("server.forward-headers-strategy", "native");
        }
        if (behindProxy || certificate != null) {
            settings.put("server.servlet.session.cookie.secure", "true");
        }
        free();
        return settings;
    }

    String scheme() {
        return certificate == null ? "http" : "https";
    }

    private String listensOn() {
        if (address != null && !address.isBlank()) {
            return address;
        }
        return certificate == null ? "127.0.0.1" : "0.0.0.0";
    }

    private static void putIfGiven(
            Map<String, Object> settings, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            settings.put(name, value.toString());
        }
    }

    private static Map<String, Object> tls(Path certificate, Path key) {
        return Map.of(
                "server.ssl.bundle", "lanyard",
                "spring.ssl.bundle.pem.lanyard.reload-on-update", "true",
                "spring.ssl.bundle.pem.lanyard.keystore.certificate",
                        certificate.toUri().toString(),
                "spring.ssl.bundle.pem.lanyard.keystore.private-key", key.toUri().toString(),
                "spring.ssl.bundle.pem.lanyard.keystore.verify-keys", "true",
                "spring.ssl.bundle.pem.lanyard.options.enabled-protocols", "TLSv1.3,TLSv1.2");
    }

    private static Path readable(Path file) {
        if (!Files.isReadable(file)) {
            throw Failure.usage(
                    "The file " + file + " cannot be read",
                    "Check its name, and that this user may read it");
        }
        return file.toAbsolutePath();
    }

    private void free() {
        if (port == 0) {
            return;
        }
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(listensOn()), port));
        } catch (IOException taken) {
            throw Failure.usage(
                    "Cannot listen on %s port %d: %s"
                            .formatted(listensOn(), port, taken.getMessage()),
                    "Stop what uses it, or choose another with --port");
        }
    }
}
