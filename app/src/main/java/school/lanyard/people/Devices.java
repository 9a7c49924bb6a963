// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.lanyard.sealing.Seals;

/// Knows a browser again in which somebody has signed in fully before, by a sealed cookie. It lets
/// nobody in; it only keeps strangers' guesses from holding its owner up. What it knows is in the
/// cookie alone, so asking it tells nobody whether there is an account.
@Component
public final class Devices {

    public static final Duration LASTS = Duration.ofDays(180);

    private static final String PURPOSE = "device";
    private static final int PRINT = 32;

    /// A staffroom's browser is shared by a few.
    private static final int MOST = 12;

    private final Seals seals;
    private final InstantSource clock;

    public Devices(Seals seals, InstantSource clock) {
        this.seals = seals;
        this.clock = clock;
    }

    /// The browser's own random name, if somebody has signed in there with this address.
    Optional<String> known(@Nullable String device, String school, String address) {
        return opened(device, school)
                .filter(each -> each.addresses().contains(print(school, address)))
                .map(Carried::id);
    }

    /// What the browser is to carry from now on.
    String remember(@Nullable String device, String school, String address) {
        var before =
                opened(device, school)
                        .orElseGet(() -> new Carried(UUID.randomUUID().toString(), List.of()));
        var print = print(school, address);
        var addresses = new ArrayList<>(before.addresses());
        addresses.remove(print);
        addresses.addFirst(print);
        var content =
                before.id()
                        + " "
                        + String.join(" ", addresses.subList(0, Math.min(MOST, addresses.size())));
        return seals.sealToken(school, PURPOSE, content, clock.instant().plus(LASTS));
    }

    /// @param addresses prints of those that signed in there, newest first
    private record Carried(String id, List<String> addresses) {}

    private Optional<Carried> opened(@Nullable String device, String school) {
        return Optional.ofNullable(device)
                .flatMap(token -> seals.openToken(PURPOSE, token))
                .filter(token -> token.school().equals(school))
                .map(token -> List.of(token.content().split(" ")))
                .map(words -> new Carried(words.getFirst(), words.subList(1, words.size())));
    }

    private String print(String school, String address) {
        return seals.print(school, "device-address", Accounts.tidy(address)).substring(0, PRINT);
    }
}
