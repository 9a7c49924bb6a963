// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import school.lanyard.concerns.Actions;
import school.lanyard.concerns.ClosingOutcome;
import school.lanyard.concerns.Happening;
import school.lanyard.concerns.Incident;
import school.lanyard.concerns.IncidentEvent.ActionDone;
import school.lanyard.concerns.IncidentEvent.ActionNotNeeded;
import school.lanyard.concerns.IncidentEvent.ActionsChosen;
import school.lanyard.concerns.IncidentEvent.BarLifted;
import school.lanyard.concerns.IncidentEvent.Classified;
import school.lanyard.concerns.IncidentEvent.Closed;
import school.lanyard.concerns.IncidentEvent.ConcernJoined;
import school.lanyard.concerns.IncidentEvent.DecisionMade;
import school.lanyard.concerns.IncidentEvent.ExhibitDisposalAsked;
import school.lanyard.concerns.IncidentEvent.ExhibitDisposalDecided;
import school.lanyard.concerns.IncidentEvent.ExhibitKept;
import school.lanyard.concerns.IncidentEvent.FactAnswered;
import school.lanyard.concerns.IncidentEvent.FeedbackGiven;
import school.lanyard.concerns.IncidentEvent.GlassBroken;
import school.lanyard.concerns.IncidentEvent.HandedOver;
import school.lanyard.concerns.IncidentEvent.ImageViewed;
import school.lanyard.concerns.IncidentEvent.LeadLeftOut;
import school.lanyard.concerns.IncidentEvent.MadeSafe;
import school.lanyard.concerns.IncidentEvent.NoteAdded;
import school.lanyard.concerns.IncidentEvent.Opened;
import school.lanyard.concerns.IncidentEvent.OpenedToPost;
import school.lanyard.concerns.IncidentEvent.ParentNotTold;
import school.lanyard.concerns.IncidentEvent.ParentTold;
import school.lanyard.concerns.IncidentEvent.PersonLinked;
import school.lanyard.concerns.IncidentEvent.PersonShutOut;
import school.lanyard.concerns.IncidentEvent.PersonUnlinked;
import school.lanyard.concerns.IncidentEvent.ReferralSettled;
import school.lanyard.concerns.IncidentEvent.Referred;
import school.lanyard.concerns.IncidentEvent.Reopened;
import school.lanyard.concerns.IncidentEvent.Restricted;
import school.lanyard.concerns.IncidentEvent.RestrictionLifted;
import school.lanyard.concerns.IncidentEvent.RestrictionWidened;
import school.lanyard.concerns.IncidentEvent.ReturnAsked;
import school.lanyard.concerns.IncidentEvent.ReturnDecided;
import school.lanyard.concerns.IncidentEvent.SafetyPlanReviewed;
import school.lanyard.concerns.IncidentEvent.SafetyPlanSet;
import school.lanyard.concerns.IncidentEvent.StepDone;
import school.lanyard.concerns.IncidentEvent.SupportGiven;
import school.lanyard.concerns.IncidentEvent.TakenOn;
import school.lanyard.concerns.IncidentEvent.Weighed;
import school.lanyard.concerns.Incidents;
import school.lanyard.concerns.Part;
import school.lanyard.concerns.Referral;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.playbook.Fact;
import school.lanyard.core.playbook.Playbook;
import school.lanyard.core.playbook.Step;
import school.lanyard.people.Directory;
import school.lanyard.web.Times;

/// The words for what happened in an incident, the same on its page, in the chronology and on
/// paper.
public record Words(Pack pack, Playbook playbook, Incident incident, Directory directory) {

