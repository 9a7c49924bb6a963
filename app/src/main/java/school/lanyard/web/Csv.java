// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A table for a spreadsheet, in which nothing that somebody wrote runs as a formula.
public final class Csv {

    /// Without this mark a spreadsheet takes the letters for others.
    private static final String UTF_8_MARK = "\uFEFF";

    /// What a spreadsheet would run as a formula.
    private static final String STARTS_A_FORMULA = "=+-@\t\r\n";

    private Csv() {}

    public static byte[] of(List<String> columns, List<List<String>> rows) {
        var out = new StringWriter();
        out.write(UTF_8_MARK);
        try (var csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(columns);
            for (var row : rows) {
                csv.writeRecord(row.stream().map(Csv::harmless).toList());
            }
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    public static String harmless(String cell) {
        return !cell.isEmpty() && STARTS_A_FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
