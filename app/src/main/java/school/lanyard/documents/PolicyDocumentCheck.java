// SPDX-License-Identifier: Apache-2.0
package school.lanyard.documents;

import org.springframework.stereotype.Component;
import school.lanyard.core.pack.Control;
import school.lanyard.evidence.Asked;
import school.lanyard.evidence.ControlCheck;
import school.lanyard.evidence.Finding;
import school.lanyard.policy.OpenPolicies;

/// Opens the policy as somebody who does not sign in would, and holds it to the edition in force:
/// it must be that edition, and every clause must stand in it. One sheet is printed, to see that
/// printing works.
@Component
class PolicyDocumentCheck implements ControlCheck {

    private static final String PDF = "%PDF";

    private final OpenPolicies policies;
    private final InForce inForce;
    private final Printer printer;

    PolicyDocumentCheck(OpenPolicies policies, InForce inForce, Printer printer) {
        this.policies = policies;
        this.inForce = inForce;
        this.printer = printer;
    }

    @Override
    public Control control() {
        return Control.POLICY_DOCUMENT;
    }

    @Override
    public Finding look(Asked asked) {
        return policies.place(asked.school())
                .flatMap(inForce::open)
                .map(InForce.Issue::papers)
                .filter(papers -> papers.pack().hash().equals(asked.pack().hash()))
                .map(papers -> finding(asked, papers))
                .orElseGet(() ->
                        Finding.failed("Nobody can open the edition in force without signing in."));
    }

    private Finding finding(Asked asked, Papers papers) {
        var page = printer.body(papers.document(), Medium.FILE);
        if (!asked.pack().clauses().keySet().stream().allMatch(page::contains)) {
            return Finding.failed("The public page does not have every clause.");
        }
        return papers.all().stream()
                        .filter(paper -> paper.kind() == Paper.Kind.FLOWCHART)
                        .allMatch(paper -> prints(asked, papers, paper))
                ? Finding.passed(
                        "Anybody can open the edition in force, with every clause, and its papers"
                                + " print.")
                : Finding.failed("A paper of the edition in force does not print.");
    }

    private boolean prints(Asked asked, Papers papers, Paper paper) {
        var pdf = printer.pdf(papers, paper, asked.since());
        return new String(pdf, 0, PDF.length(), java.nio.charset.StandardCharsets.US_ASCII)
                .equals(PDF);
    }
}
