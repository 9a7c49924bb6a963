// SPDX-License-Identifier: Apache-2.0
package school.lanyard.architecture.planted.feature;

/// Prints outside the command line.
class Prints {
    void say(String words) {
        System.out.println(words);
    }
}
