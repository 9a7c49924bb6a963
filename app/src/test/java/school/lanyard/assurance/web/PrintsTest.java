// SPDX-License-Identifier: Apache-2.0
package school.lanyard.assurance.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import school.lanyard.web.Csv;

class PrintsTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+44", "-2", "@SUM(A1)", "\tx", "\rx", "\nx"})
    void no_cell_begins_a_formula(String cell) {
        assertThat(Csv.harmless(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Kept", "'=1", " =1", "1-2"})
    void other_cells_are_left_alone(String cell) {
        assertThat(Csv.harmless(cell)).isEqualTo(cell);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0%",
        "0, 5, 0%",
        "5, 5, 100%",
        "1, 753, under 1%",
        "752, 753, over 99%",
        "1, 3, 33%"
    })
    void a_share_is_never_more_than_it_is(int part, int whole, String words) {
        assertThat(Words.share(part, whole)).isEqualTo(words);
    }
}
