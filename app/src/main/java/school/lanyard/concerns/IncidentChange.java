// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.store.CaseFile;
import school.lanyard.concerns.store.CaseFiles;
import school.lanyard.concerns.store.ConcernRows;
import school.lanyard.concerns.store.Glass;
import school.lanyard.concerns.store.Handovers;
import school.lanyard.concerns.store.Submissions;
import school.lanyard.core.playbook.Playbook;
import school.lanyard.database.Tx;
import school.lanyard.exhibits.Exhibits;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.mail.Outbox;
import school.lanyard.policy.Edition;
import school.lanyard.policy.Editions;
import school.lanyard.sealing.Seals;

/// One change to an incident by one person, inside the transaction that saves it: what is recorded,
/// what follows for who may see the case, and who is told.
final class IncidentChange {

    /// The key, in every pack, of the playbook that incidents follow.
    private static final String PLAYBOOK = "incident";

    /// The key, in every pack, of what closing waits for until the reporter was told.
    private static final String FEEDBACK = "feedback";

    /// What every change needs, whoever makes it.
    record Means(
            Seals seals,
            Ledger ledger,
            Editions editions,
            Standings standings,
            Outbox outbox,
            Concerns concerns,
            Exhibits exhibits) {}

    private final Means means;
    private final Tx tx;
    private final Viewer viewer;
    private final Instant at;
    private final CaseFiles files;
    private final Sending sending;
    private byte @Nullable [] content;

    IncidentChange(Means means, Tx tx, Viewer viewer, Instant at) {
        this.means = means;
        this.tx = tx;
        this.viewer = viewer;
        this.at = at;
        this.files = new CaseFiles(tx.sql(), tx.school());
        this.sending = new Sending(means, tx, viewer, files);
    }

    /// Makes an incident of a concern that is in none.
    ///
    /// @param key that its content is sealed under
    /// @return its reference; empty if there is no such concern for the viewer
    Optional<String> open(String concern, String key, List<IncidentEvent> first) {
        return free(concern).map(found -> open(found, key, first));
    }

    private String open(CaseFile concern, String key, List<IncidentEvent> first) {
        var edition = means.editions().running(tx);
        var file =
                new CaseFile(
                        UUID.randomUUID().toString(),
                        "incident",
                        Reference.random(),
                        key,
                        edition.id(),
                        at);
        files.add(file);
        bring(concern, file);
        new Glass(tx.sql(), tx.school()).carry(concern.id(), file.id());
        var opening = new IncidentEvent.Opened(concern.id(), PLAYBOOK);
        var incident = new Incident(file.id(), List.of(enter(file, opening)));
        var returns = returns(edition, incident);
        var asked = false;
        var named = files.people(concern.id());
        for (var event : withEverybodyLinked(named, first, returns)) {
            incident = incident.with(apply(file, event));
            asked |= event instanceof IncidentEvent.ReturnAsked;
            for (var shut : returns.meanwhile(named, event, files.barred(file.id()))) {
                incident = incident.with(apply(file, shut));
            }
        }
        sending.settle(file, edition, incident);
        if (asked) {
            sending.tell(returns.seconds(file.id(), viewer.person()));
        }
        return file.reference();
    }

    /// Adds a concern that is in no incident to one that is open.
    Outcome join(String concern, String incident) {
        var joining = free(concern);
        var file = find(incident);
        return joining.isEmpty() || file.isEmpty()
                ? new Outcome.NotFound()
                : join(joining.get(), file.get());
    }

    private Outcome join(CaseFile concern, CaseFile file) {
        var before = incident(file);
        if (before.isClosed()) {
            return new Outcome.Refused("That incident is closed. Start a new one.");
        }
        bring(concern, file);
        var incident = before.with(enter(file, new IncidentEvent.ConcernJoined(concern.id())));
        for (var linked : files.people(concern.id()).entrySet()) {
            // Whom a report names is one it is about, until somebody says otherwise of this report
            // too.
            var now = incident.people().get(linked.getKey());
            if (now == null || !now.isAbout()) {
                var event =
                        new IncidentEvent.PersonLinked(linked.getKey(), Part.of(linked.getValue()));
                incident = incident.with(apply(file, event));
            }
        }
        for (var linked : incident.people().entrySet()) {
            files.link(concern.id(), linked.getKey(), linked.getValue().stored());
        }
        sending.settle(file, edition(file), incident);
        return new Outcome.Recorded();
    }

