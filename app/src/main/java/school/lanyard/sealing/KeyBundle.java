// SPDX-License-Identifier: Apache-2.0
package school.lanyard.sealing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import school.lanyard.sealing.KeyStore.Kept;
import tools.jackson.databind.json.JsonMapper;

/// What a key backup holds once it is opened.
///
/// @param master the master key's text, where it was asked for
record KeyBundle(List<Kept> keys, @Nullable String master) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static KeyBundle read(byte[] json) {
        return JSON.readValue(json, KeyBundle.class);
    }

    byte[] bytes() {
        return JSON.writeValueAsBytes(this);
    }

    @Override
    public String toString() {
        return "KeyBundle";
    }
}
