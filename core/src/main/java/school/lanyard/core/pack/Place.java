// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

/// Where something stands in a pack: a file's path inside the pack and a line, counted from 1.
public record Place(String file, int line) {

    static Place start(String file) {
        return new Place(file, 1);
    }
}
