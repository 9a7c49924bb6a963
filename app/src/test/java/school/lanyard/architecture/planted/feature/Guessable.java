// SPDX-License-Identifier: Apache-2.0
package school.lanyard.architecture.planted.feature;

import java.util.concurrent.ThreadLocalRandom;

/// Makes a token that can be guessed.
class Guessable {
    long token() {
        return ThreadLocalRandom.current().nextLong();
    }
}
