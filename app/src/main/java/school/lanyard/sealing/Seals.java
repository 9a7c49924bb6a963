// SPDX-License-Identifier: Apache-2.0
package school.lanyard.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.subtle.Random;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Seals and opens content, each record under its own key, wrapped by its school's key, wrapped by
/// the master key. The context (such as `person:<id>`) is bound to the ciphertext, so that a sealed
/// value copied to another row does not open.
public final class Seals implements AutoCloseable {

    private static final int KEY_BYTES = 32;
    private static final int OPEN_KEYS = 20_000;

    private static final Pattern TOKEN =
            Pattern.compile("([0-9a-f-]{36})\\.([A-Za-z0-9_-]{1,2000})");

    private final Aead master;
    private final KeyStore store;
    private final InstantSource clock;
    private final Map<String, byte[]> schoolKeys = new ConcurrentHashMap<>();
    private final Map<String, AesGcmJce> openKeys =
            new LinkedHashMap<>(256, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, AesGcmJce> eldest) {
                    return size() > OPEN_KEYS;
                }
            };

    private Seals(Aead master, KeyStore store, InstantSource clock) {
        this.master = master;
        this.store = store;
        this.clock = clock;
    }

    /// Opens the key store, making it and the master key if they do not exist yet.
    public static Seals open(Path keyStore, Path masterKey, InstantSource clock) {
        return new Seals(MasterKey.at(masterKey), KeyStore.at(keyStore), clock);
    }

    /// A new school's key. Every other key of that school is wrapped by it.
    public void foundSchool(String school) {
        var key = Random.randBytes(KEY_BYTES);
        var id = UUID.randomUUID().toString();
        try {
            keep(id, school, KeyKind.SCHOOL, master.encrypt(key, bytes("school:" + school)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
        schoolKeys.put(school, key);
    }

    /// A new key, on disk when this returns.
    ///
    /// @return its id, which is safe to store anywhere
    public String newKey(String school, KeyKind kind) {
        return newKeys(school, kind, 1).getFirst();
    }

    /// Many new keys in one write to disk, for an import.
    public List<String> newKeys(String school, KeyKind kind, int count) {
        var wrapper = cipher(schoolKey(school));
        var made =
                Stream.generate(() -> UUID.randomUUID().toString())
                        .limit(count)
                        .map(id -> wrap(wrapper, id, school, kind))
                        .toList();
        store.keep(made);
        return made.stream().map(KeyStore.Wrapped::id).toList();
    }

    public byte[] seal(String school, String keyId, byte[] content, String context) {
        try {
            return key(school, keyId).encrypt(content, bytes(context));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    /// Opens what {@link #seal} sealed in the same context.
    ///
    /// @throws KeyDestroyedException if the content was disposed of
    /// @throws IllegalStateException if the content was changed, or moved from another place
    public byte[] open(String school, String keyId, byte[] sealed, String context) {
        try {
            return key(school, keyId).decrypt(sealed, bytes(context));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealed content does not open: changed or moved", e);
        }
    }

    /// Disposes of everything sealed under the key.
    public void destroy(String keyId) {
        synchronized (openKeys) {
            store.destroy(keyId, clock.millis());
            openKeys.remove(keyId);
        }
    }

    /// Whether what the key sealed was disposed of.
    public boolean isDestroyed(String keyId) {
        return store.find(keyId).isEmpty();
    }

    /// A keyed print of a value, for exact match without storing the value (sign-in, roster).
    ///
    /// @param purpose keeps prints of different columns from being compared
    public String print(String school, String purpose, String value) {
        try {
            var key = derived(school, "print:" + purpose);
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(bytes(value)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("printing failed", e);
        }
    }

    /// Seals something into text that may leave the house for a while, such as a field of a form.
    ///
    /// @param purpose a token made for one purpose does not open for another
    public String sealToken(String school, String purpose, String content, Instant expires) {
        try {
            var plain = expires.toEpochMilli() + "\n" + content;
            var sealed =
                    tokenCipher(school, purpose)
                            .encrypt(bytes(plain), tokenContext(school, purpose));
            return school + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    /// Opens what {@link #sealToken} made; nothing where it was made up, changed, meant for
    /// something else or has expired.
    public Optional<Token> openToken(String purpose, String token) {
        var parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var school = parts.group(1);
        try {
            var sealed = Base64.getUrlDecoder().decode(parts.group(2));
            var plain = tokenCipher(school, purpose).decrypt(sealed, tokenContext(school, purpose));
            var lines = new String(plain, StandardCharsets.UTF_8).split("\n", 2);
            return Long.parseLong(lines[0]) < clock.millis()
                    ? Optional.empty()
                    : Optional.of(new Token(school, lines[1]));
        } catch (GeneralSecurityException | IllegalArgumentException | KeyDestroyedException e) {
            return Optional.empty();
        }
    }

    /// What an opened token says, and the school it was made for.
    public record Token(String school, String content) {}

    @Override
    public void close() {
        store.close();
        synchronized (openKeys) {
            openKeys.clear();
        }
        schoolKeys.values().forEach(key -> Arrays.fill(key, (byte) 0));
        schoolKeys.clear();
    }

    private KeyStore.Wrapped wrap(AesGcmJce wrapper, String id, String school, KeyKind kind) {
        try {
            var key = Random.randBytes(KEY_BYTES);
            return new KeyStore.Wrapped(
                    id, school, kind, wrapper.encrypt(key, bytes("key:" + id)), clock.millis());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    private void keep(String id, String school, KeyKind kind, byte[] wrapped) {
        store.keep(List.of(new KeyStore.Wrapped(id, school, kind, wrapped, clock.millis())));
    }

    private AesGcmJce key(String school, String keyId) throws GeneralSecurityException {
        synchronized (openKeys) {
            var open = openKeys.get(keyId);
            if (open == null) {
                var wrapped = store.find(keyId).orElseThrow(KeyDestroyedException::new);
                open = cipher(cipher(schoolKey(school)).decrypt(wrapped, bytes("key:" + keyId)));
                openKeys.put(keyId, open);
            }
            return open;
        }
    }

    private byte[] derived(String school, String use) throws GeneralSecurityException {
        return Hkdf.computeHkdf(
                "HMACSHA256", schoolKey(school), new byte[0], bytes(use), KEY_BYTES);
    }

    private AesGcmJce tokenCipher(String school, String purpose) throws GeneralSecurityException {
        return new AesGcmJce(derived(school, "token:" + purpose));
    }

    private static byte[] tokenContext(String school, String purpose) {
        return bytes("token:" + purpose + ":" + school);
    }

    private byte[] schoolKey(String school) {
        return schoolKeys.computeIfAbsent(school, this::unwrapSchoolKey);
    }

    private byte[] unwrapSchoolKey(String school) {
        try {
            var id = store.schoolKey(school).orElseThrow(KeyDestroyedException::new);
            var wrapped = store.find(id).orElseThrow(KeyDestroyedException::new);
            return master.decrypt(wrapped, bytes("school:" + school));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the master key does not open this key store", e);
        }
    }

    private static AesGcmJce cipher(byte[] key) {
        try {
            return new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key has the wrong size", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
