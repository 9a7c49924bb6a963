// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the program itself enforces or measures; a pack says which clauses each one keeps.
///
/// One belongs here only while the program has it, with a test that shows it: a clause bound to a
/// control is shown as kept by the machine.
public enum Control {
    NAMED_ACCOUNTS("Every person signs in with an account of their own."),
    LONG_PASSWORDS("A password is long, and is refused when it is known from a breach."),
    SECOND_FACTOR_FOR_READERS(
            "Nobody reads a case with a password alone: a second factor is asked for."),
    SECOND_PERSON_FOR_READERS("Nobody becomes a reader of cases alone: a second person agrees."),
    ACCESS_BY_ROLE(
            "Who may see a case is decided in one place, for the person and their part in it."),
    ACCESS_ENDS_WITH_POST("When a post ends, what it let its holder see and do ends with it."),
    LEDGER("Every change and every confidential read is recorded, and no record can be changed."),
    SEALED_RECORDS("What is personal is stored only encrypted."),
    BACKUPS("The records are backed up, and a backup is proved when it is restored."),
    CONCERN_FORM("Any member of staff can report a concern, and gets a receipt."),
    INCIDENT_LOG("Incidents are recorded as they are dealt with, and never edited."),
    RETENTION(
            "A case is reviewed when its time is over, may be held back, and is disposed of for"
                    + " good."),
    CHRONOLOGY("What happened in a case, in order, is one page and one PDF."),
    LESSONS_FOR_FAMILIES(
            "What was learned from incidents can be read by families on a public page, with nobody"
                    + " named."),
    GOVERNORS_REPORT("Governors get tables in which no child can be worked out."),
    POLICY_ANSWERS("Anybody on the staff can ask what the policy allows."),
    POLICY_EDITIONS(
            "An edition of the policy is drafted, approved, signed, published and superseded."),
    POLICY_DOCUMENT("The policy in force is a public page and a PDF."),
    PRIVATE_MAIL("Mail says only that something waits, never what or about whom."),
    RECORD_OF_EDITION("Each record keeps the edition of the policy that it was decided under.");

    private final String says;

    Control(String says) {
        this.says = says;
    }

    /// The word in packs, such as `named-accounts`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What it does, in one plain sentence.
    public String says() {
        return says;
    }

    static Optional<Control> of(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Control::key).toList();
    }
}
