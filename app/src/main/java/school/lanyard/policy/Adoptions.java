// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import school.lanyard.access.SignedIn;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Capability;
import school.lanyard.core.pack.Loaded;
import school.lanyard.core.pack.Pack;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.policy.store.AdoptionRows;
import school.lanyard.policy.store.DraftRows;
import school.lanyard.policy.store.PublicationRows;
import school.lanyard.sealing.KeyKind;
import school.lanyard.sealing.Seals;

/// Takes a draft from comments over the governing body's approval and a signature to an edition.
///
/// Every step names the hash of the text that whoever takes it saw. If the draft says something
/// else by then, the step is refused and nothing is recorded.
@Service
public final class Adoptions {

    static final String CHANGED =
            "The draft was changed after you opened this page. Read it again first.";
    private static final String NO_DRAFT = "This draft was published or discarded meanwhile.";

    private final Database database;
    private final Seals seals;
    private final Ledger ledger;
    private final Editions editions;
    private final Drafts drafts;
    private final Colleagues colleagues;
    private final SecondPerson second;
    private final InstantSource clock;

    public Adoptions(
            Database database,
            Seals seals,
            Ledger ledger,
            Editions editions,
            Drafts drafts,
            Colleagues colleagues,
            SecondPerson second,
            InstantSource clock) {
        this.database = database;
        this.seals = seals;
        this.ledger = ledger;
        this.editions = editions;
        this.drafts = drafts;
        this.colleagues = colleagues;
        this.second = second;
        this.clock = clock;
    }

    /// The draft that is worked on now, and how far it has come.
    public Optional<Adoption> open(String school) {
        return drafts.open(school)
                .map(draft -> {
                    var loaded = drafts.check(school, draft.id());
                    return database.read(sql ->
                            adoption(
                                    draft,
                                    loaded,
                                    new AdoptionRows(sql, school),
                                    new PublicationRows(sql, school)));
                });
    }

    /// The draft that staff and governors are asked to comment on, found without reading it.
    public Optional<String> commentable(String school) {
        return database.read(sql ->
                new DraftRows(sql, school)
                        .open()
                        .map(Draft::id)
                        .filter(draft ->
                                new AdoptionRows(sql, school).consultation(draft).isPresent()));
    }

    private Adoption adoption(
            Draft draft, Loaded loaded, AdoptionRows rows, PublicationRows publications) {
        return new Adoption(
                draft,
                loaded,
                rows.consultation(draft.id()).orElse(null),
                rows.proposal(draft.id()).orElse(null),
                rows.approval(draft.id()).orElse(null),
                rows.signature(draft.id()).orElse(null),
                publications.waits(draft.id(), EditionRequests.oldest(clock.instant())));
    }

    /// Asks staff and governors for their comments.
    ///
    /// @return why not; absent if it is done
    public Optional<String> consult(SignedIn who, String draft) {
        var key = seals.newKey(who.schoolId(), KeyKind.POLICY);
        return step(
                who,
                draft,
                Capability.EDIT_POLICY,
                now -> {
                    if (now.adoption().consultation() == null) {
                        now.rows().consult(draft, key, who.personId(), clock.instant());
                        enter(now.tx(), who, "opened-for-comments", draft);
                    }
                    return Optional.empty();
                });
    }

    /// Puts the draft to the governing body, as it stands.
    ///
    /// @param seen the hash of what whoever does it saw
    public Optional<String> propose(SignedIn who, String draft, String seen) {
        return step(
                who,
                draft,
                Capability.EDIT_POLICY,
                now -> {
                    var adoption = now.adoption();
                    if (adoption.proposed()) {
                        return Optional.empty();
                    }
                    var pack = adoption.pack();
                    if (pack == null) {
                        return Optional.of("The draft has faults. Mend them first.");
                    }
                    if (!pack.hash().equals(seen)) {
                        return Optional.of(CHANGED);
                    }
                    var refusal = notReady(now.tx(), pack);
                    if (refusal.isEmpty()) {
                        now.rows().propose(draft, seen, who.personId(), clock.instant());
                        enter(now.tx(), who, "put-forward", draft);
                        colleagues.tell(now.tx(), Capability.APPROVE_POLICY);
                    }
                    return refusal;
                });
    }

