// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks the published schemas what a part of a pack has to have.
public final class Shape {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<Section, JsonNode> schemas = new EnumMap<>(Section.class);

    /// The keys that nothing at such a place may leave out.
    ///
    /// @param keys from the top of the file
    public List<String> required(Section section, List<String> keys) {
        return words(rule(section, keys).path("required"));
    }

    /// The keys that may not be left out where another is given.
    public List<String> required(Section section, List<String> keys, String given) {
        return words(rule(section, keys).path("dependentRequired").path(given));
    }

    private static List<String> words(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private JsonNode rule(Section section, List<String> keys) {
        var rule = schemas.computeIfAbsent(section, Shape::schema);
        for (var key : keys) {
            var named = rule.path("properties").path(key);
            rule = named.isMissingNode() ? rule.path("additionalProperties") : named;
        }
        return rule;
    }

    private static JsonNode schema(Section section) {
        var name = "schema/" + section.schema() + ".schema.json";
        try (InputStream text = Shape.class.getResourceAsStream(name)) {
            if (text == null) {
                throw new IllegalStateException("no schema " + name + " on the class path");
            }
            return JSON.readTree(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
