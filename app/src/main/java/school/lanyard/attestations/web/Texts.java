// SPDX-License-Identifier: Apache-2.0
package school.lanyard.attestations.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.lanyard.attestations.Attestation;
import school.lanyard.attestations.Standing;
import school.lanyard.core.comparison.Comparison;
import school.lanyard.core.pack.Agreement;
import school.lanyard.core.pack.Pack;
import school.lanyard.policy.Editions;
import school.lanyard.web.Times;

/// Sets texts out for reading, with what is different since somebody last signed.
@Component
class Texts {

    private final Editions editions;

    Texts(Editions editions) {
        this.editions = editions;
    }

    TextView view(String school, Agreement text, Standing standing) {
        var pack = editions.running(school).pack();
        return new TextView(text, pack.edition(), since(school, pack, text, standing));
    }

    private TextView.@Nullable Since since(
            String school, Pack pack, Agreement text, Standing standing) {
        return switch (standing) {
            case Standing.OtherWords(var last) -> since(school, pack, text, last);
            case Standing.Lapsed(var last, _) ->
                    new TextView.Since(
                            Times.day(last.signedOn()), true, List.of(), List.of(), List.of());
            case Standing.Signed _, Standing.Never _ -> null;
        };
    }

    private TextView.@Nullable Since since(
            String school, Pack pack, Agreement text, Attestation last) {
        var was = editions.find(school, last.edition()).orElseThrow().pack();
        var before = was.agreements().get(text.key());
        if (before == null) {
            return null;
        }
        var old = words(before);
        var now = words(text);
        return new TextView.Since(
                Times.day(last.signedOn()),
                false,
                old.stream().filter(line -> !now.contains(line)).toList(),
                now.stream().filter(line -> !old.contains(line)).toList(),
                text.asking().policy().equals(before.asking().policy())
                        ? List.of()
                        : Comparison.of(was, pack).parts());
    }

    /// The words a line at a time, without the mark of the policy, which nobody can read.
    private static List<String> words(Agreement text) {
        return text.text()
                .lines()
                .filter(line -> !line.equals(text.asking().policy()))
                .map(line -> line.startsWith("- ") ? line.substring(2) : line)
                .toList();
    }
}
