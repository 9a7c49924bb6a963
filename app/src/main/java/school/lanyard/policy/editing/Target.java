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
        RISKS(Section.CATEGORIES, "Areas of risk", "risks"),
        CATEGORIES(Section.CATEGORIES, "Kinds of incident that no grid lists", "categories"),
        GROUPS(Section.VOCABULARY, "Words for groups of people", "groups"),
        TERMS(Section.VOCABULARY, "Words for things", "terms"),
        ROUTING(Section.ROUTING, "Who takes a concern", ""),
        MARKS(Section.MARKS, "Marks of the tables", ""),
        ROWS(Section.DECISIONS, "Rows", "rows"),
        RESPONSES(Section.RESPONSES, "Kinds of incident", "rows"),
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
            return isRow() ? "rows" : name().toLowerCase(Locale.ROOT);
        }

        /// Whether its entries are items of a list, known by their words.
        boolean isRow() {
            return this == ROWS || this == RESPONSES;
        }

        /// The folder of addresses that its files are in; empty where it is in none.
        String folder() {
            return switch (section) {
                case DECISIONS -> "tables";
                case RESPONSES -> "responses";
                case PLAYBOOKS -> "playbooks";
                default -> "";
            };
        }

        /// Whether people may add one of their own, and take it away again.
        boolean grows() {
            return switch (this) {
                case POLICY, GROUPS, CHOICES -> false;
                default -> true;
            };
        }

        static Optional<Part> of(String word) {
            return of("", word);
        }

        static Optional<Part> of(String folder, String word) {
            return Arrays.stream(values())
                    .filter(part -> part.folder().equals(folder) && part.word().equals(word))
                    .findFirst();
        }
    }

    static Optional<Target> of(String folder, String file, String part, String key) {
        return Part.of(folder, part).map(each -> new Target(each, file, key));
    }

    /// The page of all entries of this sort, to which a new one is sent.
    String all() {
        return part.folder().isEmpty()
                ? Addresses.HOME + "/" + part.word()
                : list() + "/" + part.word();
    }

    String address() {
        return all() + "/" + key;
    }

    /// The page that lists it among others of its sort.
    String list() {
        return part == Part.POLICY
                ? Addresses.HOME
                : part.folder().isEmpty()
                        ? Addresses.HOME + "/" + part.word()
                        : Addresses.HOME + "/" + part.folder() + "/" + file;
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
