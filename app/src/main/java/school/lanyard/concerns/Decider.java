// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import school.lanyard.concerns.IncidentEvent.ActionDone;
import school.lanyard.concerns.IncidentEvent.ActionNotNeeded;
import school.lanyard.concerns.IncidentEvent.ActionsChosen;
import school.lanyard.concerns.IncidentEvent.BarLifted;
import school.lanyard.concerns.IncidentEvent.Classified;
import school.lanyard.concerns.IncidentEvent.Closed;
import school.lanyard.concerns.IncidentEvent.FactAnswered;
import school.lanyard.concerns.IncidentEvent.HandedOver;
import school.lanyard.concerns.IncidentEvent.LeadLeftOut;
import school.lanyard.concerns.IncidentEvent.MadeSafe;
import school.lanyard.concerns.IncidentEvent.NoteAdded;
import school.lanyard.concerns.IncidentEvent.OpenedToPost;
import school.lanyard.concerns.IncidentEvent.PersonLinked;
import school.lanyard.concerns.IncidentEvent.PersonUnlinked;
import school.lanyard.concerns.IncidentEvent.Reopened;
import school.lanyard.concerns.IncidentEvent.Restricted;
import school.lanyard.concerns.IncidentEvent.RestrictionLifted;
import school.lanyard.concerns.IncidentEvent.RestrictionWidened;
import school.lanyard.concerns.IncidentEvent.ReturnAsked;
import school.lanyard.concerns.IncidentEvent.ReturnDecided;
import school.lanyard.concerns.IncidentEvent.StepDone;
import school.lanyard.concerns.IncidentEvent.TakenOn;
import school.lanyard.core.pack.Capability;
import school.lanyard.core.pack.Category;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.playbook.Bar;
import school.lanyard.core.playbook.Playbook;
import school.lanyard.core.playbook.Progress;
import school.lanyard.core.playbook.Step;
import school.lanyard.core.playbook.Value;

/// Says whether an event may be added to an incident. Pure: the same incident and event always get
/// the same answer.
///
/// @param barred who is shut out because a name looked like theirs
record Decider(Standing standing, Set<String> barred) {

    /// Whether an event says only what is on record already, and what follows from it as well.
    boolean changesNothing(IncidentEvent event) {
        return !incident().isClosed()
                && switch (event) {
                    case FactAnswered answer -> sameAnswer(answer);
                    case Classified kind ->
                            incident().classification().filter(kind::equals).isPresent()
                                    && consequence(kind).isEmpty();
                    case ActionsChosen chosen ->
                            incident().actions().filter(chosen::equals).isPresent();
                    case PersonLinked(var person, var part) ->
                            part == incident().people().get(person);
                    case Restricted(var people, _, _) ->
                            new NeedToKnow(incident()).named().equals(Set.copyOf(people));
                    default -> false;
                };
    }

    /// The same answer to a question that is open, as it is again in a new round, is an answer; so
    /// is one that moves the case, as a second suspicion does.
    private boolean sameAnswer(FactAnswered answer) {
        return answer.value() != null
                && incident().answer(answer.fact()).filter(answer.value()::equals).isPresent()
                && after(answer).rounds().size() == progress().rounds().size()
                && progress().open().stream()
                        .map(Progress.Open::step)
                        .noneMatch(step -> fact(step).filter(answer.fact()::equals).isPresent());
    }

