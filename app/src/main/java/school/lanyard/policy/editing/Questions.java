// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.editing;

import java.util.List;
import school.lanyard.core.pack.edit.Value;

/// What the form of each sort of entry asks.
final class Questions {

    static final String LENGTH =
            "Such as P1Y (a year), P6M (six months), P14D (14 days), PT4H (four hours) or 1 working day";
    private static final String CITES = "Their numbers, with commas between them";
    private final Offers offers;

    Questions(Offers offers) {
        this.offers = offers;
    }

    List<Question> of(Target target, Value.Entries value, boolean fixed) {
        return switch (target.part()) {
            case POLICY -> policy();
            case CLAUSES -> clause();
            case HEADINGS -> heading();
            case INTERVALS -> interval();
            case ROLES -> role();
            case CONTACTS -> contact();
            case GROUPS, TERMS -> word();
            case ROUTING -> route();
            case MARKS -> mark();
            case ROWS -> row();
            case RISKS -> risk();
            case CATEGORIES -> category();
            case RESPONSES -> response(target.file());
            case STEPS, EDGES, BARS, CHOICES, CLOSING ->
                    new BookQuestions(offers, Book.of(offers, target.file()))
                            .of(target, value, fixed);
        };
    }

    private List<Question> policy() {
        return List.of(
                Question.line("label", "Title of the policy", "", 120).must(),
                Question.line("edition", "Name of the edition", "Such as 2026-09", 40).must(),
                Question.line("written-against", "Guidance it was written against", "", 200),
                Question.line("next-review", "Next review", "Such as 2027-09", 40),
                Question.oneOf("ask", "Whom to ask where the policy is silent", "", offers.roles())
                        .must(),
                Question.words(
                        "proportionality",
                        "How to weigh an incident that no grid lists",
                        "",
                        2000));
    }

    private List<Question> clause() {
        return List.of(
                Question.words("says", "What it promises", "In your own words", 600).must(),
                Question.oneOf("section", "Heading it stands under", "", offers.headings()).must(),
                Question.anyOf("who", "Whom it binds", "", offers.who()).must(),
                Question.flag(
                        "who-inferred", "The policy does not say who: this is how you read it", ""),
                Question.oneOf("kind", "What sort of promise it is", "", Words.kinds()).must(),
                Question.oneOf("cadence", "How often", "", Words.cadences()).must(),
                Question.flag(
                        "cadence-inferred",
                        "The policy does not say how often: this is how you read it",
                        ""),
                Question.oneOf(
                        "interval",
                        "Length of time it is due in",
                        "Regular clauses need one that the school chose",
                        offers.intervals()),
                Question.anyOf("evidence", "How keeping it is shown", "", Words.EVIDENCE).must(),
                Question.oneOf("area", "Part of online safety", "", offers.areas()).must());
    }

    private static List<Question> heading() {
        return List.of(
                Question.line("title", "Heading", "", 120).must(),
                Question.line(
                                "part",
                                "Chapter",
                                "Headings in a row with the same chapter form it",
                                120)
                        .must(),
                Question.words(
                        "intro", "What stands first under it", "One or two short sentences", 1000));
    }

    private static List<Question> interval() {
        return List.of(
                Question.line("label", "What it is the time for", "", 400).must(),
                Question.line("length", "How long", LENGTH, 40).must(),
                Question.oneOf("chosen-by", "Who chose the number", "", Words.CHOSEN_BY).must(),
                Question.words(
                        "note",
                        "Why this number",
                        "Needed where the school chose it because the policy gives none",
                        400),
                cites());
    }

    private List<Question> role() {
        return List.of(
                Question.line("label", "Name of the post", "Never a person’s name", 80).must(),
                Question.line("short", "Its abbreviation", "", 20),
                Question.oneOf("holders", "How many hold it", "", Words.HOLDERS).must(),
                Question.anyOf("groups", "Who may hold it", "", offers.groups()).must(),
                Question.anyOf(
                        "capabilities",
                        "What holders may do",
                        "Who may read cases takes a second person once the edition is published",
                        Words.capabilities()),
                Question.flag("required", "The post must be filled: an empty one is flagged", ""),
                Question.words(
                        "note", "Why the post is here", "Where the policy does not say", 400),
                cites());
    }

