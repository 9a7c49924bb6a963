// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What is sealed of a person beside their account.
record SealedName(String name, @Nullable String className) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static SealedName of(NewPerson person) {
        return new SealedName(person.name(), person.className());
    }

    static SealedName read(byte[] json) {
        return JSON.readValue(json, SealedName.class);
    }

    SealedName named(String other) {
        return new SealedName(other, className);
    }

    /// In the class that the school's classes have, where they have one.
    SealedName in(@Nullable String title) {
        return title == null ? this : new SealedName(name, title);
    }

    Known known(String id, List<Membership> memberships) {
        return new Known(id, name, className, memberships);
    }

    byte[] bytes() {
        return JSON.writeValueAsBytes(this);
    }

    @Override
    public String toString() {
        return "SealedName";
    }
}
