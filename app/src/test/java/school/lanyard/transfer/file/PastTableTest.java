// SPDX-License-Identifier: Apache-2.0
package school.lanyard.transfer.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import school.lanyard.transfer.file.PastTable.Fault;

class PastTableTest {

    static final LocalDate TODAY = LocalDate.of(2026, 9, 14);

    @Test
    void a_row_says_when_whom_and_what() {
        var table =
                PastTable.read(
                        """
                        Child,Date,Time,Concern,Recorded by,Level
                        Pip Underhill,27/3/2024,9:30,"Said ""no"",
                        and cried",T Marlow,3
                        """,
                        TODAY);
        assertThat(table.faults()).isEmpty();
        assertThat(table.rows())
                .containsExactly(
                        new PastTable.Row(
                                2,
                                LocalDate.of(2024, 3, 27),
                                LocalTime.of(9, 30),
                                "Pip Underhill",
                                "Said \"no\",\nand cried",
                                "",
                                "T Marlow"));
    }

    @Test
    void what_is_wrong_is_said_by_line() {
        var table =
                PastTable.read(
                        """
                        date,child,concern
                        2024-02-30,Pip,Cried
                        1/4/2024,Pip,Cried
                        1/4/2030,Pip,Cried
                        1/4/2024,,Cried
                        """,
                        TODAY);
        assertThat(table.faults()).extracting(Fault::line).containsExactly(2L, 4L, 5L);
        assertThat(table.faults().toString()).doesNotContain("Cried", "Pip");
    }

    @Test
    void a_table_without_a_column_or_without_rows_is_no_table() {
        assertThat(PastTable.read("date,child\n1/4/2024,Pip\n", TODAY).faults())
                .containsExactly(new Fault(2, "There is no column “concern”."));
        assertThat(PastTable.read("date,child,concern\n", TODAY).faults()).hasSize(1);
        assertThat(PastTable.read("", TODAY).faults()).hasSize(1);
        assertThat(PastTable.read("date,date,child\n1,2,3\n", TODAY).faults()).isNotEmpty();
        assertThat(PastTable.read("\0\0\"", TODAY).faults()).isNotEmpty();
    }

    @Test
    void letters_are_read_as_they_were_written() {
        assertThat(PastTable.text("Zoë".getBytes(StandardCharsets.UTF_8))).isEqualTo("Zoë");
        assertThat(PastTable.text("\uFEFFZoë".getBytes(StandardCharsets.UTF_8))).isEqualTo("Zoë");
        assertThat(PastTable.text("Zoë".getBytes(Charset.forName("windows-1252"))))
                .isEqualTo("Zoë");
    }
}