    private static List<Question> contact() {
        return List.of(
                Question.line("label", "Who it is", "An organisation, never a person’s name", 80)
                        .must(),
                Question.words("use-when", "When to use it", "", 400).must(),
                Question.line("call", "Number that is the same for all schools", "", 20),
                Question.line(
                        "web",
                        "Page that is the same for all schools",
                        "Starting with https://",
                        200),
                Question.flag("local", "The school fills in its own number", ""),
                cites());
    }

    private static List<Question> word() {
        return List.of(
                Question.line("one", "For one", "", 60).must(),
                Question.line("many", "For several", "", 60).must());
    }

    private List<Question> route() {
        return List.of(
                Question.line("label", "Name", "", 80).must(),
                Question.anyOf("about-roles", "About holders of", "", offers.roles()),
                Question.anyOf("about-groups", "About", "", offers.groups()),
                Question.tiers(
                        "to",
                        "Who takes it",
                        "One line for each turn, the first line first. Keys of roles, with commas between those who take it together"),
                Question.oneOf("then", "Then, outside the school", "", offers.contacts()).must(),
                Question.anyOf("also-tell", "Also tell", "", offers.contacts()),
                Question.flag(
                        "leader",
                        "It stands in the annex on leaders, not in the general report",
                        ""),
                Question.words("note", "What the school chose here", "", 400),
                cites());
    }

    private List<Question> mark() {
        return List.of(
                Question.line("label", "The mark in words", "", 80).must(),
                Question.oneOf(
                                "answer",
                                "Its answer",
                                "With a condition: the answer while the condition holds",
                                Words.ANSWERS)
                        .must(),
                Question.condition(
                        "when",
                        "Condition",
                        "Empty where there is none. It may ask what is listed below"),
                Question.line("says", "The condition in words", "", 200),
                Question.oneOf(
                        "otherwise", "The answer when it does not hold", "", Words.OTHERWISE),
                Question.oneOf("unknown", "The answer while that is not known", "", Words.UNKNOWN));
    }

    private static List<Question> row() {
        return List.of(
                Question.line(
                                "row",
                                "What it is about",
                                "Its address is made from these words, so records refer to them",
                                240)
                        .must(),
                Question.line("under", "Heading in the table", "", 120),
                Question.words("note", "What to know about it", "", 400),
                Question.line("short", "In very few words, for children", "", 40),
                Question.list("also", "Other words for it", "With commas between them"),
                cites(),
                Question.list("quotes", "Clauses it only quotes", CITES));
    }

    private static List<Question> risk() {
        return List.of(
                Question.line("label", "Name of the area", "", 60).must(),
                Question.words("means", "What it covers", "", 600).must());
    }

    private List<Question> category() {
        return List.of(
                Question.line("label", "What happened, in a few words", "", 120).must(),
                Question.anyOf("groups", "Whom it can be about", "", offers.groups()).must(),
                Question.anyOf("risks", "Its usual areas of risk", "", offers.risks()),
                Question.flag("illegal", "It may be illegal: the police track begins at once", ""));
    }

    private List<Question> response(String grid) {
        return List.of(
                Question.line(
                                "row",
                                "What happened, in a few words",
                                "Its address is made from these words, so records refer to them",
                                240)
                        .must(),
                Question.anyOf("actions", "What the policy proposes", "", offers.actions(grid)),
                Question.anyOf("risks", "Its usual areas of risk", "", offers.risks()),
                Question.flag("illegal", "It may be illegal: the police track begins at once", ""),
                Question.flag(
                        "repeat",
                        "It is for somebody who goes on after a warning or a sanction",
                        ""),
                Question.words("note", "What to know about it", "", 400),
                cites());
    }

    static Question cites() {
        return Question.list("clauses", "Clauses that say so", CITES);
    }
}
