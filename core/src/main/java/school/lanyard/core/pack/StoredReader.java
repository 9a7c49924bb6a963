// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads back what [Canonical] wrote. It is always JSON, which a JSON parser reads many times
/// faster than YAML is read.
final class StoredReader {

    private static final Place PLACE = Place.start("edition");
    private static final JsonFactory JSON = new JsonFactory();

    private StoredReader() {}

    /// @throws IllegalArgumentException when the text is not what was written
    static Yaml.Mapping read(String json) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            if (value(parser) instanceof Yaml.Mapping whole && parser.nextToken() == null) {
                return whole;
            }
        } catch (JacksonException broken) {
            throw new IllegalArgumentException("not a stored edition", broken);
        }
        throw new IllegalArgumentException("not a stored edition: it is not one object");
    }

    private static Yaml value(JsonParser parser) {
        var token = parser.currentToken();
        if (token == null) {
            throw new IllegalArgumentException("not a stored edition: it ends too early");
        }
        return switch (token) {
            case START_OBJECT -> mapping(parser);
            case START_ARRAY -> sequence(parser);
            case VALUE_STRING -> scalar(parser, parser.getString());
            case VALUE_TRUE -> scalar(parser, true);
            case VALUE_FALSE -> scalar(parser, false);
            case VALUE_NUMBER_INT -> scalar(parser, parser.getLongValue());
            case VALUE_NUMBER_FLOAT -> scalar(parser, parser.getDoubleValue());
            default ->
                    throw new IllegalArgumentException(
                            "not a stored edition: it never holds " + token);
        };
    }

    private static Yaml mapping(JsonParser parser) {
        var entries = new LinkedHashMap<String, Yaml.Entry>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var key = parser.currentName();
            parser.nextToken();
            if (entries.put(key, new Yaml.Entry(PLACE, value(parser))) != null) {
                throw new IllegalArgumentException("not a stored edition: " + key + " twice");
            }
        }
        return new Yaml.Mapping(PLACE, entries);
    }

    private static Yaml sequence(JsonParser parser) {
        var items = new ArrayList<Yaml>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return new Yaml.Sequence(PLACE, items);
    }

    private static Yaml scalar(JsonParser parser, Object value) {
        return new Yaml.Scalar(PLACE, value, parser.getString());
    }
}
