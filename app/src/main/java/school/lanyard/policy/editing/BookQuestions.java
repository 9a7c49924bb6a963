// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.editing;

import java.util.ArrayList;
import java.util.List;
import school.lanyard.core.pack.edit.Value;
import school.lanyard.web.Choice;

/// What the forms of a playbook ask. Where every school keeps a part, only its words are asked for.
record BookQuestions(Offers offers, Book book) {

    private static final String LABEL = "label";

    private static final List<Choice> JOINS =
            List.of(
                    Choice.of("all", "When all of them are done"),
                    Choice.of("any", "When any of them is done"));

    List<Question> of(Target target, Value.Entries value, boolean fixed) {
        return switch (target.part()) {
            case STEPS -> step(value, fixed, target.key().isEmpty());
            case EDGES -> edge();
            case BARS -> bar(fixed);
            case CHOICES -> choice(value);
            default -> closing();
        };
    }

    private List<Question> step(Value.Entries value, boolean fixed, boolean isNew) {
        boolean prohibits = Offers.text(value, "kind").equals("prohibition");
        boolean free = !fixed && !prohibits;
        var asked = new ArrayList<Question>();
        asked.add(Question.line(LABEL, "What to do", "", 200).must());
        asked.add(Question.words("guidance", "How to do it", "", 2000));
        if (free) {
            asked.add(Question.oneOf("kind", "What sort of step it is", "", Words.STEPS).must());
        }
        if (isNew || value.has(StepQuestion.QUESTION) || free) {
            asked.add(
                    Question.words(
                            StepQuestion.QUESTION,
                            "Question that it asks",
                            "Only for a decision, or for a wait on somebody’s reply",
                            400));
        }
        if (free) {
            asked.addAll(answers());
        }
        asked.addAll(byWhomAndWhen());
        if (free) {
            asked.addAll(conduct());
        }
        asked.add(Questions.cites());
        if (isNew) {
            asked.addAll(place());
        }
        return asked;
    }

    private static List<Question> answers() {
        return List.of(
                Question.pairs(
                        StepQuestion.ANSWERS,
                        "Answers that can be chosen",
                        "One on each line, such as “told: The police were told”. Conditions use the"
                                + " word before the colon. Empty for yes or no"),
                Question.flag(
                        "for-the-record",
                        "The answer only goes on the record: nothing depends on it",
                        ""));
    }

    private List<Question> byWhomAndWhen() {
        return List.of(
                Question.anyOf("owners", "Who does it", "", offers.roles()),
                Question.flag(
                        "owners-inferred",
                        "The policy does not say who: this is how you read it",
                        ""),
                Question.line(
                        "within",
                        "Within",
                        "Such as immediately, P2D (two days), PT4H (four hours), 1 working day, or"
                                + " the key of a length of time",
                        61),
                Question.flag(
                        "within-is-our-choice",
                        "The policy gives no time: this one is the school’s choice",
                        ""),
                Question.oneOf("contact", "Whom to call", "", offers.contacts()));
    }

    private List<Question> conduct() {
        return List.of(
                Question.pairs(
                        "needs",
                        "What is written down about it",
                        "One on each line, such as “reason: Why you decided so [note]”. At the end"
                                + " stands line, note, date, time or yes-no"),
                Question.flag("or-why-not", "It may be declined with a reason", ""),
                Question.flag("makes-safe", "Its record says that everybody is safe", ""),
                Question.flag("repeats", "It may be recorded again and again", ""),
                Question.anyOf(
                        "tracks",
                        "Courses of a case that it belongs to",
                        "All of them, where none is chosen",
                        book.tracks()));
    }

    private List<Question> place() {
        var from = new ArrayList<Choice>();
        from.add(Choice.of(Placed.OPENING, "Nothing: it is open when a case opens"));
        from.addAll(book.steps());
        return List.of(
                Question.anyOf(
                                Placed.FROM,
                                "What comes before it",
                                "It opens when all of these are done",
                                from)
                        .must(),
                when(Placed.WHEN, "When it follows", "Always, where it is empty"),
                Question.anyOf(
                        Placed.TO,
                        "What it leads to",
                        "These open once it is done. None, where it stands at an end",
                        book.steps()));
    }

    private List<Question> edge() {
        return List.of(
                Question.anyOf(Placed.FROM, "Steps that it leads from", "", book.steps()).must(),
                Question.oneOf("join", "Where it leads from several", "", JOINS),
                Question.anyOf(Placed.TO, "Steps that it opens", "", book.steps()).must(),
                when(Placed.WHEN, "When this way is taken", "Always, where it is empty"),
                Question.anyOf(
                        "tracks",
                        "Courses of a case that it belongs to",
                        "All of them, where none is chosen",
                        book.tracks()),
                Question.oneOf(
                        "begins",
                        "Moves the case to another course",
                        "Steps on that course start afresh",
                        book.tracks()),
                Question.flag("offers", "It offers the steps, and nothing waits for them", ""),
                Questions.cites());
    }

    private List<Question> bar(boolean fixed) {
        var asked = new ArrayList<Question>();
        asked.add(Question.line(LABEL, "What is barred", "", 200).must());
        asked.add(Question.words("reason", "Why, as shown to people", "", 1000).must());
        if (!fixed) {
            asked.add(Question.anyOf("steps", "Steps that it bars", "", book.steps()));
            asked.add(
                    Question.list(
                            "actions",
                            "Actions that it bars",
                            "Their keys in the grids of responses, or such as discipline, with"
                                    + " commas between them"));
            asked.add(
                    Question.anyOf(
                            "tracks",
                            "Courses of a case on which it stands",
                            "All of them, where none is chosen",
                            book.tracks()));
            asked.add(when("unless", "Unless", "Never lifted, where it is empty"));
        }
        asked.add(Questions.cites());
        return asked;
    }

    private static List<Question> choice(Value.Entries value) {
        var options =
                Book.entries(value.get("options")).entries().stream()
                        .map(option ->
                                Choice.of(
                                        option.key(),
                                        option.value() instanceof Value.Scalar(String words)
                                                ? words
                                                : option.key()))
                        .toList();
        return List.of(
                Question.oneOf("chosen", "How your school reads it", "", options).must(),
                Question.words("why", "Why", "", 1000).must(),
                Questions.cites());
    }

    private List<Question> closing() {
        return List.of(
                Question.words("says", "What closing a case needs", "", 400).must(),
                Question.anyOf("steps", "Steps that settle it", "", book.steps()).must(),
                Questions.cites());
    }

    private static Question when(String key, String label, String hint) {
        return Question.condition(key, label, hint + ". It may ask what is listed below");
    }
}