    private Optional<String> notReady(Tx tx, Pack pack) {
        if (pack.equals(editions.running(tx).pack())) {
            return Optional.of("The draft says the same as the policy in force.");
        }
        return editions.names(tx).contains(pack.edition())
                ? Optional.of(
                        "There is an edition called %s already. Give this one another name."
                                .formatted(pack.edition()))
                : Optional.empty();
    }

    /// What a governing body decided.
    public record Decision(LocalDate metOn, String body, String minute) {}

    /// Records that the governing body approved the draft. Nobody does so who wrote any of it.
    public Optional<String> approve(SignedIn who, String draft, String seen, Decision decision) {
        return step(
                who,
                draft,
                Capability.APPROVE_POLICY,
                now -> {
                    var adoption = now.adoption();
                    if (!adoption.hash().equals(seen) || !adoption.proposed()) {
                        return Optional.of(CHANGED);
                    }
                    if (adoption.approved()) {
                        return Optional.empty();
                    }
                    if (writers(now.tx(), adoption).contains(who.personId())) {
                        return Optional.of(
                                "You wrote some of this draft, so somebody else must record that"
                                        + " it is approved.");
                    }
                    if (decision.metOn().isAfter(today())) {
                        return Optional.of("The meeting is still to come.");
                    }
                    now.rows().approve(draft, seen, decision, who.personId(), clock.instant());
                    enter(now.tx(), who, "approved", draft);
                    signing(editions.running(now.tx()).pack(), now.tx());
                    return Optional.empty();
                });
    }

    private void signing(Pack running, Tx tx) {
        colleagues.tell(tx, signs(running));
    }

    private List<String> writers(Tx tx, Adoption adoption) {
        var proposal = adoption.proposal();
        return java.util.stream.Stream.concat(
                        new DraftRows(tx.sql(), tx.school())
                                .writers(adoption.draft().id()).stream(),
                        java.util.stream.Stream.of(
                                adoption.draft().begunBy(), proposal == null ? "" : proposal.by()))
                .toList();
    }

    /// What a post must be able to do to sign under a policy: one that names nobody for it, as all
    /// did before the format had a word for it, leaves it to those who approve.
    public static Capability signs(Pack pack) {
        return pack.rolesThatCan(Capability.SIGN_POLICY).isEmpty()
                ? Capability.APPROVE_POLICY
                : Capability.SIGN_POLICY;
    }

    /// Signs the approved draft in one's own post.
    public Optional<String> sign(SignedIn who, String draft, String seen) {
        var pack = editions.running(who.schoolId()).pack();
        var post =
                pack.rolesThatCan(signs(pack)).stream()
                        .filter(role -> who.roles().contains(role.key()))
                        .findFirst();
        return step(
                who,
                draft,
                signs(pack),
                now -> {
                    var adoption = now.adoption();
                    if (!adoption.hash().equals(seen) || !adoption.approved()) {
                        return Optional.of(CHANGED);
                    }
                    if (!adoption.signed()) {
                        now.rows()
                                .sign(
                                        draft,
                                        seen,
                                        post.orElseThrow().key(),
                                        who.personId(),
                                        clock.instant());
                        enter(now.tx(), who, "signed", draft);
                        colleagues.tell(now.tx(), Capability.EDIT_POLICY);
                    }
                    return Optional.empty();
                });
    }

    /// What became of publishing.
    public sealed interface Outcome {
        record Done(Published published) implements Outcome {}

        record Refused(String why) implements Outcome {}
    }

