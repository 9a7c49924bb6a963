// SPDX-License-Identifier: Apache-2.0
package school.lanyard.ledger;

/// Who did something, as an opaque id: a person, the software itself, or the operating-system user
/// of the command line.
public record Actor(String id) {

    /// Lanyard acting by itself, such as when a clock runs out.
    public static final Actor LANYARD = new Actor("lanyard");

    /// Whoever asks without having signed in, such as somebody following an invitation.
    public static final Actor NOBODY = new Actor("nobody");

    public static Actor person(String person) {
        return new Actor(person);
    }

    /// The person at the machine. Only the kind of user is kept, for the name may be personal.
    public static Actor commandLine() {
        return new Actor("command-line");
    }
}
