// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// A table as CSV, read row by row and never held whole.
final class Table {

    /// Longer than any cell of a roster; a whole file on one line is none.
    private static final int LONGEST_CELL = 8_000;

    private static final int MOST_CELLS = 300;
    private static final int MOST_ROWS = 200_000;
    private static final String SEPARATORS = ",;\t|";

    private final String file;
    private final Letters letters;
    private final char separator;

    Table(String file, byte[] bytes) {
        this.file = file;
        this.letters = Letters.of(bytes);
        this.separator = separator();
    }

    /// One row under its headings.
    record Row(Place place, Map<String, Integer> headings, List<String> cells) {

        /// The cell under a heading, tidied; empty where there is none.
        String get(String heading) {
            var at = headings.get(heading);
            return at == null ? "" : cell(at);
        }

        String cell(int at) {
            return at < cells.size() ? Cells.tidy(cells.get(at)) : "";
        }
    }

    char separatedBy() {
        return separator;
    }

    /// The first rows as they are, headings and all.
    List<List<String>> first(int rows) {
        var found = new ArrayList<List<String>>();
        read(record -> {
            if (found.size() < rows) {
                found.add(record.getFields());
            }
        });
        return found;
    }

    Optional<List<String>> headings() {
        try (var csv = open()) {
            var all = csv.iterator();
            return all.hasNext() ? Optional.of(all.next().getFields()) : Optional.empty();
        } catch (CsvParseException broken) {
            throw tooLong();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Every row below the headings, which are known whatever their case.
    void rows(Consumer<Row> each) {
        rows(true, each);
    }

    void rows(boolean headed, Consumer<Row> each) {
        var names = new HashMap<String, Integer>();
        var row = new long[1];
        read(record -> {
            row[0]++;
            if (headed && row[0] == 1) {
                for (int i = 0; i < record.getFieldCount(); i++) {
                    names.putIfAbsent(name(record.getField(i)), i);
                }
            } else if (!blank(record)) {
                each.accept(new Row(new Place(file, row[0]), names, record.getFields()));
            }
        });
    }

    static String name(String heading) {
        return heading.strip().toLowerCase(Locale.ROOT);
    }

    private static boolean blank(CsvRecord record) {
        return record.getFields().stream().allMatch(String::isBlank);
    }

    private void read(Consumer<CsvRecord> each) {
        int rows = 0;
        try (var csv = open()) {
            for (var record : csv) {
                if (++rows > MOST_ROWS) {
                    throw new Unreadable("It has more than 200,000 rows. Send it in parts.");
                }
                each.accept(record);
            }
        } catch (CsvParseException broken) {
            throw tooLong();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Unreadable tooLong() {
        return new Unreadable(
                (file.isEmpty() ? "It" : "The file " + file)
                        + " is not a table of people: a cell is longer than 8,000 characters, or a"
                        + " quotation mark is not closed.");
    }

    private CsvReader<CsvRecord> open() {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(MOST_CELLS * LONGEST_CELL)
                .build(
                        CsvRecordHandler.builder()
                                .maxFields(MOST_CELLS)
                                .maxFieldSize(LONGEST_CELL)
                                .maxRecordSize(MOST_CELLS * LONGEST_CELL)
                                .build(),
                        letters.reader());
    }

    /// Whatever stands most often on the first line, outside quotation marks.
    private char separator() {
        var counts = new int[SEPARATORS.length()];
        var quoted = false;
        try (var in = new BufferedReader(letters.reader())) {
            for (int n = 0, c = in.read(); n < LONGEST_CELL && c >= 0; n++, c = in.read()) {
                if (c == '"') {
                    quoted = !quoted;
                } else if (c == '\n' && !quoted && n > 0) {
                    break;
                } else if (!quoted && SEPARATORS.indexOf(c) >= 0) {
                    counts[SEPARATORS.indexOf(c)]++;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return SEPARATORS.charAt(best);
    }
}