    /// One line of a chronology.
    ///
    /// @param doneAt when it was done, where that may be before it was recorded
    /// @param details what was written, a paragraph each
    /// @param strong whether it stands out: a change of track, a closing
    public record Line(
            Happening happening,
            String title,
            @Nullable Instant doneAt,
            List<String> details,
            boolean strong) {

        /// Whether somebody chose here between what could have been done, and said why.
        public boolean decision() {
            return switch (happening.event()) {
                case Classified _, FactAnswered _, ActionsChosen _, OpenedToPost _, BarLifted _ ->
                        true;
                case PersonUnlinked _, ReturnAsked _, ReturnDecided _, Closed _ -> true;
                case Reopened _, ActionNotNeeded _, Restricted _, GlassBroken _, Weighed _ -> true;
                case RestrictionWidened _, RestrictionLifted _, HandedOver _, LeadLeftOut _ -> true;
                case ExhibitDisposalAsked _, ExhibitDisposalDecided _, ImageViewed _ -> true;
                case DecisionMade _, ParentNotTold _ -> true;
                case StepDone done -> done.notNeeded();
                default -> false;
            };
        }
    }

    static Words of(Incidents.Opened opened, Directory directory) {
        return new Words(opened.edition().pack(), opened.playbook(), opened.incident(), directory);
    }

    List<Line> lines() {
        var lines = new ArrayList<Line>();
        var closed = false;
        for (var happening : incident.history()) {
            lines.add(line(happening, closed));
            closed =
                    switch (happening.event()) {
                        case Closed _ -> true;
                        case Reopened _ -> false;
                        default -> closed;
                    };
        }
        return lines;
    }

    Line line(Happening happening) {
        return line(happening, false);
    }

    /// @param late whether the incident was closed when this was added
    private Line line(Happening happening, boolean late) {
        return switch (happening.event()) {
            case Opened _ -> plain(happening, "Incident opened");
            case ConcernJoined _ -> plain(happening, "Another concern joined this incident");
            case PersonLinked(var person, var part) ->
                    plain(happening, directory.name(person) + " linked: " + lower(partLabel(part)));
            case PersonUnlinked(var person, var reason) ->
                    plain(happening, directory.name(person) + " no longer linked", reason);
            case Classified classified -> classified(happening, classified);
            case FactAnswered answer -> answered(happening, answer);
            case StepDone done -> done(happening, done);
            case ActionsChosen chosen -> chosen(happening, chosen);
            case Weighed(var circumstances, var seriousness, var response, var why) ->
                    plain(
                            happening,
                            "Response decided, without a table of responses",
                            "What is done: " + response,
                            "Circumstances: " + circumstances,
                            "How serious: " + seriousness,
                            "Why in proportion: " + why);
            case ActionDone(var action, var at, var note) ->
                    new Line(happening, "Done: " + actionLabel(action), at, written(note), false);
            case ActionNotNeeded(var action, var reason) ->
                    plain(happening, "Not needed: " + actionLabel(action), reason);
            case MadeSafe(var how) -> strong(happening, "Everybody is safe", how);
            case NoteAdded(var text) ->
                    plain(happening, late ? "Late note, added after closing" : "Note", text);
            case OpenedToPost(var role, var reason) ->
                    plain(happening, "Opened to: " + roleLabel(role), reason);
            case BarLifted(var person, var reason) ->
                    plain(happening, directory.name(person) + " is not the person named", reason);
            case ReturnAsked asked -> plain(happening, asked(asked), asked.reason());
            case ReturnDecided(var person, var agreed, var reason) ->
                    plain(
                            happening,
                            (agreed ? "Agreed: " : "Not agreed: ")
                                    + letIn(person)
                                    + decided(person, happening),
                            reason);
            case Referred made -> referred(happening, made);
            case ReferralSettled(var referral, var none, var who, var reply) ->
                    plain(
                            happening,
                            (none ? "No reply is to come: " : "Reply: ") + referralLabel(referral),
                            who.isBlank() ? "" : "From: " + who,
                            reply);
            case HandedOver(var to, var note) ->
                    plain(happening, "Handed over to " + directory.name(to), note);
            case TakenOn(var note) -> plain(happening, "Taken on", note);
            case Restricted(var people, var posts, var reason) ->
                    strong(
                            happening,
                            "Restricted to "
                                    + Stream.concat(
                                                    people.stream().map(directory::name),
                                                    posts.stream()
                                                            .map(role ->
                                                                    "the "
                                                                            + lower(
                                                                                    roleLabel(
                                                                                            role))))
                                            .collect(Collectors.joining(", ")),
                            reason);
            case LeadLeftOut(var role, var reason) ->
                    strong(happening, "Not read any more by the " + lower(roleLabel(role)), reason);
            case PersonShutOut(var person) ->
                    plain(
                            happening,
                            directory.name(person)
                                    + " stays shut out, whatever post they take, until two people say otherwise");
            case RestrictionWidened(var person, var reason) ->
                    plain(happening, directory.name(person) + " may read it as well", reason);
            case RestrictionLifted(var reason) -> plain(happening, "No longer restricted", reason);
            case GlassBroken(var role, var until, var reason) ->
                    strong(
                            happening,
                            "Opened in an emergency by the "
                                    + lower(roleLabel(role))
                                    + ", until "
                                    + Times.day(until),
                            reason);
            case ExhibitKept _, ExhibitDisposalAsked _, ExhibitDisposalDecided _, ImageViewed _ ->
                    ExhibitWords.line(happening, incident);
            case SupportGiven _,
                    ParentTold _,
                    ParentNotTold _,
                    SafetyPlanSet _,
                    SafetyPlanReviewed _,
                    FeedbackGiven _,
                    DecisionMade _ ->
                    FollowUpWords.line(happening, pack, directory);
            case Closed(var outcome, var summary) ->
                    strong(
                            happening,
                            "Incident closed: " + lower(ClosingOutcome.label(outcome)),
                            summary);
            case Reopened(var reason) -> strong(happening, "Incident opened again", reason);
        };
    }

