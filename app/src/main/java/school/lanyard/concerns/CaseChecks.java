// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import school.lanyard.concerns.store.CaseFiles;
import school.lanyard.concerns.store.IncidentRows;
import school.lanyard.core.pack.Control;
import school.lanyard.database.Database;
import school.lanyard.evidence.Asked;
import school.lanyard.evidence.ControlCheck;
import school.lanyard.evidence.Finding;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Missing;
import school.lanyard.ledger.Recorded;

/// What the program promises about concerns and incidents, measured on them. What is found is the
/// same whether there are a thousand or none.
@Configuration(proxyBeanMethods = false)
class CaseChecks {

    private static final int LATEST = 50;

    private record Check(Control control, Predicate<Asked> holds, String good, String bad)
            implements ControlCheck {
        @Override
        public Finding look(Asked asked) {
            return holds.test(asked) ? Finding.passed(good) : Finding.failed(bad);
        }
    }

    @Bean
    ControlCheck concernForm(Ledger ledger) {
        return new Check(
                Control.CONCERN_FORM,
                asked -> ledger.bearsOutCases(asked.school(), Missing.Kind.CONCERN),
                "The form is open to all staff, and whatever was sent has its receipt in the ledger.",
                "Something that was sent has no receipt in the ledger.");
    }

    @Bean
    ControlCheck incidentLog(Ledger ledger) {
        return new Check(
                Control.INCIDENT_LOG,
                asked -> ledger.bearsOutCases(asked.school(), Missing.Kind.INCIDENT),
                "Whatever is recorded of incidents is in the ledger, no more and no less.",
                "What is recorded of incidents is not what the ledger holds.");
    }

    /// Puts chronologies together, without showing them to anybody.
    @Bean
    ControlCheck chronology(Database database, Ledger ledger) {
        return new Check(
                Control.CHRONOLOGY,
                asked ->
                        database
                                .read(sql -> new IncidentRows(sql, asked.school()).latest(LATEST))
                                .stream()
                                .allMatch(row -> isWhole(ledger, asked.school(), row)),
                "Chronologies can be put together in full from what was recorded.",
                "A chronology cannot be put together in full.");
    }

    private static boolean isWhole(Ledger ledger, String school, IncidentRows.Row row) {
        var events =
                ledger.about(school, row.id(), IncidentEvents.PREFIX).stream()
                        .filter(entry -> IncidentEvents.isEvent(entry.action()))
                        .toList();
        var kept = events.stream().filter(entry -> entry.content() != null).toList();
        return events.size() == row.projection().version()
                && kept.stream().allMatch(CaseChecks::isReadable);
    }

    /// What was disposed of cannot be read, and need not be. Anything else must be.
    private static boolean isReadable(Recorded entry) {
        try {
            IncidentEvents.read(entry.action(), entry.opened());
            return true;
        } catch (RuntimeException damaged) {
            return false;
        }
    }

    @Bean
    ControlCheck recordOfEdition(Database database) {
        return new Check(
                Control.RECORD_OF_EDITION,
                asked ->
                        database.read(sql ->
                                new CaseFiles(sql, asked.school()).allUnderAnEditionOfTheirTime()),
                "Every record names an edition that had been published when it was made.",
                "A record names an edition that had not been published when it was made.");
    }
}
