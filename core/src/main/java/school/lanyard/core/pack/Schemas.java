// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Checks pack files against the published JSON Schemas, and says what is wrong in plain English.
final class Schemas {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final SchemaRegistry registry =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<Section, Schema> loaded = new EnumMap<>(Section.class);

    void check(Section section, Yaml.Mapping tree, Faults faults) {
        var schema = loaded.computeIfAbsent(section, this::load);
        for (var error : schema.validate(json(tree))) {
            SchemaFault.add(error, schema.getSchemaNode(), tree, faults);
        }
    }

    private Schema load(Section section) {
        var name = "schema/" + section.schema() + ".schema.json";
        try (InputStream text = Schemas.class.getResourceAsStream(name)) {
            if (text == null) {
                throw new IllegalStateException("no schema " + name + " on the class path");
            }
            return registry.getSchema(text, InputFormat.JSON);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode json(Yaml yaml) {
        return switch (yaml) {
            case Yaml.Mapping mapping -> {
                var node = JSON.objectNode();
                mapping.entries().forEach((key, entry) -> node.set(key, json(entry.value())));
                yield node;
            }
            case Yaml.Sequence sequence -> {
                var node = JSON.arrayNode();
                sequence.items().forEach(item -> node.add(json(item)));
                yield node;
            }
            case Yaml.Scalar(_, var value, _) ->
                    switch (value) {
                        case null -> JSON.nullNode();
                        case Boolean flag -> JSON.booleanNode(flag);
                        case Long number -> JSON.numberNode(number);
                        case Double number -> JSON.numberNode(number);
                        default -> JSON.stringNode(value.toString());
                    };
        };
    }
}
