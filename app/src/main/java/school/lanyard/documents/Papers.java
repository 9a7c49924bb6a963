// SPDX-License-Identifier: Apache-2.0
package school.lanyard.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import school.lanyard.core.document.Block;
import school.lanyard.core.document.PolicyDocument;
import school.lanyard.core.flowchart.Flowchart;
import school.lanyard.core.pack.Agreement;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.playbook.Playbook;

/// The papers that can be printed from one edition of a policy.
public final class Papers {

    private final Pack pack;
    private final Standing standing;

    public Papers(Pack pack, Standing standing) {
        this.pack = pack;
        this.standing = standing;
    }

    Pack pack() {
        return pack;
    }

    Standing standing() {
        return standing;
    }

    /// Which policy they are from, as a page says it.
    public String name() {
        return pack.label() + ", edition " + pack.edition();
    }

    public List<Paper> all() {
        var papers = new ArrayList<Paper>();
        papers.add(document());
        pack.playbooks().values().forEach(playbook -> papers.add(flowchart(playbook, Map.of())));
        papers.addAll(new Posters(pack, standing).all());
        pack.agreements().values().forEach(agreement -> papers.add(agreement(agreement)));
        papers.add(concernForm());
        papers.add(contactSheet(Map.of()));
        return List.copyOf(papers);
    }

    public Optional<Paper> at(String address) {
        return all().stream().filter(paper -> paper.address().equals(address)).findFirst();
    }

    public Paper document() {
        return new Paper(
                Paper.Kind.DOCUMENT,
                "",
                pack.label(),
                "The whole policy, with its tables.",
                "documents/policy",
                medium -> new PolicyPage(PolicyDocument.of(pack), standing, medium));
    }

    /// The flowchart with the school's own numbers, by the key of the contact; without one it is
    /// left to be filled in by hand.
    private Paper flowchart(Playbook playbook, Map<String, String> own) {
        var chart = Flowchart.of(playbook, key -> pack.role(key).shortLabel());
        return new Paper(
                Paper.Kind.FLOWCHART,
                "flowcharts/" + playbook.key(),
                "What to do when: " + lowerFirst(playbook.label()),
                "One page for the staff room, with the numbers to call.",
                "documents/flowchart",
                medium ->
                        new FlowchartPage(
                                chart, called(playbook, own), standing, pack.edition(), medium));
    }

    public Optional<Paper> flowchart(String key, Map<String, String> own) {
        return Optional.ofNullable(pack.playbooks().get(key))
                .map(playbook -> flowchart(playbook, own));
    }

    /// A form on which a concern is written by hand, to be kept printed in advance.
    private Paper concernForm() {
        return new Paper(
                Paper.Kind.FORM,
                "forms/concern",
                "Report a concern on paper",
                "A blank form. Print some and keep them where staff find them.",
                "documents/concernForm",
                medium -> new FormPage(takers(), List.of(), standing, pack.edition(), medium));
    }

    /// Everybody to call outside the school, with the school's own numbers by the key of the
    /// contact; without one there is a line to write it on.
    public Paper contactSheet(Map<String, String> own) {
        return new Paper(
                Paper.Kind.FORM,
                "forms/contacts",
                "Whom to call",
                "Every number outside the school on one sheet.",
                "documents/contactSheet",
                medium ->
                        new FormPage(
                                takers(),
                                pack.contacts().values().stream()
                                        .map(contact -> Block.Contacts.Contact.of(contact, own))
                                        .toList(),
                                standing,
                                pack.edition(),
                                medium));
    }

    /// Who takes a concern, by whom it is about, in the policy's order.
    private List<FormPage.Taker> takers() {
        return pack.routing().routes().stream()
                .map(route ->
                        new FormPage.Taker(
                                route.label(),
                                route.tiers().stream()
                                        .findFirst()
                                        .map(tier ->
                                                tier.stream()
                                                        .map(role -> pack.role(role).label())
                                                        .collect(Collectors.joining(", ")))
                                        .orElseGet(() -> outside(route.contact()))))
                .toList();
    }

    private String outside(String contact) {
        var found = pack.contacts().get(contact);
        return found == null ? contact : found.label();
    }

    /// Whom the steps of a playbook call, and whom a concern goes to outside the school.
    private List<Block.Contacts.Contact> called(Playbook playbook, Map<String, String> own) {
        var keys =
                Stream.concat(
                                playbook.steps().stream()
                                        .flatMap(step -> Stream.ofNullable(step.card().contact())),
                                pack.routing().routes().stream()
                                        .flatMap(route ->
                                                Stream.concat(
                                                        Stream.of(route.contact()),
                                                        route.alsoTell().stream())))
                        .collect(Collectors.toSet());
        return pack.contacts().values().stream()
                .filter(contact -> keys.contains(contact.key()))
                .map(contact -> Block.Contacts.Contact.of(contact, own))
                .toList();
    }

    private Paper agreement(Agreement agreement) {
        var groups = agreement.asked().stream().map(pack::who).collect(Collectors.joining(" and "));
        return new Paper(
                Paper.Kind.AGREEMENT,
                "agreements/" + agreement.key(),
                agreement.title(),
                "For %s%s."
                        .formatted(
                                groups,
                                agreement.onBehalf()
                                        ? "; signed by a "
                                                + pack.vocabulary().one(agreement.signedBy())
                                        : ""),
                "documents/agreement",
                medium -> new AgreementPage(agreement, groups, standing, pack.edition(), medium));
    }

    private static String lowerFirst(String label) {
        return Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }
}
