// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Everything of an account, sealed as one under its person's key.
///
/// @param hash absent until its person has chosen a password
/// @param totp the authenticator app's secret; absent without one
/// @param recovery the prints of the recovery codes that are left
record SealedAccount(
        String address, @Nullable String hash, @Nullable String totp, List<String> recovery) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    SealedAccount {
        recovery = recovery == null ? List.of() : List.copyOf(recovery);
    }

    static SealedAccount read(byte[] json) {
        return JSON.readValue(json, SealedAccount.class);
    }

    byte[] bytes() {
        return JSON.writeValueAsBytes(this);
    }

    SealedAccount withHash(String newHash) {
        return new SealedAccount(address, newHash, totp, recovery);
    }

    SealedAccount withSecondFactor(String secret, List<String> codes) {
        return new SealedAccount(address, hash, secret, codes);
    }

    SealedAccount withoutSecondFactor() {
        return new SealedAccount(address, hash, null, List.of());
    }

    SealedAccount without(String code) {
        return new SealedAccount(
                address, hash, totp, recovery.stream().filter(c -> !c.equals(code)).toList());
    }

    @Override
    public String toString() {
        return "SealedAccount";
    }
}
