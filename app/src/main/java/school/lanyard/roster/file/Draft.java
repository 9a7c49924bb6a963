// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.file;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A person as one row is read, cell by cell, before anything is made of it.
final class Draft {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_CLASS = 100;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final Place place;
    private final Remarks remarks;
    private final List<Identifier> identifiers = new ArrayList<>();
    private final Set<String> groups = new LinkedHashSet<>();
    private final Set<String> classes = new LinkedHashSet<>();
    private final Set<String> schools = new LinkedHashSet<>();
    private String name = "";
    private @Nullable LocalDate born;
    private @Nullable String year;
    private @Nullable String email;
    private @Nullable LocalDate leftOn;
    private boolean left;
    private boolean whole = true;

    Draft(Place place, Remarks remarks) {
        this.place = place;
        this.remarks = remarks;
    }

    Draft named(String given, String family) {
        return named((given + " " + family).strip());
    }

    /// A whole name; "Reed, Ada" is Ada Reed.
    Draft named(String cell) {
        int comma = cell.indexOf(',');
        var turned =
                comma < 0
                        ? cell
                        : (cell.substring(comma + 1).strip() + " " + cell.substring(0, comma));
        name = turned.strip().replaceAll("\\s+", " ");
        if (name.isEmpty()) {
            return bar("has no name.");
        }
        if (Cells.formula(name)) {
            return bar("has a formula where a name should be.");
        }
        return name.length() > LONGEST_NAME ? bar("has a name of more than 200 letters.") : this;
    }

    Draft known(Scheme scheme, String cell) {
        if (cell.isEmpty()) {
            return this;
        }
        if (cell.length() > Identifier.LONGEST || Cells.formula(cell)) {
            return bar("has something that is no identifier: " + scheme.label() + ".");
        }
        identifiers.add(new Identifier(scheme, cell));
        return this;
    }

    Draft is(String group) {
        groups.add(group);
        return this;
    }

    Draft is(Optional<String> group, String cell) {
        if (group.isEmpty()) {
            return bar("says what the person is in a word that is not known here: " + cell + ".");
        }
        return is(group.get());
    }

    Draft born(String cell, Days days, LocalDate today) {
        if (cell.isEmpty()) {
            return this;
        }
        var day = days.read(cell);
        if (day.isEmpty() || day.get().isBefore(EARLIEST) || day.get().isAfter(today)) {
            return bar("has a date of birth that cannot be right.");
        }
        born = day.get();
        return this;
    }

    Draft inYear(String cell) {
        if (!cell.isEmpty()) {
            year = Cells.year(cell);
            if (year == null) {
                note("has a year group that no English school has, which is left out: " + cell);
            }
        }
        return this;
    }

    Draft inClass(String title) {
        if (title.length() > LONGEST_CLASS || Cells.formula(title)) {
            return bar("has something that is no class.");
        }
        if (!title.isEmpty()) {
            classes.add(title);
        }
        return this;
    }

    Draft mailedAt(String cell) {
        var at = cell.indexOf('@');
        if (at > 0 && at < cell.length() - 1 && !cell.contains(" ")) {
            email = cell.toLowerCase(Locale.ROOT);
        } else if (!cell.isEmpty()) {
            note("has an email address that is not one, which is left out.");
        }
        return this;
    }

    Draft at(String school) {
        if (!school.isEmpty()) {
            schools.add(school);
        }
        return this;
    }

    Draft gone(boolean gone) {
        left |= gone;
        return this;
    }

    /// The last day, from a column of leaving dates: one to come has not been yet.
    Draft goneOn(String cell, Days days, LocalDate today) {
        if (cell.isEmpty()) {
            return this;
        }
        var day = days.read(cell);
        if (day.isEmpty()) {
            return bar("has a leaving date that is not a date.");
        }
        leftOn = day.get();
        left = day.get().isBefore(today);
        return this;
    }

    Draft bar(String what) {
        whole = false;
        remarks.bar(place, what);
        return this;
    }

    void note(String what) {
        remarks.note(place, what);
    }

    /// What the row says, unless something in it must be mended.
    Optional<Entry> entry(String key) {
        return whole
                ? Optional.of(
                        new Entry(
                                place,
                                key,
                                groups,
                                name,
                                identifiers,
                                born,
                                year,
                                classes,
                                email,
                                schools,
                                left,
                                leftOn))
                : Optional.empty();
    }

    /// A key for whoever has no identifier: the row itself.
    String ownKey() {
        return identifiers.isEmpty()
                ? "ROW:" + place.file() + ":" + place.line()
                : identifiers.getFirst().key();
    }
}
