// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/// Six-digit codes from an authenticator app, a new one every 30 seconds (RFC 6238).
public final class Totp {

    private static final TimeBasedOneTimePasswordGenerator GENERATOR =
            new TimeBasedOneTimePasswordGenerator();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 20;
    private static final long STEP_SECONDS = 30;
    private static final int CLOCKS_APART = 1;

    private Totp() {}

    /// A new secret, as it is typed into an app.
    public static String newSecret() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base32.toBase32String(bytes);
    }

    /// The code of a moment.
    public static String code(String secret, Instant at) {
        try {
            return GENERATOR.generateOneTimePasswordString(
                    new SecretKeySpec(Base32.decode(secret), GENERATOR.getAlgorithm()), at);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("a stored secret is no key", e);
        }
    }

    /// Which step of time a code belongs to, if it is right now or was a moment ago.
    public static OptionalLong step(String secret, String typed, Instant now) {
        var code = typed.replaceAll("\\s", "");
        var current = now.getEpochSecond() / STEP_SECONDS;
        var found = OptionalLong.empty();
        for (var step = current - CLOCKS_APART; step <= current + CLOCKS_APART; step++) {
            var right = code(secret, Instant.ofEpochSecond(step * STEP_SECONDS));
            if (MessageDigest.isEqual(
                    right.getBytes(StandardCharsets.US_ASCII),
                    code.getBytes(StandardCharsets.UTF_8))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /// The address that a QR code carries to an app. It names the school, never the person.
    public static String address(String secret, String school) {
        return "otpauth://totp/"
                + encoded("Lanyard: " + school)
                + "?secret="
                + secret
                + "&issuer=Lanyard";
    }

    /// The secret in groups of four, for typing.
    public static String spaced(String secret) {
        return String.join(" ", Arrays.asList(secret.split("(?<=\\G.{4})")))
                .toLowerCase(Locale.ROOT);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
