// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup.demo;

import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import school.lanyard.people.Totp;

/// What everybody of one demonstration signs in with: one password, and one secret for their
/// authenticator apps. Each demonstration has its own, so that they open nothing else.
///
/// @param totp the secret in the form that an authenticator app takes
public record DemoSecrets(String password, String totp) {

    private static final List<String> WORDS =
            List.of(
                    ("acorn bramble cobbler dapple ember fiddle gazebo hamlet inkwell jigsaw kettle"
                                    + " lantern marrow nutmeg oatcake paddock quiver rhubarb"
                                    + " satchel thimble umbrella velvet walnut yonder zephyr"
                                    + " almanac bellows copper dovetail eyelet furrow gosling"
                                    + " hazel ivory juniper kipper lichen mitten")
                            .split(" ", -1));
    private static final int TAKEN = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    static DemoSecrets fresh() {
        var words =
                Stream.generate(() -> WORDS.get(RANDOM.nextInt(WORDS.size())))
                        .distinct()
                        .limit(TAKEN)
                        .collect(Collectors.joining("-"));
        return new DemoSecrets(words, Totp.newSecret());
    }

    @Override
    public String toString() {
        return "DemoSecrets";
    }
}
