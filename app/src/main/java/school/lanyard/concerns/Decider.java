// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import school.lanyard.concerns.IncidentEvent.ActionDone;
import school.lanyard.concerns.IncidentEvent.ActionsChosen;
import school.lanyard.concerns.IncidentEvent.BarLifted;
import school.lanyard.concerns.IncidentEvent.Classified;
import school.lanyard.concerns.IncidentEvent.Closed;
import school.lanyard.concerns.IncidentEvent.FactAnswered;
import school.lanyard.concerns.IncidentEvent.NoteAdded;
import school.lanyard.concerns.IncidentEvent.OpenedToPost;
import school.lanyard.concerns.IncidentEvent.PersonLinked;
import school.lanyard.concerns.IncidentEvent.PersonUnlinked;
import school.lanyard.concerns.IncidentEvent.ReturnAsked;
import school.lanyard.concerns.IncidentEvent.ReturnDecided;
import school.lanyard.concerns.IncidentEvent.StepDone;
import school.lanyard.core.pack.Capability;
import school.lanyard.core.pack.Category;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.playbook.Playbook;
import school.lanyard.core.playbook.Progress;
import school.lanyard.core.playbook.Step;
import school.lanyard.core.playbook.Value;

/// Says whether an event may be added to an incident. Pure: the same incident and event always get
/// the same answer.
record Decider(Pack pack, Playbook playbook, Incident incident, Set<String> barred) {

    /// Why an event may not be recorded, in plain words; empty if it may.
    Optional<String> refusal(IncidentEvent event) {
        if (incident.isClosed()) {
            return Optional.of("This incident is closed. Nothing more can be added to it.");
        }
        return switch (event) {
            case StepDone done -> step(done);
            case FactAnswered answer -> answer(answer);
            case Classified classified -> classification(classified);
            case ActionsChosen chosen -> actions(chosen);
            case ActionDone done -> action(done);
            case PersonUnlinked(var person, var reason) ->
                    unless(
                                    incident.people().containsKey(person),
                                    "That person is not linked to this incident.")
                            .or(() -> reason(reason, "Say why this person is no longer linked."));
            case OpenedToPost(var role, var reason) ->
                    unless(mayHandle(role), "That post cannot read incidents.")
                            .or(() -> reason(reason, "Say why this post needs to read it."));
            case BarLifted(var person, var reason) ->
                    unless(barred.contains(person), "That person is not shut out by their name.")
                            .or(() -> reason(reason, "Say how you know that it is not them."));
            case NoteAdded(var text) -> reason(text, "Write the note.");
            case Closed(var outcome, var summary) ->
                    reason(outcome, "Choose the outcome.")
                            .or(() -> reason(summary, "Write a short summary."))
                            .or(this::closing);
            case PersonLinked _ -> Optional.empty();
            case ReturnDecided(var person, var agreed, var reason) ->
                    unless(
                                    incident.returnsWaiting().containsKey(person),
                                    "Nothing about that person waits for a decision.")
                            .or(() ->
                                    agreed
                                            ? Optional.empty()
                                            : reason(reason, "Say why you do not agree."));
            case IncidentEvent.Opened _, IncidentEvent.ConcernJoined _, ReturnAsked _ ->
                    Optional.of("That is not recorded in this way.");
        };
    }

    private Optional<String> step(StepDone done) {
        var progress = progress();
        var blocked =
                progress.blocked().stream()
                        .filter(each -> each.step().equals(done.step()))
                        .findFirst();
        if (blocked.isPresent()) {
            return Optional.of(blocked.get().reason());
        }
        var open =
                progress.open().stream()
                        .map(Progress.Open::step)
                        .filter(step -> step.key().equals(done.step()))
                        .findFirst();
        if (open.isEmpty()) {
            return Optional.of("That step is not open at this point.");
        }
        return done.notNeeded() ? notNeeded(open.get(), done) : held(open.get(), done.held());
    }

    private static Optional<String> notNeeded(Step step, StepDone done) {
        return unless(step.card().whyNot(), "This step cannot be left out.")
                .or(() -> reason(done.note(), "Say why this was not needed."));
    }

