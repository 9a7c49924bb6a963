// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.Arrays;
import java.util.Optional;

/// The parts of a pack: which file or folder holds each, which schema it keeps, how it builds on a
/// base.
public enum Section {
    PACK("pack", "pack", Holds.FILE),
    VOCABULARY("vocabulary", "vocabulary", Holds.FILE),
    ROLES("roles", "roles", Holds.FILE),
    ROUTING("routing", "routing", Holds.FILE),
    KINDS("kinds", "kinds", Holds.FILE),
    CONTACTS("contacts", "contacts", Holds.FILE),
    CATEGORIES("categories", "categories", Holds.FILE),
    FACTS("facts", "facts", Holds.FILE),
    MARKS("marks", "marks", Holds.FILE),
    INTERVALS("intervals", "intervals", Holds.FILE),
    LAW("law", "law", Holds.FILE),
    SECTIONS("sections", "sections", Holds.FILE),
    CLAUSES("clauses", "clauses", Holds.FILE_OR_FOLDER),
    CONTROLS("controls", "controls", Holds.FILE),
    DECISIONS("decisions", "decision", Holds.FOLDER),
    RESPONSES("responses", "response", Holds.FOLDER),
    PLAYBOOKS("playbooks", "playbook", Holds.FOLDER),
    AGREEMENTS("agreements", "agreement", Holds.FOLDER),
    TRAINING("training", "training", Holds.FILE);

    /// A file's entries build on the base's entry by entry; each file of a folder replaces the
    /// base's.
    private enum Holds {
        FILE,
        FILE_OR_FOLDER,
        FOLDER
    }

    private final String key;
    private final String schema;
    private final Holds holds;

    Section(String key, String schema, Holds holds) {
        this.key = key;
        this.schema = schema;
        this.holds = holds;
    }

    /// The word for it in paths and in editions, such as `clauses`.
    public String key() {
        return key;
    }

    String schema() {
        return schema;
    }

    /// Whether each of its files stands for itself, such as a table or a playbook.
    public boolean isFolder() {
        return holds == Holds.FOLDER;
    }

    /// The section that a file belongs to, by its path inside the pack.
    public static Optional<Section> of(String path) {
        return Arrays.stream(values()).filter(section -> section.takes(path)).findFirst();
    }

    private boolean takes(String path) {
        boolean file = path.equals(key + ".yaml");
        boolean inFolder = path.matches(key + "/[a-z0-9][a-z0-9-]*\\.yaml");
        return switch (holds) {
            case FILE -> file;
            case FOLDER -> inFolder;
            case FILE_OR_FOLDER -> file || inFolder;
        };
    }

    /// The name of a file in a folder, without its ending.
    public static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1, path.length() - ".yaml".length());
    }
}
