// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import tools.jackson.databind.json.JsonMapper;

/// How the content of cases is written down before it is sealed.
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    public static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }
}
