// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import school.lanyard.core.pack.Control;
import school.lanyard.database.Database;
import school.lanyard.evidence.Asked;
import school.lanyard.evidence.ControlCheck;
import school.lanyard.evidence.Finding;
import school.lanyard.people.store.AccessRows;

/// What the program promises about accounts, measured on the accounts themselves.
@Configuration(proxyBeanMethods = false)
class AccountChecks {

    /// What nobody may have as a password: short, or known to everybody who guesses.
    static final List<String> BAD_PASSWORDS =
            List.of("", "winter2026", "passwordpassword", "qwertyuiopasdfgh", "aaaaaaaaaaaaaaaa");

    private static final String STRONG = "$argon2id$";

    /// One control and how it is measured.
    private record Check(Control control, Look by) implements ControlCheck {
        @Override
        public Finding look(Asked asked) {
            return by.look(asked);
        }
    }

    @FunctionalInterface
    private interface Look {
        Finding look(Asked asked);
    }

    @Bean
    ControlCheck namedAccounts(Accounts accounts, People people) {
        return new Check(Control.NAMED_ACCOUNTS, asked -> named(asked, accounts, people));
    }

    private static Finding named(Asked asked, Accounts accounts, People people) {
        var directory = people.directory(asked.school());
        var strangers =
                accounts.openAt(asked.school(), asked.at()).stream()
                        .filter(person ->
                                directory
                                        .find(person)
                                        .filter(known -> !known.name().isBlank())
                                        .filter(known -> !known.groupsOn(asked.day()).isEmpty())
                                        .isEmpty())
                        .count();
        return Finding.counted(
                strangers,
                "Every account that is open belongs to one person who belongs to the school today.",
                "1 account is open for somebody who does not belong to the school today.",
                "%d accounts are open for people who do not belong to the school today.");
    }

    @Bean
    ControlCheck longPasswords(Accounts accounts, Passwords passwords) {
        return new Check(
                Control.LONG_PASSWORDS,
                asked -> {
                    if (BAD_PASSWORDS.stream()
                            .anyMatch(bad -> passwords.refusal(bad, List.of()).isEmpty())) {
                        return Finding.failed("A password that is easy to guess is taken.");
                    }
                    var weak =
                            accounts.secrets(asked.school(), asked.at()).stream()
                                    .map(Accounts.Secret::hash)
                                    .filter(Objects::nonNull)
                                    .filter(hash -> !hash.startsWith(STRONG))
                                    .count();
                    return Finding.counted(
                            weak,
                            "Bad passwords were tried and refused, and every password is stored as a"
                                    + " slow hash.",
                            "1 password is not stored as it should be.",
                            "%d passwords are not stored as they should be.");
                });
    }

    @Bean
    ControlCheck secondFactorForReaders(Accounts accounts, Appointments appointments) {
        return new Check(
                Control.SECOND_FACTOR_FOR_READERS,
                asked -> {
                    var readers = readers(asked, appointments);
                    var without =
                            accounts.secrets(asked.school(), asked.at()).stream()
                                    .filter(each -> readers.contains(each.person()))
                                    .filter(each -> !each.secondFactor())
                                    .count();
                    return Finding.counted(
                            without,
                            "Everybody whose post lets them read cases has a second factor.",
                            "1 person whose post lets them read cases has not set up a second factor"
                                    + " yet. They can read none until they have.",
                            "%d people whose posts let them read cases have not set up a second"
                                    + " factor yet. They can read none until they have.");
                });
    }

    private static Set<String> readers(Asked asked, Appointments appointments) {
        return appointments.on(asked.school(), asked.day()).stream()
                .filter(each ->
                        Guarded.opensCases(Posts.capabilities(asked.pack(), Set.of(each.role()))))
                .map(Appointment::person)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Bean
    ControlCheck secondPersonForReaders(Database database) {
        return new Check(
                Control.SECOND_PERSON_FOR_READERS,
                asked -> {
                    var roles =
                            asked.pack().roles().values().stream()
                                    .filter(Guarded::takesSecondPerson)
                                    .map(role -> role.key())
                                    .toList();
                    var alone =
                            database.read(sql ->
                                    new AccessRows(sql, asked.school()).madeByOneAlone(roles));
                    return Finding.counted(
                            alone,
                            "Nobody who reads cases was let in by one person alone since the school"
                                    + " was set up.",
                            "1 person was let in to read cases without a second person.",
                            "%d people were let in to read cases without a second person.");
                });
    }
}
