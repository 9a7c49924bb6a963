// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

/// An expected failure of a command: one line that says what is wrong, where, and what to do.
public final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// Wrong usage exits with 2, a failed check with 1.
    private final int exitCode;

    private Failure(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    /// What was asked for cannot be: a file that is missing, a port that is taken.
    public static Failure usage(String what, String mend) {
        return new Failure(what + ". " + mend + ".", 2);
    }

    /// What was checked did not hold.
    public static Failure check(String what, String mend) {
        return new Failure(what + ". " + mend + ".", 1);
    }

    int exitCode() {
        return exitCode;
    }
}
