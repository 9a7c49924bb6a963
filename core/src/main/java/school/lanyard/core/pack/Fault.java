// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

/// One thing wrong with a pack: where it is, what it is, and what to do about it.
public record Fault(String file, int line, String problem, String mend) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + problem + " " + mend;
    }
}
