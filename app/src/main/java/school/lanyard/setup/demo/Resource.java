// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Plain text beside the classes: blocks of `key: value` lines with a blank line between blocks.
final class Resource {

    private Resource() {}

    static List<Map<String, String>> blocks(String name) {
        return Stream.of(text(name).strip().split("\\n\\s*\\n", -1)).map(Resource::fields).toList();
    }

    private static Map<String, String> fields(String block) {
        var fields = new LinkedHashMap<String, String>();
        for (String line : block.strip().split("\\n", -1)) {
            int colon = line.indexOf(": ");
            if (colon < 0) throw new IllegalStateException("no key in: " + line);
            fields.put(line.substring(0, colon), line.substring(colon + 2).strip());
        }
        return fields;
    }

    private static String text(String name) {
        try (InputStream in = Resource.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("not on the class path: " + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
