// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something that happened in an incident. An incident is what its events add up to; each is one
/// entry in the ledger, sealed under the incident's key, and none is ever changed.
public sealed interface IncidentEvent {

    /// The first event: a concern became an incident.
    ///
    /// @param playbook the playbook of the edition that the incident follows
    record Opened(String concern, String playbook) implements IncidentEvent {}

    /// Another concern turned out to be about the same matter.
    record ConcernJoined(String concern) implements IncidentEvent {}

    record PersonLinked(String person, Part part) implements IncidentEvent {}

    record PersonUnlinked(String person, String reason) implements IncidentEvent {}

    /// What kind of incident it is, in the pack's words.
    ///
    /// @param group whose grid the category is in, such as `learner` or `staff`
    /// @param risks the four Cs that apply, of which `mainRisk` counts in reports
    record Classified(String group, String category, List<String> risks, String mainRisk)
            implements IncidentEvent {}

    /// An answer to a question of the playbook.
    ///
    /// @param value `yes`, `no` or an option's key; absent takes the earlier answer back
    /// @param held what the question's record must hold, such as the reason
    record FactAnswered(String fact, @Nullable String value, Map<String, String> held, String note)
            implements IncidentEvent {}

    /// A step of the playbook was done, or recorded as not needed with the reason in the note.
    ///
    /// @param doneAt when it was done, which may be before it was recorded
    /// @param held what the step's record must hold, such as a police reference
    record StepDone(
            String step, Instant doneAt, boolean notNeeded, Map<String, String> held, String note)
            implements IncidentEvent {}

    /// What the school will do, against what its response grid proposes.
    ///
    /// @param reason why it differs; empty where it does not
    record ActionsChosen(List<String> proposed, List<String> chosen, String reason)
            implements IncidentEvent {}

    /// What the school does where the policy has no grid, and why that is in proportion.
    record Weighed(String circumstances, String seriousness, String response, String why)
            implements IncidentEvent {}

    record ActionDone(String action, Instant doneAt, String note) implements IncidentEvent {}

    /// A chosen action turned out not to be needed.
    record ActionNotNeeded(String action, String reason) implements IncidentEvent {}

    /// Everybody who was said to be at risk is safe.
    record MadeSafe(String how) implements IncidentEvent {}

    /// A note. One that is added to a closed incident is a late note, and shown as such.
    record NoteAdded(String text) implements IncidentEvent {}

    /// Another post may read the incident from now on.
    record OpenedToPost(String role, String reason) implements IncidentEvent {}

    /// Somebody closed out because a name looked like theirs is not the person meant.
    record BarLifted(String person, String reason) implements IncidentEvent {}

    /// A handler asked to let somebody in; it takes effect once a second person agrees.
    ///
    /// @param person who is meant; for a post, the key of its role; for everybody whom the case is
    ///   sent to, {@link #EVERYBODY}
    /// @param part they are to have from now on; absent to lift their bar or to unlink them
    record ReturnAsked(String person, Way way, @Nullable Part part, String reason)
            implements IncidentEvent {

        /// Stands for everybody whom a restriction keeps out.
        public static final String EVERYBODY = "everybody";

        /// What keeps them out now.
        public enum Way {
            BAR,
            LINK,
            /// A report may be about whoever holds the post.
            POST,
            /// The incident is restricted to others.
            RESTRICTION,
            /// Nothing does: a post that leads safeguarding is to read it no longer.
            LEAD
        }
    }

    /// Somebody outside was told of the incident, or asked about it.
    ///
    /// @param id opaque; what a reply names
    /// @param contact the key of the body in the pack
    /// @param at when, which may be before it was recorded
    /// @param reference theirs; empty where they gave none
    /// @param told what they were told and what they said at once
    record Referred(
            String id, String contact, Instant at, String spokeTo, String reference, String told)
            implements IncidentEvent {}

    /// What came of a referral.
    ///
    /// @param none whether no reply is to come, for the reason that stands as the reply
    /// @param who replied; empty where none did
    record ReferralSettled(String referral, boolean none, String who, String reply)
            implements IncidentEvent {}

    /// Somebody else is to take the incident on; until they do, whoever handed it over is with it.
    ///
    /// @param note what they need to know
    record HandedOver(String to, String note) implements IncidentEvent {}

    /// Whoever an incident was handed over to has taken it on.
    record TakenOn(String note) implements IncidentEvent {}

