// SPDX-License-Identifier: Apache-2.0
package school.lanyard.transfer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.Chronicle;
import school.lanyard.concerns.Concerns;
import school.lanyard.concerns.Histories;
import school.lanyard.concerns.Incidents;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.ledger.Ledger;
import school.lanyard.people.Births;
import school.lanyard.people.Directory;
import school.lanyard.people.People;
import school.lanyard.people.Schools;
import school.lanyard.policy.Editions;
import school.lanyard.publishing.Pdf;
import school.lanyard.sealing.Passphrase;
import school.lanyard.sealing.SealedFor;
import school.lanyard.transfer.file.Bundle;
import school.lanyard.transfer.file.BundleFile;
import school.lanyard.transfer.file.OtherChildren;
import school.lanyard.web.Templates;

/// Makes the bundle of a child who leaves: what the sender may read and chose, sealed for the next
/// school alone.
@Service
public final class Bundles {

    /// How a bundle is sealed.
    public sealed interface Lock {

        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Words(char[] passphrase) implements Lock {
            @Override
            public String toString() {
                return "Words";
            }
        }

        record PublicKey(String key) implements Lock {}
    }

    /// What goes.
    ///
    /// @param references of the cases
    /// @param letters whether other children's full names become letters
    /// @param flags whether what stands about the child goes
    /// @param notes whether the handlers' private notes go, which stay here as a rule
    public record What(
            Collection<String> references, boolean letters, boolean flags, boolean notes) {

        /// What the next school is told is not in it.
        List<String> leftOut() {
            var left = new ArrayList<String>();
            left.add("Files kept as evidence; the record names each, with the day it came");
            left.add("Low-level concerns about adults");
            if (!notes) {
                left.add("Private notes of the handlers");
            }
            if (!flags) {
                left.add("What stands about the child whatever case is open");
            }
            return left;
        }
    }

    private final Transfers transfers;
    private final Received received;
    private final Histories histories;
    private final Chronicle chronicle;
    private final People people;
    private final Births births;
    private final Editions editions;
    private final Schools schools;
    private final Ledger ledger;
    private final Templates templates;
    private final Beside beside;

    Bundles(
            Transfers transfers,
            Received received,
            Histories histories,
            Chronicle chronicle,
            People people,
            Births births,
            Editions editions,
            Schools schools,
            Ledger ledger,
            Templates templates,
            Beside beside) {
        this.transfers = transfers;
        this.received = received;
        this.histories = histories;
        this.chronicle = chronicle;
        this.people = people;
        this.births = births;
        this.editions = editions;
        this.schools = schools;
        this.ledger = ledger;
        this.templates = templates;
        this.beside = beside;
    }

    /// Whether members of a group are children, as the policy says.
    public boolean isChild(String school, String group) {
        var found = editions.running(school).pack().vocabulary().groups().get(group);
        return found != null && found.child();
    }

    /// Cases that may go, as far as choosing between them goes.
    public Histories.Opened offered(Viewer viewer, Transfers.Leaving leaving, Instant at) {
        return histories.open(
                viewer, histories.idsAbout(viewer, leaving.person()), "person.chronology-read", at);
    }

    /// Makes one. That it leaves is entered before anything is opened.
    public byte[] make(
            Viewer viewer,
            Transfers.Leaving leaving,
            What what,
            Lock lock,
            String reason,
            Instant at) {
        var references = what.references();
        var chosen = chosen(viewer, leaving, references, at);
        var opened = transfers.toGo(viewer, leaving, chosen, reason, at);
        var cases = new ArrayList<Bundle.Case>();
        if (what.flags()) {
            cases.addAll(beside.standing(viewer, leaving.person(), at));
        }
        opened.incidents().forEach(each -> cases.add(of(viewer, leaving, each, what, at)));
        opened.concerns().forEach(each -> cases.add(of(viewer, each)));
        received.of(viewer, leaving.person(), at).stream()
                .filter(file -> references.contains(file.reference()))
                .forEach(file -> cases.addAll(Received.carriedOn(file)));
        var directory = people.directory(viewer.school());
        var others =
                new OtherChildren(what.letters() ? others(viewer, leaving, directory) : Set.of());
        var bundle =
                new Bundle(
                        Bundle.FORMAT,
                        Bundle.VERSION,
                        at,
                        schools.name(viewer.school()),
                        child(viewer, leaving.person(), directory, SchoolTime.day(at)),
                        cases.stream().map(others::replaced).toList());
        var head = ledger.head(viewer.school()).hex();
        var file = BundleFile.write(bundle, paper(bundle, head, what, at), head, what.leftOut());
        transfers.made(
                viewer,
                leaving,
                file.manifestHash(),
                lock instanceof Lock.Words ? "passphrase" : "key",
                at);
        return switch (lock) {
            case Lock.Words(var passphrase) -> Passphrase.sealBundle(file.zip(), passphrase);
            case Lock.PublicKey(var key) -> SealedFor.seal(file.zip(), key);
        };
    }

