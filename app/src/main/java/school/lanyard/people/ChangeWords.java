// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import tools.jackson.databind.json.JsonMapper;

/// A change as the text that is sealed, and back.
final class ChangeWords {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ChangeWords() {}

    static String write(AccessChange change) {
        return JSON.writeValueAsString(change);
    }

    static AccessChange read(String kind, String words) {
        Class<? extends AccessChange> type =
                switch (kind) {
                    case "appoint" -> AccessChange.Appoint.class;
                    case "end-appointment" -> AccessChange.EndAppointment.class;
                    case "invite" -> AccessChange.Invite.class;
                    case "clear-second-factor" -> AccessChange.ClearSecondFactor.class;
                    case "close-account" -> AccessChange.CloseAccount.class;
                    case "leave" -> AccessChange.Leave.class;
                    default -> throw new IllegalStateException("a request of no known kind");
                };
        return JSON.readValue(words, type);
    }
}
