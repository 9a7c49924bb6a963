// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.file;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads a spreadsheet saved as CSV, once somebody has said what its columns hold.
final class PlainCsv {

    private final Table table;
    private final Columns columns;
    private final LocalDate today;
    private final Remarks remarks = new Remarks();
    private final Entries entries = new Entries(remarks);
    private final List<Tie> ties = new ArrayList<>();
    private final Days births = new Days();
    private final Days leavings = new Days();

    PlainCsv(byte[] file, Columns columns, LocalDate today) {
        this.table = new Table("", file);
        this.columns = columns;
        this.today = today;
    }

    Reading read() {
        table.rows(
                columns.headed(),
                row -> {
                    births.see(cell(row, Field.BORN));
                    leavings.see(cell(row, Field.LEFT_ON));
                });
        if (births.mixed() || leavings.mixed()) {
            remarks.bar(
                    new Place("", 1),
                    "begins a column of dates that are written in two ways, day first and month"
                            + " first. Write them all as day, month, year.");
        }
        table.rows(columns.headed(), this::person);
        return new Reading(
                Format.CSV, false, entries.all(), ties, remarks.listed(), remarks.more(), Map.of());
    }

    private void person(Table.Row row) {
        var draft = new Draft(row.place(), remarks);
        if (columns.has(Field.NAME) && !cell(row, Field.NAME).isEmpty()) {
            draft.named(cell(row, Field.NAME));
        } else {
            draft.named(cell(row, Field.GIVEN), cell(row, Field.FAMILY));
        }
        var group = cell(row, Field.GROUP);
        if (group.isEmpty() && !columns.everyone().isEmpty()) {
            draft.is(columns.everyone());
        } else {
            draft.is(Cells.group(group), group);
        }
        draft.known(Scheme.UPN, cell(row, Field.UPN))
                .known(Scheme.SOURCED, cell(row, Field.SOURCED))
                .known(Scheme.NUMBER, cell(row, Field.NUMBER))
                .born(cell(row, Field.BORN), births, today)
                .inYear(cell(row, Field.YEAR))
                .inClass(cell(row, Field.CLASS))
                .mailedAt(cell(row, Field.EMAIL))
                .goneOn(cell(row, Field.LEFT_ON), leavings, today);
        var key = draft.ownKey();
        draft.entry(key)
                .ifPresent(entry -> {
                    entries.add(entry);
                    tie(row, key);
                });
    }

    /// A parent's row names the child by any of the numbers that identify one.
    private void tie(Table.Row row, String adult) {
        var child = cell(row, Field.CHILD);
        if (!child.isEmpty()) {
            ties.add(
                    new Tie(
                            row.place(),
                            child,
                            adult,
                            true,
                            Cells.yes(cell(row, Field.RESPONSIBLE)).orElse(null),
                            Cells.yes(cell(row, Field.CONTACT)).orElse(null)));
        }
    }

    private String cell(Table.Row row, Field field) {
        var at = columns.at(field);
        return at == null ? "" : row.cell(at);
    }
}
