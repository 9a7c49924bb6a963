// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/// Turns a schema validator's error into a fault that a school can act on.
final class SchemaFault {

    private SchemaFault() {}

    static void add(Error error, JsonNode schema, Yaml.Mapping tree, Faults faults) {
        var found = Found.at(error.getInstanceLocation(), tree);
        var property = Objects.requireNonNullElse(error.getProperty(), "");
        var name = found.name();
        switch (error.getKeyword()) {
            case "required", "dependentRequired" ->
                    faults.add(
                            found.place(),
                            "%s has no %s.".formatted(name, property(error)),
                            "Add a line %s: with its value.".formatted(property(error)));
            case "additionalProperties", "unevaluatedProperties" ->
                    faults.add(
                            found.placeOf(property),
                            "%s is not something that %s can have.".formatted(property, name),
                            Suggestions.mend(property, allowedKeys(error, schema)));
            case "enum" ->
                    faults.add(
                            found.place(),
                            "%s is %s, which is not one of the choices."
                                    .formatted(name, found.text()),
                            "Use one of: " + String.join(", ", words(error.getSchemaNode())) + ".");
            case "type" ->
                    faults.add(
                            found.place(),
                            "%s should be %s.".formatted(name, type(error.getSchemaNode())),
                            typeMend(error.getSchemaNode()));
            case "pattern", "propertyNames" ->
                    faults.add(
                            found.placeOf(found.has(property) ? property : ""),
                            "%s is not written as it should be."
                                    .formatted(property.isEmpty() ? found.text() : property),
                            patternMend(pattern(error)));
            case "minLength", "minItems", "minProperties" ->
                    faults.add(
                            found.place(), name + " is empty.", "Fill it in, or delete the line.");
            case "maxLength", "maxItems" ->
                    faults.add(
                            found.place(),
                            "%s is longer than %s.".formatted(name, error.getSchemaNode()),
                            "Shorten it.");
            case "uniqueItems" ->
                    faults.add(
                            found.place(),
                            name + " lists the same thing twice.",
                            "Delete one of the two.");
            default ->
                    faults.add(
                            found.place(),
                            "%s is not as it should be: %s.".formatted(name, error.getMessage()),
                            "See docs/pack-format.md.");
        }
    }

    private static String property(Error error) {
        if (error.getProperty() != null && error.getKeyword().equals("required")) {
            return error.getProperty();
        }
        var arguments = error.getArguments();
        return arguments == null || arguments.length == 0 ? "value" : String.valueOf(arguments[0]);
    }

    /// The keys that the schema names where the unknown one stands: beside the rule that refused
    /// it.
    private static List<String> allowedKeys(Error error, JsonNode schema) {
        var path = error.getSchemaLocation().getFragment();
        var rule = schema;
        for (int step = 0; step < path.getNameCount() - 1; step++) {
            rule = rule.path(String.valueOf(path.getElement(step)));
        }
        return List.copyOf(rule.path("properties").propertyNames());
    }

    private static List<String> words(JsonNode choices) {
        var words = new ArrayList<String>();
        choices.forEach(choice -> words.add(choice.asString()));
        return words;
    }

    private static String type(JsonNode type) {
        return switch (type.isArray() ? type.get(0).asString() : type.asString()) {
            case "object" -> "a table of keys and values";
            case "array" -> "a list";
            case "boolean" -> "true or false";
            case "integer", "number" -> "a number";
            default -> "text";
        };
    }

    private static String typeMend(JsonNode type) {
        return switch (type.isArray() ? type.get(0).asString() : type.asString()) {
            case "object" -> "Put key: value lines under it, indented by two spaces.";
            case "array" -> "Write it as [one, two], or as lines that start with a dash.";
            case "boolean" -> "Write true or false.";
            case "integer", "number" -> "Write a number without quotation marks.";
            default -> "Write text; put quotation marks round it if it looks like a number.";
        };
    }

    private static String pattern(Error error) {
        var node = error.getSchemaNode();
        if (node == null) {
            return "";
        }
        return node.isObject() && node.has("pattern")
                ? node.get("pattern").asString()
                : node.asString("");
    }

    private static String patternMend(String pattern) {
        if (pattern.startsWith("^[a-z][a-z0-9-]")) {
            return "Use lower-case letters, digits and hyphens, starting with a letter.";
        }
        if (pattern.startsWith("^[a-z][a-z0-9_]")) {
            return "Use lower-case letters, digits and underscores, starting with a letter.";
        }
        if (pattern.startsWith("^[A-Z]")) {
            return "Write a clause's id like AB-001: capital letters, a hyphen, then the number.";
        }
        if (pattern.startsWith("^P")) {
            return "Write a length of time like P1Y, P14D or PT2H.";
        }
        if (pattern.startsWith("^https")) {
            return "Start the address with https://.";
        }
        return pattern.startsWith("^[0-9]{4}")
                ? "Write a date like 2026-09-01."
                : "It should match " + pattern + ".";
    }

    /// What stands at a place in the tree: its key's name, its value and where that is.
    private record Found(String name, Yaml value, Place place) {

        static Found at(NodePath path, Yaml.Mapping tree) {
            var found = new Found("This file", tree, tree.place());
            for (int step = 0; step < path.getNameCount(); step++) {
                found = found.into(path.getElement(step));
            }
            return found;
        }

        private Found into(Object step) {
            if (value instanceof Yaml.Mapping mapping) {
                var entry = mapping.entries().get(step.toString());
                return entry == null
                        ? this
                        : new Found(step.toString(), entry.value(), entry.place());
            }
            if (value instanceof Yaml.Sequence(_, var items)
                    && step instanceof Number index
                    && index.intValue() < items.size()) {
                var item = items.get(index.intValue());
                return new Found(itemName(item, index.intValue()), item, item.place());
            }
            return this;
        }

        private String itemName(Yaml item, int index) {
            return item instanceof Yaml.Scalar
                    ? "An item of " + name
                    : "Item " + (index + 1) + " of " + name;
        }

        boolean has(String key) {
            return value instanceof Yaml.Mapping mapping && mapping.has(key);
        }

        Place placeOf(String key) {
            return value instanceof Yaml.Mapping mapping && mapping.has(key)
                    ? mapping.placeOf(key)
                    : place;
        }

        String text() {
            return value instanceof Yaml.Scalar scalar ? scalar.text() : name;
        }
    }
}
