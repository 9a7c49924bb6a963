// SPDX-License-Identifier: Apache-2.0
package school.lanyard.transfer.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Past concerns as another system exports them: one row for each, read with care. What is wrong is
/// said by line; where anything is, nothing is taken in.
///
/// @param rows in the order of the file
/// @param faults at most a few, the first ones first
public record PastTable(List<Row> rows, List<Fault> faults) {

    /// The largest table, in bytes, and the most rows.
    public static final int LARGEST = 400 * 1024;

    private static final int MOST = 5_000;
    private static final int FAULTS = 50;
    private static final int LONGEST = 20_000;
    private static final Set<String> NEEDED = Set.of("date", "child", "concern");
    private static final DateTimeFormatter ENGLISH =
            DateTimeFormatter.ofPattern("d/M/uuuu", Locale.UK)
                    .withResolverStyle(ResolverStyle.STRICT);

    public PastTable {
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
    }

    /// A past concern.
    ///
    /// @param child as it is written
    /// @param action what was done; empty where nothing is said
    /// @param by who recorded it; empty where nobody is named
    public record Row(
            long line,
            LocalDate on,
            @Nullable LocalTime time,
            String child,
            String concern,
            String action,
            String by) {
        @Override
        public String toString() {
            return "Row";
        }
    }

    /// What is wrong with a line, in words without what it holds.
    public record Fault(long line, String problem) {}

    /// Reads UTF-8, with or without its mark, and else what spreadsheets in England write.
    public static String text(byte[] file) {
        var from = file.length >= 3 && (file[0] & 0xff) == 0xef ? 3 : 0;
        var bytes = ByteBuffer.wrap(file, from, file.length - from);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException old) {
            return new String(file, Charset.forName("windows-1252"));
        }
    }

    public static PastTable read(String text, LocalDate today) {
        var rows = new ArrayList<Row>();
        var faults = new ArrayList<Fault>();
        try (var csv = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (var row : csv) {
                if (rows.size() + faults.size() >= MOST) {
                    faults.add(
                            new Fault(
                                    row.getStartingLineNumber(),
                                    "There are more than " + MOST + " rows. Split the table."));
                    break;
                }
                new Reading(row, today, faults).row().ifPresent(rows::add);
            }
        } catch (CsvParseException | java.io.IOException | IllegalArgumentException broken) {
            faults.add(new Fault(0, "This is not a table with a heading for each column."));
        }
        if (rows.isEmpty() && faults.isEmpty()) {
            faults.add(new Fault(0, "The table has no rows."));
        }
        return new PastTable(rows, faults.subList(0, Math.min(faults.size(), FAULTS)));
    }

    /// One row, and what is wrong with it.
    private static final class Reading {

        private final long line;
        private final Map<String, String> cells = new HashMap<>();
        private final LocalDate today;
        private final List<Fault> faults;
        private boolean sound = true;

        Reading(NamedCsvRecord row, LocalDate today, List<Fault> faults) {
            this.line = row.getStartingLineNumber();
            this.today = today;
            this.faults = faults;
            row.getFieldsAsMap()
                    .forEach((name, value) ->
                            cells.put(name.strip().toLowerCase(Locale.UK), value.strip()));
        }

        java.util.Optional<Row> row() {
            for (var needed : NEEDED.stream().sorted().toList()) {
                if (cell(needed).isEmpty()) {
                    wrong(
                            cells.containsKey(needed)
                                    ? "“" + needed + "” is empty."
                                    : "There is no column “" + needed + "”.");
                }
            }
            if (cells.values().stream().anyMatch(value -> value.length() > LONGEST)) {
                wrong("A cell has more than " + LONGEST + " characters.");
            }
            var on = cell("date").isEmpty() ? today : date(cell("date"));
            var time = cell("time").isEmpty() ? null : time(cell("time"));
            return sound
                    ? java.util.Optional.of(
                            new Row(
                                    line,
                                    on,
                                    time,
                                    cell("child"),
                                    cell("concern"),
                                    cell("action"),
                                    cell("recorded by")))
                    : java.util.Optional.empty();
        }

        private String cell(String name) {
            return cells.getOrDefault(name, "");
        }

        private LocalDate date(String typed) {
            try {
                var day =
                        typed.contains("/")
                                ? LocalDate.parse(typed, ENGLISH)
                                : LocalDate.parse(typed);
                if (day.isAfter(today) || day.getYear() < 1980) {
                    wrong("“date” is not in the past.");
                }
                return day;
            } catch (DateTimeException nonsense) {
                wrong("“date” is not a date such as 27/3/2024 or 2024-03-27.");
                return today;
            }
        }

        private @Nullable LocalTime time(String typed) {
            try {
                return LocalTime.parse(typed.length() == 4 ? "0" + typed : typed);
            } catch (DateTimeException nonsense) {
                wrong("“time” is not a time such as 09:30.");
                return null;
            }
        }

        private void wrong(String problem) {
            sound = false;
            faults.add(new Fault(line, problem));
        }
    }
}
