// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import school.lanyard.access.SignedIn;
import school.lanyard.core.pack.Decisions;
import school.lanyard.core.pack.Decisions.Askable;
import school.lanyard.core.pack.Decisions.Given;
import school.lanyard.core.pack.FactKind;
import school.lanyard.core.pack.Pack;
import school.lanyard.policy.Editions;
import school.lanyard.web.Form;

/// One person's questions to the policy in force, and for which group of people they ask.
///
/// @param own the group that the person belongs to; empty when the policy has no word for theirs
public record Asking(Pack pack, Decisions decisions, String own, String group) {

    /// Somebody to ask for, as a link to the same page.
    public record Asker(String href, String text, boolean current) {}

    /// A subject and its answer, in a list.
    public record Line(String href, String label, MayI.Shown answer) {

        /// Under a heading, a label does not say the heading again.
        Line under(String heading) {
            var said = heading + ": ";
            return label.startsWith(said)
                    ? new Line(href, label.substring(said.length()), answer)
                    : this;
        }
    }

    /// Whoever calls asks for themself, unless they choose another group of the policy.
    static Asking by(SignedIn caller, @Nullable String chosen, Editions editions) {
        var pack = editions.running(caller.schoolId()).pack();
        var groups = pack.vocabulary().groups().keySet();
        var own = pack.decide().asker(caller.groups()).orElse("");
        var self = own.isEmpty() ? groups.stream().findFirst().orElse("") : own;
        return new Asking(
                pack,
                pack.decide(),
                own,
                chosen != null && groups.contains(chosen) ? chosen : self);
    }

    String edition() {
        return pack.label() + ", edition " + pack.edition();
    }

    /// Those asked for, as one says it: "staff".
    String words() {
        return pack.vocabulary().many(group);
    }

    List<Asker> askers(String path, String words) {
        return pack.vocabulary().groups().values().stream()
                .map(each ->
                        new Asker(
                                address(path, each.key(), words),
                                each.key().equals(own)
                                        ? "You, as one of the " + each.many()
                                        : each.many(),
                                each.key().equals(group)))
                .toList();
    }

    Line line(Askable subject) {
        return new Line(
                to(MayI.address(subject)),
                subject.label(),
                MayI.shown(decisions.tell(group, subject.key(), Map.of())));
    }

    /// An address that keeps for whom is asked.
    String to(String path) {
        return address(path, group, "");
    }

    private String address(String path, String who, String words) {
        var address = UriComponentsBuilder.fromPath(path);
        if (!words.isEmpty()) {
            address.queryParam("q", "{q}");
        }
        if (!who.equals(own)) {
            address.queryParam("who", who);
        }
        return address.encode().buildAndExpand(Map.of("q", words)).toUriString();
    }

    /// The facts that were answered, with an error on each that is not what its question takes.
    Map<String, Object> given(Form form, List<FactKind> questions) {
        var facts = new HashMap<String, Object>();
        for (var question : questions) {
            if (form.has(question.key())) {
                var typed = Map.of(question.key(), form.text(question.key()));
                switch (decisions.read(typed)) {
                    case Given.Known(var known) -> facts.putAll(known);
                    case Given.Refused(_, var mend) ->
                            form.reject(question.key(), question.label() + " " + mend);
                }
            }
        }
        return facts;
    }
}
