// SPDX-License-Identifier: Apache-2.0
package school.lanyard.attestations;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import school.lanyard.attestations.Attestation.Form;
import school.lanyard.attestations.store.AttestationRows;
import school.lanyard.attestations.store.CampaignRows;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Agreement;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.mail.MailKind;
import school.lanyard.mail.Outbox;
import school.lanyard.people.Accounts;
import school.lanyard.people.Schools;
import school.lanyard.policy.Editions;
import school.lanyard.rounds.Round;

/// Asks everybody for an agreement by a day, and reminds those who have not signed. A reminder says
/// that something needs them and nothing else.
@Service
public final class Campaigns {

    static final String STARTED = "attestation.campaign-started";
    static final String ENDED = "attestation.campaign-ended";
    static final String REMINDED = "attestation.reminded";

    /// Where a reminder leads.
    public static final String TO_SIGN = "/to-sign";

    private final Database database;
    private final Editions editions;
    private final Ledger ledger;
    private final Audience audience;
    private final Accounts accounts;
    private final Schools schools;
    private final Outbox outbox;
    private final InstantSource clock;

    Campaigns(
            Database database,
            Editions editions,
            Ledger ledger,
            Audience audience,
            Accounts accounts,
            Schools schools,
            Outbox outbox,
            InstantSource clock) {
        this.database = database;
        this.editions = editions;
        this.ledger = ledger;
        this.audience = audience;
        this.accounts = accounts;
        this.schools = schools;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// Those that run.
    public List<Campaign> running(String school) {
        return database.read(sql -> new CampaignRows(sql, school).running());
    }

    public Optional<Campaign> of(String school, String agreement) {
        return running(school).stream()
                .filter(each -> each.agreement().equals(agreement))
                .findFirst();
    }

    /// Begins to ask for an agreement, in place of any earlier campaign for it, and reminds at
    /// once.
    ///
    /// @return how many people were reminded
    public int start(String school, String by, String agreement, LocalDate dueOn, int remindDays) {
        var at = clock.instant();
        var campaign =
                new Campaign(UUID.randomUUID().toString(), agreement, dueOn, remindDays, by, at);
        database.change(
                school,
                tx -> {
                    var rows = new CampaignRows(tx.sql(), school);
                    rows.running().stream()
                            .filter(each -> each.agreement().equals(agreement))
                            .forEach(each -> end(tx, rows, each, Actor.person(by), at));
                    rows.insert(campaign);
                    ledger.enter(tx, Note.of(at, Actor.person(by), STARTED, campaign.id()));
                });
        return remind(school, campaign);
    }

    /// Stops reminding.
    public void end(String school, String by, String agreement) {
        database.change(
                school,
                tx -> {
                    var rows = new CampaignRows(tx.sql(), school);
                    rows.running().stream()
                            .filter(each -> each.agreement().equals(agreement))
                            .forEach(
                                    each -> end(tx, rows, each, Actor.person(by), clock.instant()));
                });
    }

    private void end(Tx tx, CampaignRows rows, Campaign campaign, Actor by, Instant at) {
        rows.end(campaign.id(), by.id(), at);
        ledger.enter(tx, Note.of(at, by, ENDED, campaign.id()));
    }

    /// Reminds whoever is due, in every school; a campaign that everybody answered ends by itself.
    public void round() {
        for (var school : schools.all()) {
            running(school.id()).forEach(each -> remind(school.id(), each));
        }
    }

    private int remind(String school, Campaign campaign) {
        var today = SchoolTime.day(clock.instant());
        var here = audience.on(school, today);
        var reachable = Set.copyOf(accounts.openAt(school, clock.instant()));
        return database.write(school, tx -> remind(tx, campaign, here, reachable));
    }

    private int remind(Tx tx, Campaign campaign, Audience.On here, Set<String> reachable) {
        var rows = new CampaignRows(tx.sql(), tx.school());
        var at = clock.instant();
        var text = editions.running(tx).pack().agreements().get(campaign.agreement());
        var waiting = text == null ? Set.<String>of() : waiting(tx, text, here);
        if (text == null || waiting.isEmpty()) {
            end(tx, rows, campaign, Actor.LANYARD, at);
            return 0;
        }
        var last = rows.reminded(campaign.id());
        var due = signers(text, waiting, here);
        due.retainAll(reachable);
        due.removeIf(
                each -> last.containsKey(each) && !campaign.reminds(last.get(each), here.day()));
        for (var person : due) {
            rows.remind(campaign.id(), person, here.day());
            outbox.queue(tx, person, MailKind.NEEDS_YOU, TO_SIGN);
        }
        if (!due.isEmpty()) {
            ledger.enter(tx, new Note(at, Actor.LANYARD, REMINDED, List.of(campaign.id()), null));
        }
        return due.size();
    }

    private Set<String> waiting(Tx tx, Agreement text, Audience.On here) {
        var rows = new AttestationRows(tx.sql(), tx.school());
        var book =
                new Book(
                        editions.running(tx).pack(),
                        here.day(),
                        rows.of(text.key(), clock.instant()));
        return here.askedFor(text).stream()
                .map(each -> each.id())
                .filter(each -> !book.of(text, Form.SIGNED, each).signed())
                .collect(Collectors.toSet());
    }

    /// Whoever could sign for any of those who wait.
    private static Set<String> signers(Agreement text, Set<String> waiting, Audience.On here) {
        var signers = new HashSet<String>();
        waiting.forEach(each -> signers.addAll(here.signersOf(text, each)));
        return signers;
    }

    /// Looks for reminders that are due, once an hour.
    @Configuration(proxyBeanMethods = false)
    static class Rounds {

        @Bean
        Round reminders(Campaigns campaigns) {
            return Round.of("reminders", Duration.ofHours(1), campaigns::round);
        }
    }
}