    /// From now on only these people may read the incident, of those to whom it is sent.
    ///
    /// @param posts whose holders go on reading it, whoever they are: those that lead safeguarding
    record Restricted(List<String> people, List<String> posts, String reason)
            implements IncidentEvent {

        public Restricted {
            // Entries of before restrictions had posts have none.
            posts = posts == null ? List.of() : List.copyOf(posts);
        }

        public Restricted(List<String> people, String reason) {
            this(people, List.of(), reason);
        }
    }

    /// A post that leads safeguarding does not read a restricted incident any more.
    record LeadLeftOut(String role, String reason) implements IncidentEvent {}

    /// Somebody whom a report names is not one it is about; should they come to read cases, this
    /// one stays closed to them until a second person says otherwise.
    record PersonShutOut(String person) implements IncidentEvent {}

    /// One more person may read a restricted incident.
    record RestrictionWidened(String person, String reason) implements IncidentEvent {}

    /// Everybody to whom the incident is sent may read it again.
    record RestrictionLifted(String reason) implements IncidentEvent {}

    /// Somebody opened the incident in an emergency, past its routing.
    ///
    /// @param role the post that let them
    /// @param until the last day on which they read it
    record GlassBroken(String role, LocalDate until, String reason) implements IncidentEvent {}

    record ReturnDecided(String person, boolean agreed, String reason) implements IncidentEvent {}

    /// A handler added a file. Its content is kept apart, sealed.
    ///
    /// @param kind what it is by its content, as {@link school.lanyard.exhibits.FileKind} names it
    /// @param sha256 of its content, in hexadecimal
    /// @param dated when what it shows was made or sent; absent where nobody knows
    /// @param received when the school got it
    /// @param from who gave it to the school
    /// @param shows what it is and why it matters
    record ExhibitKept(
            String exhibit,
            String name,
            String kind,
            long bytes,
            String sha256,
            @Nullable LocalDate dated,
            LocalDate received,
            String from,
            String shows)
            implements IncidentEvent {}

    /// A handler asked for a file to be disposed of; it is once a second person agrees.
    ///
    /// @param police whose advice this is: their reference; empty where no picture is frozen
    record ExhibitDisposalAsked(String exhibit, String police, String reason)
            implements IncidentEvent {}

    record ExhibitDisposalDecided(String exhibit, boolean agreed, String reason)
            implements IncidentEvent {}

    /// Somebody looked at an image outside Lanyard, which is done in exceptional circumstances
    /// only.
    ///
    /// @param where on which device and in which room it was looked at; it is never kept here
    /// @param present the second person who was in the room
    record ImageViewed(Instant viewedAt, String where, String present, String reason)
            implements IncidentEvent {}

    /// Somebody is looked after: kept safe at once, or helped to be well.
    ///
    /// @param by who gives it: a person, a post or a service, in words
    /// @param lookAgain when somebody looks again; absent where it is over
    record SupportGiven(
            String person, String what, String by, LocalDate since, @Nullable LocalDate lookAgain)
            implements IncidentEvent {}

    /// A parent or carer was told.
    ///
    /// @param guardian of the register; absent where somebody else was told, whom `who` names
    /// @param how such as by telephone
    record ParentTold(
            String child,
            @Nullable String guardian,
            String who,
            Instant at,
            String how,
            String said)
            implements IncidentEvent {}

    /// A parent or carer was not told, with the reason.
    record ParentNotTold(String child, @Nullable String guardian, String who, String reason)
            implements IncidentEvent {}

    /// What keeps a child safe from now on, in place of the plan before.
    record SafetyPlanSet(String person, String plan, LocalDate review) implements IncidentEvent {}

    /// Somebody looked whether a safety plan works.
    ///
    /// @param next when somebody looks again; absent where the plan ends
    record SafetyPlanReviewed(String person, String found, @Nullable LocalDate next)
            implements IncidentEvent {}

    /// Somebody involved heard how it goes or ended, or did not, with the reason.
    ///
    /// @param told whether they were told
    record FeedbackGiven(String person, boolean told, String words) implements IncidentEvent {}

    /// Something was decided.
    ///
    /// @param contact of the pack that it is about referring to; empty where it is about none
    record DecisionMade(Sort sort, String contact, String decision, String reason)
            implements IncidentEvent {

        public enum Sort {
            REFER,
            NOT_REFER,
            OTHER
        }
    }

    record Closed(String outcome, String summary) implements IncidentEvent {}

    /// A closed incident was opened again. It goes on where it stood; the closing stays recorded.
    record Reopened(String reason) implements IncidentEvent {}
}