    /// Publishes the signed draft as an edition from a day on.
    public Outcome publish(SignedIn who, String draft, String seen, LocalDate inForceOn) {
        var done = new Published[1];
        var refused =
                step(
                        who,
                        draft,
                        Capability.EDIT_POLICY,
                        now -> {
                            var refusal = notToPublish(now.adoption(), seen, inForceOn);
                            if (refusal.isEmpty()) {
                                done[0] = publish(now, who, inForceOn);
                            }
                            return refusal;
                        });
        return refused.<Outcome>map(Outcome.Refused::new)
                .orElseGet(() -> new Outcome.Done(done[0]));
    }

    private Optional<String> notToPublish(Adoption adoption, String seen, LocalDate inForceOn) {
        if (adoption.waits()) {
            return Optional.of("It waits for a second person already.");
        }
        if (!adoption.hash().equals(seen)) {
            return Optional.of(CHANGED);
        }
        if (!adoption.signed()) {
            return Optional.of("It must be approved and signed first.");
        }
        return inForceOn.isBefore(today())
                ? Optional.of("The day from which it is in force must be today or later.")
                : Optional.empty();
    }

    private Published publish(Now now, SignedIn who, LocalDate inForceOn) {
        var adoption = now.adoption();
        var draft = adoption.draft();
        var by = Actor.person(who.personId());
        var pack = java.util.Objects.requireNonNull(adoption.pack());
        var approval = java.util.Objects.requireNonNull(adoption.approval());
        var signature = java.util.Objects.requireNonNull(adoption.signature());
        var sources = drafts.texts(now.tx(), draft);
        var published = editions.publish(now.tx(), by, pack, sources, inForceOn);
        var id =
                switch (published) {
                    case Published.Done(var edition, _) -> edition.id();
                    case Published.Waits(var request, _) -> request;
                };
        new PublicationRows(now.tx().sql(), who.schoolId())
                .insert(
                        id,
                        draft.id(),
                        approval.id(),
                        signature.id(),
                        who.personId(),
                        clock.instant());
        if (published instanceof Published.Done) {
            new DraftRows(now.tx().sql(), who.schoolId())
                    .end(draft.id(), true, who.personId(), clock.instant());
        } else {
            second.tell(now.tx());
        }
        return published;
    }

    /// What publishing the draft would take away of what every school keeps.
    public List<Published.Loss> losses(String school, Pack pack) {
        return editions.losses(school, pack);
    }

    /// What a step sees, in its own transaction.
    private record Now(Tx tx, Adoption adoption, AdoptionRows rows) {}

    /// Checking a pack takes long, so it is done before the school is locked; a save in between
    /// shows, for the count of saves is compared.
    private Optional<String> step(
            SignedIn who, String draft, Capability needed, Function<Now, Optional<String>> take) {
        if (!who.can(needed)) {
            return Optional.of("This is for somebody else to do.");
        }
        var school = who.schoolId();
        if (drafts.find(school, draft).isEmpty()) {
            return Optional.of(NO_DRAFT);
        }
        var checked = drafts.checked(school, draft);
        return database.write(
                school,
                tx -> {
                    var open = new DraftRows(tx.sql(), school).open();
                    if (open.isEmpty() || !open.get().id().equals(draft)) {
                        return Optional.of(NO_DRAFT);
                    }
                    if (new DraftRows(tx.sql(), school).saves(draft) != checked.saves()) {
                        return Optional.of(CHANGED);
                    }
                    var rows = new AdoptionRows(tx.sql(), school);
                    var publications = new PublicationRows(tx.sql(), school);
                    var adoption = adoption(open.get(), checked.loaded(), rows, publications);
                    return take.apply(new Now(tx, adoption, rows));
                });
    }

    private void enter(Tx tx, SignedIn who, String what, String draft) {
        ledger.enter(
                tx,
                Note.of(
                        clock.instant(),
                        Actor.person(who.personId()),
                        "policy-draft." + what,
                        draft));
    }

    private LocalDate today() {
        return SchoolTime.day(clock.instant());
    }
}
