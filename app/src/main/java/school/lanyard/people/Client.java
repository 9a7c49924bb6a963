// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Where a try to sign in comes from.
///
/// @param network its address
/// @param device what its browser carries of earlier sign-ins, as {@link Devices} sealed it
public record Client(String network, @Nullable String device) {

    /// Of the newer, longer network addresses one household or school has as many as it likes, all
    /// with the same first half.
    String place() {
        return network.contains(":") && !network.contains(".") ? firstHalf(network) : network;
    }

    private static String firstHalf(String address) {
        var parts = address.split("::", 2);
        var before = groups(parts[0]);
        var after = parts.length == 2 ? groups(parts[1]) : new String[0];
        var all = new String[8];
        Arrays.fill(all, "0");
        System.arraycopy(before, 0, all, 0, Math.min(before.length, 8));
        for (int i = 0; i < after.length && i < 8; i++) {
            all[7 - i] = after[after.length - 1 - i];
        }
        return Arrays.stream(all, 0, 4)
                .map(group -> group.replaceFirst("^0+(?=.)", ""))
                .collect(Collectors.joining(":", "", "::"));
    }

    private static String[] groups(String part) {
        return part.isEmpty() ? new String[0] : part.split(":");
    }

    @Override
    public String toString() {
        return "Client";
    }
}