    private String decided(String personOrRole, Happening decision) {
        return leavesOut(personOrRole, decision)
                ? " reads this incident no longer"
                : pack.roles().containsKey(personOrRole)
                        ? " may read this incident"
                        : " may be let back in";
    }

    /// Whether what was asked last about a post, before it was decided, is to leave it out.
    private boolean leavesOut(String role, Happening decision) {
        return incident.history().stream()
                .takeWhile(each -> !each.equals(decision))
                .flatMap(
                        each -> each.event() instanceof ReturnAsked asked ? Stream.of(asked) : null)
                .filter(asked -> asked.person().equals(role))
                .reduce((_, later) -> later)
                .filter(asked -> asked.way() == ReturnAsked.Way.LEAD)
                .isPresent();
    }

    /// What somebody asked a second person to agree to.
    String asked(ReturnAsked asked) {
        var part = asked.part();
        var name = letIn(asked.person());
        return "Asked of a second person: "
                + switch (asked.way()) {
                    case BAR -> name + " is not the person named";
                    case POST -> name + " may read this incident";
                    case LEAD -> name + " reads this incident no longer";
                    case RESTRICTION ->
                            asked.person().equals(ReturnAsked.EVERYBODY)
                                    ? "everybody to whom it is sent may read this incident"
                                    : name + " may read this incident as well";
                    case LINK ->
                            part == null
                                    ? name + " is no longer linked"
                                    : name + " is linked as: " + lower(partLabel(part));
                };
    }

    /// Somebody, or a post, that a second person decides on.
    String letIn(String personOrRole) {
        if (personOrRole.equals(ReturnAsked.EVERYBODY)) {
            return "everybody to whom it is sent";
        }
        return pack.roles().containsKey(personOrRole)
                ? roleLabel(personOrRole)
                : directory.name(personOrRole);
    }

    private Line referred(Happening happening, Referred made) {
        return new Line(
                happening,
                "Referred to: " + contactLabel(made.contact()),
                made.at(),
                written(
                        "Spoken to: " + made.spokeTo(),
                        made.reference().isBlank() ? "" : "Their reference: " + made.reference(),
                        made.told()),
                true);
    }

    private String referralLabel(String referral) {
        return Referral.of(pack, incident).stream()
                .filter(each -> each.made().id().equals(referral))
                .findFirst()
                .map(each -> each.contact().label())
                .orElse("a referral");
    }

    private String contactLabel(String contact) {
        var found = pack.contacts().get(contact);
        return found == null ? contact : found.label();
    }

    private Line classified(Happening happening, Classified classified) {
        return plain(
                happening,
                "Kind of incident: " + categoryLabel(classified),
                "Area of risk: "
                        + classified.risks().stream()
                                .map(this::riskLabel)
                                .collect(Collectors.joining(", "))
                        + ". Main area: "
                        + riskLabel(classified.mainRisk())
                        + ".");
    }

