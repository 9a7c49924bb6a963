// SPDX-License-Identifier: Apache-2.0
package school.lanyard.documents;

import java.util.List;
import school.lanyard.core.document.Block;

/// What the templates show of papers that are filled in by hand when the system is down.
///
/// @param takers who takes a concern, by whom it is about
/// @param contacts whom to call; none on a form that needs them not
public record FormPage(
        List<Taker> takers,
        List<Block.Contacts.Contact> contacts,
        Standing standing,
        String edition,
        Medium medium) {

    /// The posts that take a concern about somebody, in the policy's words.
    public record Taker(String about, String to) {}

    /// What the form asks, with the room for it in lines.
    public record Box(String label, int lines) {}

    private static final List<Box> ASKS =
            List.of(
                    new Box("Who is it about? Name, class or post", 1),
                    new Box(
                            "What did you see or hear? Say what happened, not what you think of it.",
                            5),
                    new Box("The child’s own words, exactly", 3),
                    new Box("When and where did it happen? On which device, site or app?", 2),
                    new Box("Is anybody at risk now? Who, and why?", 1),
                    new Box("What have you done, and whom have you told?", 2));

    /// In the order of the form on the screen.
    public List<Box> asks() {
        return ASKS;
    }

    /// What is signed and noted at the end.
    public List<String> signatures() {
        return List.of(
                "Your name",
                "Signature, date and time",
                "Taken by, date and time",
                "Typed into Lanyard by, and its reference");
    }

    public boolean print() {
        return medium == Medium.PRINT;
    }
}
