// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.editing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import school.lanyard.core.pack.Section;
import school.lanyard.core.pack.edit.Path;

/// An entry by its address: what sort it is, in which file of a folder, and its key.
///
/// @param file the table, grid or playbook that it is in; empty elsewhere
record Target(Part part, String file, String key) {

    /// The sorts of entry that have a form.
    enum Part {
        POLICY(Section.PACK, "The policy itself", ""),
        CLAUSES(Section.CLAUSES, "Clauses", ""),
        HEADINGS(Section.SECTIONS, "Headings", ""),
        INTERVALS(Section.INTERVALS, "Lengths of time", ""),
        ROLES(Section.ROLES, "Roles", ""),
        CONTACTS(Section.CONTACTS, "Contacts outside the school", ""),
        GROUPS(Section.VOCABULARY, "Words for groups of people", "groups"),
        TERMS(Section.VOCABULARY, "Words for things", "terms"),
        ROUTING(Section.ROUTING, "Who takes a concern", ""),
        MARKS(Section.MARKS, "Marks of the tables", ""),
        ROWS(Section.DECISIONS, "Rows", "rows"),
        STEPS(Section.PLAYBOOKS, "Steps", "steps"),
        EDGES(Section.PLAYBOOKS, "Ways from step to step", "edges"),
        BARS(Section.PLAYBOOKS, "What is barred", "bars"),
        CHOICES(Section.PLAYBOOKS, "How you read what is open", "choices"),
        CLOSING(Section.PLAYBOOKS, "Before a case closes", "closing");

        private final Section section;
        private final String label;
        private final String under;

        Part(Section section, String label, String under) {
            this.section = section;
            this.label = label;
            this.under = under;
        }

        Section section() {
            return section;
        }

        String label() {
            return label;
        }

        String under() {
            return under;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Whether people may add one of their own.
        boolean grows() {
            return switch (this) {
                case CLAUSES, HEADINGS, INTERVALS, ROLES, CONTACTS, TERMS, ROUTING, MARKS -> true;
                default -> false;
            };
        }

        static Optional<Part> of(String word) {
            return Arrays.stream(values()).filter(part -> part.word().equals(word)).findFirst();
        }
    }

    String address() {
        return switch (part) {
            case ROWS -> Addresses.TABLES + file + "/rows/" + key;
            case STEPS, EDGES, BARS, CHOICES, CLOSING ->
                    Addresses.PLAYBOOKS + file + "/" + part.word() + "/" + key;
            default -> Addresses.HOME + "/" + part.word() + "/" + key;
        };
    }

    /// The page that lists it among others of its sort.
    String list() {
        return switch (part) {
            case POLICY -> Addresses.HOME;
            case ROWS -> Addresses.TABLES + file;
            case STEPS, EDGES, BARS, CHOICES, CLOSING -> Addresses.PLAYBOOKS + file;
            default -> Addresses.HOME + "/" + part.word();
        };
    }

    /// In the joined section; a row's own place in its list is for the table to say.
    Path path() {
        var path = Path.TOP;
        if (part == Part.POLICY) {
            return path;
        }
        path = file.isEmpty() ? path : path.key(file);
        path = part.under().isEmpty() ? path : path.key(part.under());
        return path.key(key);
    }
}