    /// Records something, if the playbook, the policy and the law allow it now.
    ///
    /// @param token of the form it was sent with
    Outcome record(String reference, IncidentEvent event, String token) {
        return find(reference)
                .map(file -> record(file, event, token))
                .orElseGet(Outcome.NotFound::new);
    }

    /// Records a file, and saves it in the same transaction.
    Outcome keep(String reference, IncidentEvent.ExhibitKept kept, byte[] file, String token) {
        content = file;
        return record(reference, kept, token);
    }

    private Outcome record(CaseFile file, IncidentEvent wanted, String token) {
        var submissions = new Submissions(tx.sql(), tx.school());
        var print = print(file, wanted, token);
        var incident = incident(file);
        if (submissions.taken(print)) {
            return Returns.waits(incident, wanted) ? new Outcome.Waits() : new Outcome.Recorded();
        }
        var edition = edition(file);
        var returns = returns(edition, incident);
        var event = keepingLeads(wanted, incident, returns);
        var decider = new Decider(standing(file, edition, incident), files.barred(file.id()));
        if (decider.changesNothing(event)) {
            return new Outcome.Unchanged();
        }
        var asking = returns.inPlaceOf(file.id(), event);
        var refusal =
                decider.refusal(event)
                        .or(() -> returns.decided(decider, file.id(), viewer.person(), event))
                        .or(() ->
                                new Readership(files, file.id(), viewer, incident)
                                        .refusal(event, returns::approves))
                        .or(() -> returns.pointless(file.id(), event))
                        .or(() ->
                                ExhibitRules.second(
                                        incident,
                                        event,
                                        viewer.person(),
                                        asker -> returns.seconds(file.id(), asker)))
                        .or(() ->
                                asking.flatMap(
                                        _ -> returns.refusal(file.id(), viewer.person(), event)));
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        submissions.take(print, at);
        var done = asking.<IncidentEvent>map(asked -> asked).orElse(event);
        var after = incident.with(apply(file, done));
        var consequence = decider.consequence(done);
        if (consequence.isPresent()) {
            after = after.with(apply(file, consequence.get()));
        }
        after = following(file, edition, after);
        sending.settle(file, edition, after);
        tellReporters(edition, after, event);
        if (asking.isEmpty() && !(event instanceof IncidentEvent.ExhibitDisposalAsked)) {
            return new Outcome.Recorded();
        }
        sending.tell(
                done instanceof IncidentEvent.ReturnAsked(var what, var way, _, _)
                        ? returns.seconds(file.id(), viewer.person(), way, what)
                        : returns.seconds(file.id(), viewer.person()));
        return new Outcome.Waits();
    }

    /// Steps that what is recorded of following through completes, each with an event of its own.
    private Incident following(CaseFile file, Edition edition, Incident incident) {
        var after = incident;
        for (var next = followed(file, edition, after);
                next.isPresent();
                next = followed(file, edition, after)) {
            after = after.with(apply(file, next.get()));
            tellReporters(edition, after, next.get());
        }
        return after;
    }

    private Optional<IncidentEvent.StepDone> followed(
            CaseFile file, Edition edition, Incident incident) {
        var pack = edition.pack();
        return incident.isClosed()
                ? Optional.empty()
                : new Following(
                                standing(file, edition, incident),
                                person ->
                                        files.about(person, viewer.today()).groups().stream()
                                                .map(pack.vocabulary().groups()::get)
                                                .anyMatch(group -> group != null && group.child()))
                        .next(at);
    }

