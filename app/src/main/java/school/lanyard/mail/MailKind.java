// SPDX-License-Identifier: Apache-2.0
package school.lanyard.mail;

import java.util.Locale;

/// What a mail may say. Each kind is one fixed text: no name, no role, nothing of a case.
public enum MailKind {
    NEEDS_YOU(
            "Something in Lanyard needs you",
            "Something in Lanyard needs you. Sign in to see what it is:"),
    ACCESS_REQUEST(
            "A request in Lanyard needs a decision",
            "A request in Lanyard needs a decision from you or a colleague. Sign in to see it:"),
    ACCESS_ENDED(
            "Somebody's access to Lanyard is ending",
            "Somebody who may read cases or approve access is losing that access, or their account"
                    + " was closed. If you did not expect this, ask the person who looks after"
                    + " Lanyard at your school. You can sign in here:"),
    EMERGENCY_ACCESS(
            "Somebody used emergency access in Lanyard",
            "Somebody used emergency access in Lanyard. Sign in to see who, and why:"),
    INVITATION(
            "Set up your Lanyard account",
            "Follow this link to set up your account. It works once, and for a limited time:"),
    PASSWORD_RESET(
            "Choose a new Lanyard password",
            "Follow this link to choose a new password. It works once, and for a short time. If you"
                    + " did not ask for it, you can leave it alone:"),
    ACCOUNT_CHANGED(
            "Your Lanyard account was changed",
            "How you sign in to Lanyard was changed. If this was not you, tell the person who looks"
                    + " after Lanyard at your school. You can sign in here:");

    private final String subject;
    private final String words;

    MailKind(String subject, String words) {
        this.subject = subject;
        this.words = words;
    }

    String subject() {
        return subject;
    }

    String body(String address) {
        return words + "\n\n" + address + "\n\nPlease do not answer this mail.\n";
    }

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MailKind of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
