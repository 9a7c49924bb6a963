// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/// Reads asset files from the class path: our own, and those inside WebJars.
final class Sources {

    private Sources() {}

    static String own(String name) {
        return of("web", name);
    }

    /// A file of another feature, which it also uses where there is no server.
    static String of(String feature, String name) {
        return text("/school/lanyard/" + feature + "/" + name);
    }

    /// The version comes from the jar itself, so that it is written only in the build file.
    static String webjar(String name, String file) {
        var properties = new Properties();
        try (var in = open("/META-INF/maven/org.webjars.npm/" + name + "/pom.properties")) {
            properties.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        var version = properties.getProperty("version");
        return text("/META-INF/resources/webjars/" + name + "/" + version + "/" + file);
    }

    private static String text(String path) {
        try (var in = open(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream open(String path) {
        var in = Sources.class.getResourceAsStream(path);
        if (in == null) {
            throw new IllegalStateException("missing from this build: " + path);
        }
        return in;
    }
}