    /// Restricting leaves out nobody who leads safeguarding; that takes a step, and a person, of
    /// its own. Whom it left out already stays out.
    private static IncidentEvent keepingLeads(
            IncidentEvent event, Incident incident, Returns returns) {
        if (!(event instanceof IncidentEvent.Restricted(var people, _, var reason))) {
            return event;
        }
        var now = new NeedToKnow(incident);
        var posts = now.isRestricted() ? List.copyOf(now.posts()) : returns.leads();
        return new IncidentEvent.Restricted(people, posts, reason);
    }

    /// Opens an incident in an emergency for somebody whom it is not sent to.
    ///
    /// @param role the post that lets them
    /// @param until the last day on which they read it
    void breakGlass(CaseFile file, String role, LocalDate until, String reason) {
        var before = incident(file);
        var readers = files.readers(file.id(), viewer.today());
        var glass = new Glass(tx.sql(), tx.school());
        sending.eachCase(file).forEach(id -> glass.open(id, viewer.person(), role, at, until));
        var event = new IncidentEvent.GlassBroken(role, until, reason);
        sending.settle(file, edition(file), before.with(apply(file, event)));
        sending.warn(readers);
    }

    /// Where an incident stands in this transaction.
    Standing standing(CaseFile file) {
        return standing(file, edition(file), incident(file));
    }

    /// Whether a file that was found before this transaction is still open to the viewer.
    boolean stillOpen(CaseFile file) {
        return find(file.reference()).isPresent();
    }

    void enter(Note note) {
        means.ledger().enter(tx, note);
    }

    private Optional<CaseFile> find(String reference) {
        return files.find("incident", reference, viewer);
    }

    private Optional<CaseFile> free(String concern) {
        return files.find("concern", concern, viewer)
                .filter(file -> new ConcernRows(tx.sql(), tx.school()).isInNoIncident(file.id()));
    }

    private Returns returns(Edition edition, Incident incident) {
        return new Returns(
                means.editions().running(tx).pack(),
                files,
                person -> means.concerns().family(tx, person),
                viewer.today(),
                incident,
                sending.reports(incident).stream()
                        .map(report -> Meant.by(report, edition.pack().routing()))
                        .toList());
    }

    /// Puts a concern into an incident, with whomever it names and is closed to. Whoever is linked
    /// already keeps the part that was recorded.
    private void bring(CaseFile concern, CaseFile file) {
        new ReporterNews(tx, means.editions().running(tx)).opened(concern.id(), at);
        new ConcernRows(tx.sql(), tx.school()).join(concern.id(), file.id(), at);
        var linked = files.people(file.id()).keySet();
        files.people(concern.id())
                .forEach((person, part) -> {
                    if (!linked.contains(person)) {
                        files.link(file.id(), person, part);
                    }
                });
        files.barred(concern.id()).forEach(person -> files.bar(file.id(), person, "named"));
        files.restrict(concern.id(), files.named(file.id()), files.namedPosts(file.id()));
    }

    /// Whoever a concern was closed to stays closed out of its incident until triage says
    /// otherwise; where that would let a reader in, until a second person agrees.
    private List<IncidentEvent> withEverybodyLinked(
            Map<String, String> named, List<IncidentEvent> first, Returns returns) {
        var settled =
                first.stream()
                        .filter(event -> !returns.letsAReaderIn(named, event))
                        .filter(IncidentEvent.PersonLinked.class::isInstance)
                        .map(event -> ((IncidentEvent.PersonLinked) event).person())
                        .collect(Collectors.toSet());
        var unsettled =
                named.entrySet().stream()
                        .filter(linked -> !settled.contains(linked.getKey()))
                        .<IncidentEvent>map(linked ->
                                new IncidentEvent.PersonLinked(
                                        linked.getKey(), Part.of(linked.getValue())));
        var said =
                first.stream()
                        .map(event ->
                                returns.letsAReaderIn(named, event)
                                        ? Returns.ofTriage((IncidentEvent.PersonLinked) event)
                                        : event);
        return Stream.concat(unsettled, said).toList();
    }

