// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people.web;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import school.lanyard.access.Caller;
import school.lanyard.access.SignedIn;
import school.lanyard.home.AtHome;
import school.lanyard.home.AtHome.Urgency;
import school.lanyard.home.HomeSource;
import school.lanyard.mail.Outbox;
import school.lanyard.people.AccessRequests;
import school.lanyard.people.Accounts;
import school.lanyard.people.Posts;
import school.lanyard.web.Times;

/// For those who decide about access, fill posts and run the system; and for whoever is about to
/// lose their way in.
@Component
@Order(800)
class PeopleAtHome implements HomeSource {

    /// A mail server that is only slow is nothing to look at.
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final AccessRequests requests;
    private final Posts posts;
    private final Accounts accounts;
    private final Outbox outbox;
    private final boolean mailServer;
    private final InstantSource clock;

    PeopleAtHome(
            AccessRequests requests,
            Posts posts,
            Accounts accounts,
            Outbox outbox,
            ObjectProvider<JavaMailSender> mailServer,
            InstantSource clock) {
        this.requests = requests;
        this.posts = posts;
        this.accounts = accounts;
        this.outbox = outbox;
        this.mailServer = mailServer.getIfAvailable() != null;
        this.clock = clock;
    }

    @Override
    public List<AtHome> items(SignedIn who) {
        var items = new ArrayList<AtHome>();
        codes(who).ifPresent(items::add);
        if (who.isAny(Caller.APPROVE_ACCESS)) {
            toDecide(who).ifPresent(items::add);
        }
        if (who.isAny(Caller.ADMINISTER, Caller.APPOINT_PEOPLE)) {
            vacant(who).ifPresent(items::add);
        }
        if (who.isAny(Caller.ADMINISTER)) {
            invited(who).ifPresent(items::add);
            mail(who).ifPresent(items::add);
            items.add(
                    new AtHome.Limit(
                            "You run the system. You cannot read any case, and nothing here says"
                                    + " whether there is one."));
        }
        return items;
    }

    /// Whoever loses their phone with no code left waits for others to let them in again.
    private Optional<AtHome> codes(SignedIn who) {
        if (!who.secondFactor()) {
            return Optional.empty();
        }
        var left = accounts.recoveryCodesLeft(who.schoolId(), who.personId());
        return left > Accounts.FEW_CODES
                ? Optional.empty()
                : Optional.of(
                        new AtHome.Need(
                                Urgency.OPEN,
                                left == 0
                                        ? "You have no recovery code left"
                                        : left == 1
                                                ? "You have 1 recovery code left"
                                                : "You have " + left + " recovery codes left",
                                "/account/recovery-codes",
                                "Without your phone and without a code you cannot sign in. Make new"
                                        + " ones, and keep them somewhere safe."));
    }

    private Optional<AtHome> toDecide(SignedIn who) {
        var count =
                requests.waiting(who.schoolId()).stream()
                        .filter(each -> AccessRequests.mayDecide(who, each))
                        .count();
        return count == 0
                ? Optional.empty()
                : Optional.of(
                        new AtHome.Need(
                                Urgency.WAITING,
                                count == 1
                                        ? "1 request about access needs a decision"
                                        : count + " requests about access need a decision",
                                "/access-requests",
                                "A second person decides who may come to read cases."));
    }

    private Optional<AtHome> vacant(SignedIn who) {
        var vacant = posts.vacancies(who.schoolId());
        return vacant.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new AtHome.Need(
                                Urgency.WAITING,
                                vacant.size() == 1
                                        ? "1 post that the policy names is vacant"
                                        : vacant.size() + " posts that the policy names are vacant",
                                "/posts",
                                vacant.stream()
                                        .map(post -> post.role().label())
                                        .collect(Collectors.joining(", "))));
    }

    private Optional<AtHome> invited(SignedIn who) {
        var count = accounts.invited(who.schoolId());
        return count == 0
                ? Optional.empty()
                : Optional.of(
                        new AtHome.Need(
                                Urgency.OPEN,
                                count == 1
                                        ? "1 person has not followed their invitation"
                                        : count + " people have not followed their invitations",
                                "/people",
                                "An invitation is good for 7 days. You can send another."));
    }

    private Optional<AtHome> mail(SignedIn who) {
        var standing = outbox.standing(who.schoolId());
        var since = standing.since();
        if (since == null || since.plus(PATIENCE).isAfter(clock.instant())) {
            return Optional.empty();
        }
        var waiting = standing.waiting();
        return Optional.of(
                new AtHome.Need(
                        Urgency.OVERDUE,
                        waiting == 1
                                ? "1 mail has not gone out"
                                : waiting + " mails have not gone out",
                        null,
                        (mailServer
                                        ? "The mail server has not taken it since "
                                        : "No mail server is set. It has waited since ")
                                + Times.dayAndTime(since)
                                + "."));
    }
}