    /// Why an event may not be recorded, in plain words; empty if it may.
    Optional<String> refusal(IncidentEvent event) {
        if (incident().isClosed()) {
            return switch (event) {
                case NoteAdded(var text) -> reason(text, "Write the note.");
                case Reopened(var reason) ->
                        reason(reason, "Say why the incident is opened again.");
                case IncidentEvent.ExhibitDisposalAsked asked ->
                        ExhibitRules.refusal(standing, asked);
                case IncidentEvent.ExhibitDisposalDecided decided ->
                        ExhibitRules.refusal(standing, decided);
                case IncidentEvent.SafetyPlanReviewed reviewed ->
                        FollowUpRules.refusal(incident(), reviewed);
                default ->
                        Optional.of(
                                "This incident is closed. Open it again to go on with it, or add a"
                                        + " late note.");
            };
        }
        return switch (event) {
            case StepDone done -> step(done).or(() -> notCounted(done));
            case FactAnswered answer -> answer(answer).or(() -> notCounted(answer));
            case Classified classified -> classification(classified);
            case ActionsChosen chosen -> actions(chosen);
            case IncidentEvent.Weighed weighed -> weighed(weighed);
            case ActionDone done -> chosen(done.action()).or(() -> held(done.action()));
            case ActionNotNeeded(var action, var reason) ->
                    chosen(action)
                            .or(() -> leftOut(action))
                            .or(() -> reason(reason, "Say why this was not needed."));
            case MadeSafe(var how) ->
                    unless(standing.somebodyAtRisk(), "Nobody is recorded as being at risk now.")
                            .or(() -> reason(how, "Say how you know that everybody is safe."));
            case PersonUnlinked(var person, var reason) ->
                    unless(
                                    incident().people().containsKey(person),
                                    "That person is not linked to this incident().")
                            .or(() -> reason(reason, "Say why this person is no longer linked."));
            case OpenedToPost(var role, var reason) ->
                    unless(mayHandle(role), "That post cannot read incidents.")
                            .or(() -> reason(reason, "Say why this post needs to read it."));
            case BarLifted(var person, var reason) ->
                    unless(barred.contains(person), "That person is not shut out by their name.")
                            .or(() -> reason(reason, "Say how you know that it is not them."));
            case IncidentEvent.Referred made -> referred(made);
            case IncidentEvent.ReferralSettled(var referral, var none, var who, var reply) ->
                    unless(
                                    Referral.of(pack(), incident()).stream()
                                            .anyMatch(each ->
                                                    each.waits()
                                                            && each.made().id().equals(referral)),
                                    "That referral does not wait for a reply.")
                            .or(() ->
                                    reason(
                                            reply,
                                            none
                                                    ? "Say why no reply is to come."
                                                    : "Write what they replied."))
                            .or(() -> none ? Optional.empty() : reason(who, "Say who replied."));
            case HandedOver(_, var note) -> reason(note, "Write what they need to know.");
            case Restricted(var people, var posts, var reason) ->
                    narrower(people, posts)
                            .or(() -> reason(reason, "Say why fewer people may read it."));
            case LeadLeftOut(var role, var reason) ->
                    restricted()
                            .or(() ->
                                    unless(
                                            new NeedToKnow(incident()).posts().contains(role),
                                            "That post does not read it now."))
                            .or(() -> reason(reason, "Say why they must not read it."));
            case RestrictionWidened(var person, var reason) ->
                    restricted()
                            .or(() ->
                                    unless(
                                            !new NeedToKnow(incident()).named().contains(person),
                                            "They are named already."))
                            .or(() -> reason(reason, "Say why they need to read it."));
            case RestrictionLifted(var reason) ->
                    restricted().or(() -> reason(reason, "Say why it need not be restricted now."));
            case TakenOn _ -> Optional.empty();
            case NoteAdded(var text) -> reason(text, "Write the note.");
            case Closed(var outcome, var summary) ->
                    reason(outcome, "Choose the outcome.")
                            .or(() -> reason(summary, "Write a short summary."))
                            .or(this::closing);
            case IncidentEvent.ExhibitKept kept -> ExhibitRules.refusal(standing, kept);
            case IncidentEvent.ExhibitDisposalAsked asked -> ExhibitRules.refusal(standing, asked);
            case IncidentEvent.ExhibitDisposalDecided decided ->
                    ExhibitRules.refusal(standing, decided);
            case IncidentEvent.ImageViewed viewed -> ExhibitRules.refusal(viewed);
            case IncidentEvent.SupportGiven _,
                    IncidentEvent.ParentTold _,
                    IncidentEvent.ParentNotTold _,
                    IncidentEvent.SafetyPlanSet _,
                    IncidentEvent.SafetyPlanReviewed _,
                    IncidentEvent.FeedbackGiven _,
                    IncidentEvent.DecisionMade _ ->
                    FollowUpRules.refusal(incident(), event);
            case PersonLinked _ -> Optional.empty();
            case Reopened _ -> Optional.of("This incident is open already.");
            case ReturnDecided(var person, var agreed, var reason) ->
                    unless(
                                    incident().returnsWaiting().containsKey(person),
                                    "Nothing about that person waits for a decision.")
                            .or(() ->
                                    agreed
                                            ? Optional.empty()
                                            : reason(reason, "Say why you do not agree."));
            case IncidentEvent.Opened _,
                    IncidentEvent.ConcernJoined _,
                    IncidentEvent.GlassBroken _,
                    IncidentEvent.PersonShutOut _,
                    ReturnAsked _ ->
                    Optional.of("That is not recorded in this way.");
        };
    }

