// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.file;

/// That a file cannot be read at all, and why, in words for whoever sent it.
public final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String why;

    public Unreadable(String why) {
        super("a roster file that cannot be read");
        this.why = why;
    }

    public String why() {
        return why;
    }
}
