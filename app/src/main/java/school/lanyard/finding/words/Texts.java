// SPDX-License-Identifier: Apache-2.0
package school.lanyard.finding.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What somebody wrote in an entry of a case, apart from keys, ids and times.
public final class Texts {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// Fields that hold no words of anybody's.
    private static final Set<String> NO_WORDS =
            Set.of(
                    "person",
                    "concern",
                    "playbook",
                    "category",
                    "group",
                    "risks",
                    "mainRisk",
                    "fact",
                    "value",
                    "step",
                    "action",
                    "proposed",
                    "chosen",
                    "part",
                    "role",
                    "way",
                    "outcome",
                    "place",
                    "about",
                    "doneAt",
                    "happenedOn",
                    "happenedAt",
                    "writtenAt",
                    "linked",
                    "barred",
                    "routes",
                    "exhibit",
                    "sha256",
                    "print",
                    "picture",
                    "id");

    private Texts() {}

    public static List<String> of(String json) {
        var texts = new ArrayList<String>();
        collect(JSON.readTree(json), texts);
        return texts;
    }

    /// The concern that an entry takes into an incident; empty where it takes none.
    public static String concern(String json) {
        return JSON.readTree(json).path("concern").asString("");
    }

    private static void collect(JsonNode node, List<String> into) {
        if (node.isString()) {
            into.add(node.asString());
        } else if (node.isArray()) {
            node.forEach(each -> collect(each, into));
        } else if (node.isObject()) {
            node.properties().stream()
                    .filter(field -> !NO_WORDS.contains(field.getKey()))
                    .forEach(field -> collect(field.getValue(), into));
        }
    }
}
