// SPDX-License-Identifier: Apache-2.0
package school.lanyard.attestations;

import tools.jackson.databind.json.JsonMapper;

/// What of an attestation is sealed.
///
/// @param name as typed by whoever signed; a visitor's own
/// @param organisation where a visitor comes from; may be empty
/// @param visiting whom they came to see
/// @param className the class that agreed
public record Details(String name, String organisation, String visiting, String className) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static Details signed(String name) {
        return new Details(name, "", "", "");
    }

    static Details ofClass(String className) {
        return new Details("", "", "", className);
    }

    byte[] bytes() {
        return JSON.writeValueAsBytes(this);
    }

    static Details read(byte[] json) {
        return JSON.readValue(json, Details.class);
    }

    @Override
    public String toString() {
        return "Details";
    }
}