    private void tellReporters(Edition edition, Incident incident, IncidentEvent event) {
        if (isFeedback(Standings.playbook(edition, incident), event)) {
            var news = new ReporterNews(tx, means.editions().running(tx));
            incident.concerns().forEach(concern -> news.answered(concern, at));
        }
    }

    private static boolean isFeedback(Playbook playbook, IncidentEvent event) {
        return event instanceof IncidentEvent.StepDone done
                && !done.notNeeded()
                && playbook.closing().stream()
                        .filter(each -> each.key().equals(FEEDBACK))
                        .anyMatch(each -> each.steps().contains(done.step()));
    }

    /// A form that says the same again is a repeat; the same form with other words is not.
    private String print(CaseFile file, IncidentEvent event, String token) {
        var said = token + file.id() + IncidentEvents.action(event) + Json.write(event);
        return means.seals().print(tx.school(), "submission", said);
    }

    /// Enters an event and does what it means for who may see the case.
    private Happening apply(CaseFile file, IncidentEvent event) {
        switch (event) {
            case IncidentEvent.PersonLinked(var person, var part) ->
                    sending.eachCase(file).forEach(id -> files.link(id, person, part.stored()));
            case IncidentEvent.PersonUnlinked(var person, _) ->
                    sending.eachCase(file).forEach(id -> files.unlink(id, person));
            case IncidentEvent.OpenedToPost(var role, _) ->
                    sending.eachCase(file).forEach(id -> files.openTo(id, role));
            case IncidentEvent.BarLifted(var person, _) ->
                    sending.eachCase(file).forEach(id -> files.unbar(id, person));
            case IncidentEvent.Restricted(var people, var posts, _) ->
                    sending.eachCase(file).forEach(id -> files.restrict(id, people, posts));
            case IncidentEvent.LeadLeftOut(var role, _) ->
                    sending.eachCase(file).forEach(id -> files.leaveOut(id, role));
            case IncidentEvent.PersonShutOut(var person) ->
                    sending.eachCase(file).forEach(id -> files.bar(id, person, "named"));
            case IncidentEvent.RestrictionWidened(var person, _) ->
                    sending.eachCase(file).forEach(id -> files.name(id, person));
            case IncidentEvent.RestrictionLifted _ ->
                    sending.eachCase(file).forEach(id -> files.restrict(id, List.of(), List.of()));
            case IncidentEvent.HandedOver(var to, _) -> {
                new Handovers(tx.sql(), tx.school()).hand(file.id(), to, at);
                sending.tell(List.of(to));
            }
            case IncidentEvent.TakenOn _ ->
                    new Handovers(tx.sql(), tx.school()).taken(file.id(), at);
            case IncidentEvent.ExhibitKept kept ->
                    means.exhibits()
                            .keep(
                                    tx,
                                    new Exhibits.OfCase(file.id(), file.keyId()),
                                    kept.exhibit(),
                                    Objects.requireNonNull(content),
                                    at);
            case IncidentEvent.ExhibitDisposalDecided(var exhibit, var agreed, _) when agreed ->
                    means.exhibits().dispose(tx, exhibit, at);
            default -> {}
        }
        return enter(file, event);
    }

    private Happening enter(CaseFile file, IncidentEvent event) {
        means.ledger()
                .enter(
                        tx,
                        Note.of(
                                        at,
                                        Actor.person(viewer.person()),
                                        IncidentEvents.action(event),
                                        file.id())
                                .with(file.keyId(), Json.write(event)));
        return new Happening("", at, viewer.person(), event);
    }

    private Incident incident(CaseFile file) {
        return Standings.fold(
                file.id(), means.ledger().about(tx, file.id(), IncidentEvents.PREFIX));
    }

    private Standing standing(CaseFile file, Edition edition, Incident incident) {
        var alarms = new ConcernRows(tx.sql(), tx.school()).alarms(file.id());
        return means.standings().at(tx.school(), edition, incident, alarms, at);
    }

    /// An incident stays on the edition it was opened under.
    private Edition edition(CaseFile file) {
        return means.editions().find(tx.school(), file.edition()).orElseThrow();
    }
}