    private Optional<String> referred(IncidentEvent.Referred made) {
        var contact = pack().contacts().get(made.contact());
        return unless(contact != null && contact.takesReferrals(), "Choose whom you told or asked.")
                .or(() -> reason(made.spokeTo(), "Say whom you spoke to, or how you sent it."))
                .or(() -> reason(made.told(), "Write what they were told and what they said."));
    }

    private Optional<String> restricted() {
        return unless(
                new NeedToKnow(incident()).isRestricted(), "This incident is not restricted.");
    }

    /// Whoever is named now may be left out at once; somebody else is let in by a second person.
    private Optional<String> narrower(List<String> people, List<String> posts) {
        var named = new NeedToKnow(incident()).named();
        return unless(
                        people.size() > 1 || !posts.isEmpty(),
                        "Name at least one other person, so that somebody can stand in for you.")
                .or(() ->
                        unless(
                                named.isEmpty() || named.containsAll(people),
                                "Somebody you chose is not named now. Ask to let them read it."));
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

    private Optional<String> notNeeded(Step step, StepDone done) {
        return unless(step.card().whyNot(), "This step cannot be left out.")
                .or(() ->
                        unless(
                                !step.card().makesSafe() || !standing.somebodyAtRisk(),
                                "A reporter said that somebody is at risk now. Make them safe, and"
                                        + " record what was done."))
                .or(() -> reason(done.note(), "Say why this was not needed."));
    }

    private static Optional<String> held(Step step, Map<String, String> held) {
        return step.card().needs().stream()
                .filter(need -> held.getOrDefault(need.key(), "").isBlank())
                .findFirst()
                .map(need -> "Fill in: " + need.label() + ".")
                .or(() -> unmet(step, held));
    }

    /// A record may have to say something: that the device is one that no pupil uses, for example.
    private static Optional<String> unmet(Step step, Map<String, String> held) {
        return step.card().needs().stream()
                .filter(need ->
                        need.must() != null
                                && !need.must().isMetBy(held.getOrDefault(need.key(), "")))
                .findFirst()
                .map(need -> Objects.requireNonNull(need.must()).otherwise());
    }

    private Optional<String> answer(FactAnswered answer) {
        var fact =
                playbook().facts().stream()
                        .filter(each -> each.key().equals(answer.fact()))
                        .findFirst();
        if (fact.isEmpty()) {
            return Optional.of("There is no such question in this playbook().");
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
                playbook().steps().stream()
                        .filter(step -> step instanceof Step.Wait wait && wait.fact().equals(fact))
                        .toList();
        return unless(
                waits.isEmpty() || waits.stream().anyMatch(step -> progress().isOpen(step.key())),
                "The school is not waiting for this reply yet.");
    }

    private Optional<String> classification(Classified classified) {
        var known = pack().category(classified.group(), classified.category()).isPresent();
        return unless(known, "Choose the kind of incident().")
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

    private Optional<String> weighed(IncidentEvent.Weighed weighed) {
        return unless(
                        incident().classification().isPresent(),
                        "Say what kind of incident it was first.")
                .or(() ->
                        unless(
                                Actions.grid(pack(), incident()).isEmpty(),
                                "The policy proposes actions for this. Choose from those."))
                .or(() -> reason(weighed.circumstances(), "Write what the circumstances were."))
                .or(() -> reason(weighed.seriousness(), "Write how serious it was."))
                .or(() -> reason(weighed.response(), "Write what is done about it."))
                .or(() -> reason(weighed.why(), "Say why that is in proportion."));
    }

    private Optional<String> chosen(String action) {
        return unless(
                incident()
                        .actions()
                        .filter(actions -> actions.chosen().contains(action))
                        .isPresent(),
                "That action was not chosen for this incident().");
    }

    private Optional<String> held(String action) {
        var progress = progress();
        return action(action)
                .flatMap(found -> Actions.heldBy(progress, found.action()))
                .map(Bar::reason);
    }

    private Optional<String> leftOut(String action) {
        var found = action(action);
        if (found.filter(each -> each.state() instanceof Actions.State.Done).isPresent()) {
            return Optional.of("This action is recorded as done.");
        }
        return unless(
                found.filter(each -> each.action().beforeClosing()).isEmpty(),
                "The policy asks for this before closing. If it cannot be done, change the actions"
                        + " and say why.");
    }

    private Optional<Actions.Chosen> action(String key) {
        return Actions.chosen(pack(), incident()).stream()
                .filter(chosen -> chosen.action().key().equals(key))
                .findFirst();
    }

    /// A record that the playbook would not count is refused with the playbook's reason, so that
    /// nobody takes for settled what is not.
    private Optional<String> notCounted(IncidentEvent event) {
        var ignored = after(event).notCounted();
        return ignored.size() == progress().notCounted().size()
                ? Optional.empty()
                : Optional.of(ignored.getLast().reason());
    }

    private Progress after(IncidentEvent event) {
        var at = incident().history().getLast().at();
        return new Standing(
                        pack(),
                        playbook(),
                        incident().with(new Happening("", at, "", event)),
                        standing.newer(),
                        standing.alarms())
                .progress();
    }

    private Optional<String> closing() {
        return standing.missing().stream().findFirst();
    }

    /// What follows by itself from an event: a return that is agreed takes effect, and a kind of
    /// incident that is illegal under the policy puts the case where illegal matters go, whatever
    /// was answered before.
    Optional<IncidentEvent> consequence(IncidentEvent event) {
        if (event instanceof ReturnDecided(var person, var agreed, _)) {
            return Optional.ofNullable(incident().returnsWaiting().get(person))
                    .filter(_ -> agreed)
                    .map(Returns::effect);
        }
        if (!(event instanceof Classified kind)
                || pack().category(kind.group(), kind.category())
                        .filter(Category::illegal)
                        .isEmpty()) {
            return Optional.empty();
        }
        var running = progress().track();
        return playbook().tracks().stream()
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
        return standing.progress();
    }

    private Pack pack() {
        return standing.pack();
    }

    private Playbook playbook() {
        return standing.playbook();
    }

    private Incident incident() {
        return standing.incident();
    }

    private boolean mayHandle(String role) {
        var found = pack().roles().get(role);
        return found != null && found.can(Capability.HANDLE_CASES);
    }

    private static Optional<String> unless(boolean fine, String words) {
        return fine ? Optional.empty() : Optional.of(words);
    }

    private static Optional<String> reason(String given, String words) {
        return unless(!given.isBlank(), words);
    }
}