    private static Optional<String> held(Step step, Map<String, String> held) {
        return step.card().needs().stream()
                .filter(need -> held.getOrDefault(need.key(), "").isBlank())
                .findFirst()
                .map(need -> "Fill in: " + need.label() + ".");
    }

    private Optional<String> answer(FactAnswered answer) {
        var fact =
                playbook.facts().stream()
                        .filter(each -> each.key().equals(answer.fact()))
                        .findFirst();
        if (fact.isEmpty()) {
            return Optional.of("There is no such question in this playbook.");
        }
        if (answer.value() == null) {
            return reason(answer.note(), "Say why the answer is taken back.");
        }
        Value value = Incident.value(answer.value());
        return unless(value != null && fact.get().accepts(value), "Choose one of the answers.")
                .or(() -> waiting(answer.fact()))
                .or(() -> asked(answer));
    }

    /// An answer to a question that is open holds what the question asks for; a later change of
    /// mind says why in its note.
    private Optional<String> asked(FactAnswered answer) {
        return progress().open().stream()
                .map(Progress.Open::step)
                .filter(step -> fact(step).filter(answer.fact()::equals).isPresent())
                .filter(_ -> answer.note().isBlank() || !answer.held().isEmpty())
                .findFirst()
                .flatMap(step -> held(step, answer.held()));
    }

    private static Optional<String> fact(Step step) {
        return switch (step) {
            case Step.Decision(_, var fact, _) -> Optional.of(fact);
            case Step.Wait(_, var fact) -> Optional.of(fact);
            default -> Optional.empty();
        };
    }

    /// An outside body's reply counts only once the school is waiting for it.
    private Optional<String> waiting(String fact) {
        var waits =
                playbook.steps().stream()
                        .filter(step -> step instanceof Step.Wait wait && wait.fact().equals(fact))
                        .toList();
        return unless(
                waits.isEmpty() || waits.stream().anyMatch(step -> progress().isOpen(step.key())),
                "The school is not waiting for this reply yet.");
    }

    private Optional<String> classification(Classified classified) {
        var known = pack.category(classified.group(), classified.category()).isPresent();
        return unless(known, "Choose the kind of incident.")
                .or(() ->
                        unless(
                                classified.risks().contains(classified.mainRisk()),
                                "Choose the main area of risk from those you ticked."));
    }

    private Optional<String> actions(ActionsChosen chosen) {
        return chosen.chosen().equals(chosen.proposed())
                ? Optional.empty()
                : reason(chosen.reason(), "Say why you differ from what the policy proposes.");
    }

    private Optional<String> action(ActionDone done) {
        return unless(
                incident.actions()
                        .filter(actions -> actions.chosen().contains(done.action()))
                        .isPresent(),
                "That action was not chosen for this incident.");
    }

    private Optional<String> closing() {
        return Closing.missing(pack, incident, progress()).stream().findFirst();
    }

    /// What follows by itself from an event: a return that is agreed takes effect, and a kind of
    /// incident that is illegal under the policy puts the case where illegal matters go, whatever
    /// was answered before.
    Optional<IncidentEvent> consequence(IncidentEvent event) {
        if (event instanceof ReturnDecided(var person, var agreed, _)) {
            return Optional.ofNullable(incident.returnsWaiting().get(person))
                    .filter(_ -> agreed)
                    .map(Returns::effect);
        }
        if (!(event instanceof Classified kind)
                || pack.category(kind.group(), kind.category())
                        .filter(Category::illegal)
                        .isEmpty()) {
            return Optional.empty();
        }
        var running = progress().track();
        return playbook.tracks().stream()
                .filter(track -> !track.key().equals(running))
                .flatMap(track -> track.triggers().stream())
                .findFirst()
                .map(trigger ->
                        new FactAnswered(
                                trigger.fact(),
                                Incident.word(trigger.is()),
                                Map.of(),
                                "The policy counts this kind of incident as illegal."));
    }

    private Progress progress() {
        return playbook.progress(incident.situation());
    }

    private boolean mayHandle(String role) {
        var found = pack.roles().get(role);
        return found != null && found.can(Capability.HANDLE_CASES);
    }

    private static Optional<String> unless(boolean fine, String words) {
        return fine ? Optional.empty() : Optional.of(words);
    }

    private static Optional<String> reason(String given, String words) {
        return unless(!given.isBlank(), words);
    }
}
