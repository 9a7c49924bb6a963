// SPDX-License-Identifier: Apache-2.0
package school.lanyard.openreporting;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;
import school.lanyard.sealing.Seals;

/// Proof, carried by an open form itself, that we gave it out: it stands in place of a session and
/// of a cookie. It also tells a form that is sent again from another one.
@Service
public final class OpenForms {

    /// Long enough for a page that stays open over a weekend.
    static final Duration LASTS = Duration.ofDays(7);

    /// As long as somebody may take over one answer.
    static final Duration SIDE_LASTS = Duration.ofHours(12);

    private static final String PURPOSE = "open-form";
    private static final String SIDE = "anonymous-side";

    private final Seals seals;
    private final InstantSource clock;

    OpenForms(Seals seals, InstantSource clock) {
        this.seals = seals;
        this.clock = clock;
    }

    /// The proof for a new form of a school.
    public String issue(String school) {
        return seals.sealToken(
                school, PURPOSE, UUID.randomUUID().toString(), clock.instant().plus(LASTS));
    }

    /// What a proof that we gave out says; nothing where it was made up, is another school's or is
    /// too old.
    public Optional<String> read(String school, String proof) {
        return seals.openToken(PURPOSE, proof)
                .filter(token -> token.school().equals(school))
                .map(Seals.Token::content);
    }

    /// Proof that somebody showed the code of a receipt, so that the code itself stays out of
    /// pages.
    public String issueSide(String school, String receipt) {
        return seals.sealToken(school, SIDE, receipt, clock.instant().plus(SIDE_LASTS));
    }

    /// The receipt whose code was shown.
    public Optional<String> readSide(String school, String proof) {
        return seals.openToken(SIDE, proof)
                .filter(token -> token.school().equals(school))
                .map(Seals.Token::content);
    }

    /// What one form said, as a keyed print for one use: the same form with the same words gives
    /// the same, other words another. Nobody can get from one use's print to another's without the
    /// form, which we do not keep.
    String print(String school, String use, String form, Map<String, List<String>> said) {
        return seals.print(school, use, form + "\n" + new TreeMap<>(said));
    }

    /// The id under which what a form said is received once.
    public String draft(String school, String form, Map<String, List<String>> said) {
        return id(school, "open-draft", form, said);
    }

    String id(String school, String use, String form, Map<String, List<String>> said) {
        var print = print(school, use, form, said);
        return UUID.nameUUIDFromBytes(print.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