    /// The ids behind the references; one that is not the viewer's to read is not there.
    private List<String> chosen(
            Viewer viewer, Transfers.Leaving leaving, Collection<String> references, Instant at) {
        var offered = offered(viewer, leaving, at);
        var ids = new ArrayList<String>();
        offered.incidents().stream()
                .filter(each -> references.contains(each.reference()))
                .forEach(each -> ids.add(each.id()));
        offered.concerns().stream()
                .filter(each -> references.contains(each.reference()))
                .forEach(each -> ids.add(each.id()));
        return ids;
    }

    private byte[] paper(Bundle bundle, String head, What what, Instant at) {
        var xhtml =
                templates.document(
                        "transfer/bundlePdf",
                        new BundlePage(bundle, head, what.leftOut()),
                        bundle.school());
        return Pdf.render(xhtml, at);
    }

    private Bundle.Case of(
            Viewer viewer,
            Transfers.Leaving leaving,
            Incidents.Opened incident,
            What what,
            Instant at) {
        var part = incident.incident().people().get(leaving.person());
        var all = new ArrayList<>(chronicle.of(viewer.school(), incident));
        incident.concerns().forEach(each -> all.addAll(beside.about(viewer, each)));
        if (what.notes()) {
            all.addAll(beside.notes(viewer, incident.reference(), at));
        }
        return new Bundle.Case(
                incident.reference(),
                "incident",
                incident.incident()
                        .classification()
                        .flatMap(sorted ->
                                incident.edition().pack().categoryLabel(sorted.category()))
                        .orElse(null),
                part == null ? null : part.stored(),
                entries(all));
    }

    private Bundle.Case of(Viewer viewer, Concerns.Opened concern) {
        var all = new ArrayList<>(chronicle.of(viewer.school(), concern));
        all.addAll(beside.about(viewer, concern));
        return new Bundle.Case(concern.reference(), "concern", null, null, entries(all));
    }

    private static List<Bundle.Entry> entries(List<Chronicle.Entry> entries) {
        return entries.stream()
                .sorted(Chronicle.Entry.IN_ORDER)
                .map(each ->
                        new Bundle.Entry(
                                each.on(),
                                each.time(),
                                each.recordedAt(),
                                each.title(),
                                each.details(),
                                each.by(),
                                each.decision()))
                .toList();
    }

    private Bundle.Child child(Viewer viewer, String person, Directory directory, LocalDate today) {
        var known = directory.find(person).orElseThrow();
        Map<String, LocalDate> born = births.of(viewer.school(), List.of(person));
        return new Bundle.Child(
                known.name(), born.get(person), known.yearGroupOn(today), known.className());
    }

    /// The names of whoever else is or was a child of the school.
    private Set<String> others(Viewer viewer, Transfers.Leaving leaving, Directory directory) {
        var groups = editions.running(viewer.school()).pack().vocabulary().groups();
        var own = directory.name(leaving.person());
        var names = new HashSet<String>();
        for (var each : directory.everybody()) {
            var child =
                    each.memberships().stream()
                            .map(membership -> groups.get(membership.group()))
                            .anyMatch(group -> group != null && group.child());
            if (child && !each.name().equals(own)) {
                names.add(each.name());
            }
        }
        return names;
    }
}
