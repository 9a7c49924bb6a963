// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import java.util.List;

/// An error page: what happened in plain words, and what to do next.
///
/// @param reference to quote when asking for help; empty when there is nothing to look up
public record Trouble(int status, String title, List<String> next, String reference) {

    private static final String HOME = "Go back and try again, or start from the home page.";
    private static final String HELP =
            "If it keeps happening, tell the person who looks after Lanyard at your school.";

    private static final String AT_RISK =
            "If a child may be at risk now, do not wait: speak to your designated safeguarding"
                    + " lead.";

    static Trouble of(int status, String reference) {
        return switch (status) {
            case 400 -> of(400, "We could not read what your browser sent", HOME, HELP);
            case 401 -> of(401, "Sign in to see this page", "Sign in, then open the page again.");
            case 403 ->
                    of(
                            403,
                            "You cannot do this",
                            "What you typed was not saved. Your role may not allow it, or the page"
                                    + " may have been open for too long.",
                            "Go back, copy what you typed, and open the form again.",
                            AT_RISK);
            case 404 ->
                    of(
                            404,
                            "Page not found",
                            "If you typed the address, check that it is right.",
                            "If you followed a link, what it led to may not be here for you.");
            case 405 ->
                    of(
                            405,
                            "This page does not work that way",
                            "Nothing was changed.",
                            "Open the page from its link and use the buttons on it.");
            case 413 ->
                    of(
                            413,
                            "What you sent is too large",
                            "Nothing was saved.",
                            "Go back, and shorten the text or choose a smaller file.");
            case 422 ->
                    of(
                            422,
                            "Something in the form is not right",
                            "Nothing was saved.",
                            "Go back and check what you entered.");
            case 429 -> of(429, "Too many tries", "Wait a few minutes, then try again.", AT_RISK);
            case 503 ->
                    of(
                            503,
                            "Lanyard is not available just now",
                            "Nothing was saved. Try again in a few minutes.",
                            "If a child may be at risk now, do not wait: speak to your designated"
                                    + " safeguarding lead, and write down what you saw.");
            default -> fault(status, reference);
        };
    }

    /// A page that somebody asked for and may not see.
    ///
    /// @param whoMay what those do who may see it, such as `handle concerns`
    static Trouble notForYou(List<String> whoMay) {
        return of(
                403,
                "You may not see this page",
                whoMay.isEmpty()
                        ? "It is not for your role."
                        : "It is for those who " + String.join(", or ", whoMay) + ".",
                "If you need it for your work, ask the person who looks after Lanyard at your"
                        + " school.",
                AT_RISK);
    }

    private static Trouble fault(int status, String reference) {
        return status >= 400 && status < 500
                ? of(status, "We could not do that", "Nothing was changed.", HOME)
                : new Trouble(
                        status >= 500 ? status : 500,
                        "Sorry, something went wrong",
                        List.of("Nothing was saved. Go back and try again.", AT_RISK, HELP),
                        reference);
    }

    private static Trouble of(int status, String title, String... next) {
        return new Trouble(status, title, List.of(next), "");
    }
}