    private Line answered(Happening happening, FactAnswered answer) {
        var fact =
                playbook.facts().stream()
                        .filter(each -> each.key().equals(answer.fact()))
                        .findFirst();
        var question = fact.map(Fact::label).orElse(answer.fact());
        var words =
                answer.value() == null
                        ? "Answer taken back"
                        : fact.map(each -> valueLabel(each, answer.value())).orElse(answer.value());
        return strong(
                happening,
                question + " " + words,
                Stream.concat(needs(answer), Stream.of(answer.note())).toArray(String[]::new));
    }

    /// What the record of an answer holds, labelled as the question labelled it.
    private Stream<String> needs(FactAnswered answer) {
        return playbook.steps().stream()
                .flatMap(step -> step.card().needs().stream())
                .filter(need -> answer.held().containsKey(need.key()))
                .distinct()
                .map(need -> need.label() + ": " + held(need, answer.held()));
    }

    private Line done(Happening happening, StepDone done) {
        var step = playbook.step(done.step());
        var held =
                step.card().needs().stream()
                        .filter(need -> done.held().containsKey(need.key()))
                        .map(need -> need.label() + ": " + held(need, done.held()));
        var details =
                Stream.of(
                                Stream.of(done.notNeeded() ? "Not needed" : ""),
                                held,
                                Stream.of(done.note()))
                        .flatMap(each -> each)
                        .filter(text -> !text.isBlank())
                        .toList();
        return new Line(
                happening,
                step.card().label(),
                done.notNeeded() ? null : done.doneAt(),
                details,
                step.card().contact() != null);
    }

    private static String held(Step.Need need, Map<String, String> held) {
        return held.getOrDefault(need.key(), "");
    }

    private Line chosen(Happening happening, ActionsChosen chosen) {
        return plain(
                happening,
                chosen.chosen().equals(chosen.proposed())
                        ? "Actions chosen, as the policy proposes"
                        : "Actions chosen, different from what the policy proposes",
                chosen.chosen().stream().map(this::actionLabel).collect(Collectors.joining("; ")),
                chosen.reason());
    }

    String categoryLabel(Classified classified) {
        return pack.category(classified.group(), classified.category())
                .map(category -> category.label())
                .orElse(classified.category());
    }

    String riskLabel(String risk) {
        var area = pack.risks().get(risk);
        return area == null ? risk : area.label();
    }

    String roleLabel(String role) {
        var found = pack.roles().get(role);
        return found == null ? role : found.label();
    }

    /// What clauses promise, each with its number for whoever looks it up.
    static List<String> promises(Pack pack, List<String> clauses) {
        return clauses.stream()
                .flatMap(id -> Stream.ofNullable(pack.clauses().get(id)))
                .map(clause -> clause.says() + " (" + clause.id() + ")")
                .toList();
    }

    String actionLabel(String action) {
        return Actions.grid(pack, incident)
                .map(grid -> grid.actions().get(action))
                .map(found -> found.label())
                .orElse(action);
    }

    static String valueLabel(Fact fact, @Nullable String value) {
        return switch (fact) {
            case Fact.YesNo _ -> "yes".equals(value) ? "Yes" : "No";
            case Fact.OneOf options -> options.options().getOrDefault(value, String.valueOf(value));
        };
    }

    static String partLabel(Part part) {
        return switch (part) {
            case AFFECTED -> "Affected";
            case ALLEGED -> "Said to be responsible";
            case WITNESS -> "Saw or heard it";
            case FAMILY -> "Family to be told";
        };
    }

    static Line plain(Happening happening, String title, String... details) {
        return new Line(happening, title, null, written(details), false);
    }

    static Line strong(Happening happening, String title, String... details) {
        return new Line(happening, title, null, written(details), true);
    }

    private static List<String> written(String... details) {
        return java.util.Arrays.stream(details).filter(text -> !text.isBlank()).toList();
    }

    static String lower(String label) {
        return label.isEmpty()
                ? label
                : Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }
}
