// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Spreadsheets saved as CSV, as people and programs save them.
class PlainCsvTest {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    static final String PUPILS =
            """
            UPN,Forename,Surname,DOB,Year,Reg
            A123456789012,Ada,Reed,31/08/2020,1,Otter
            B123456789012,Björn,O’Neill,1/9/2019,Year 2,Heron
            """;

    private static Reading read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Reading read(byte[] file) {
        return RosterFile.read(file, Columns.guess(file).columns(), TODAY);
    }

    @Test
    void columns_are_guessed_from_their_headings() {
        var guess = Columns.guess(PUPILS.getBytes(StandardCharsets.UTF_8));
        assertThat(guess.columns().fields().stream().flatMap(Optional::stream))
                .containsExactly(
                        Field.UPN, Field.GIVEN, Field.FAMILY, Field.BORN, Field.YEAR, Field.CLASS);
        assertThat(guess.columns().headed()).isTrue();
        assertThat(guess.columns().everyone()).isEqualTo("learner");
        assertThat(guess.columns().refusal()).isEmpty();
        assertThat(guess.rows()).hasSize(3);
    }

    @Test
    void a_pupil_is_read_with_everything_the_row_says() {
        var ada = read(PUPILS).entries().getFirst();
        assertThat(ada.name()).isEqualTo("Ada Reed");
        assertThat(ada.groups()).containsExactly("learner");
        assertThat(ada.identifiers()).containsExactly(new Identifier(Scheme.UPN, "A123456789012"));
        assertThat(ada.born()).isEqualTo(LocalDate.of(2020, 8, 31));
        assertThat(ada.year()).isEqualTo("year-1");
        assertThat(ada.classes()).containsExactly("Otter");
        assertThat(ada.place()).isEqualTo(new Place("", 2));
    }

    /// The same table in every way that spreadsheets have of writing it.
    @ParameterizedTest
    @CsvSource({
        "UTF-8,'',comma",
        "UTF-8,\uFEFF,comma",
        "UTF-16LE,\uFEFF,comma",
        "UTF-16BE,\uFEFF,semicolon",
        "UTF-16LE,'',tab",
        "windows-1252,'',semicolon"
    })
    void it_reads_the_same_however_it_was_saved(String charset, String mark, String separator) {
        var to =
                switch (separator) {
                    case "semicolon" -> ";";
                    case "tab" -> "\t";
                    default -> ",";
                };
        var text = mark + PUPILS.replace(",", to).replace("\n", "\r\n");
        var read = read(text.getBytes(Charset.forName(charset)));
        assertThat(read.remarks()).isEmpty();
        assertThat(read.entries())
                .extracting(Entry::name, Entry::born)
                .containsExactly(
                        tuple("Ada Reed", LocalDate.of(2020, 8, 31)),
                        tuple("Björn O’Neill", LocalDate.of(2019, 9, 1)));
    }

    @ParameterizedTest
    @CsvSource({
        "李 小龍",
        "محمد علي",
        "Σωτηρία Παππά",
        "ДМИТРИЙ Иванов",
        "Nguyễn Thị Ánh",
        "Zoë-Mae D'Arcy"
    })
    void a_name_in_any_script_stays_as_it_is(String name) {
        var read = read("name,upn\n\"" + name + "\",A1\n");
        assertThat(read.entries()).extracting(Entry::name).containsExactly(name);
    }

    @Test
    void a_name_turned_round_is_turned_back() {
        assertThat(read("name,upn\n\"Reed, Ada May\",A1\n").entries())
                .extracting(Entry::name)
                .containsExactly("Ada May Reed");
    }

    @Test
    void dates_are_month_first_only_where_the_column_shows_it() {
        assertThat(read("name,upn,dob\nA B,A1,8/31/2020\nC D,A2,2/3/2020\n").entries())
                .extracting(Entry::born)
                .containsExactly(LocalDate.of(2020, 8, 31), LocalDate.of(2020, 2, 3));
        assertThat(
                        read("name,upn,dob\nA B,A1,3/2/2020\nC D,A2,2020-03-01\nE F,A3,1 Mar 2020\n")
                                .entries())
                .extracting(Entry::born)
                .containsExactly(
                        LocalDate.of(2020, 2, 3),
                        LocalDate.of(2020, 3, 1),
                        LocalDate.of(2020, 3, 1));
    }

    @Test
    void a_column_with_dates_written_in_two_ways_bars_the_file() {
        var read = read("name,upn,dob\nA B,A1,31/8/2020\nC D,A2,8/31/2020\n");
        assertThat(read.barred()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'name,upn,dob\n,A1,1/1/2020\n',has no name.",
        "'name,upn,dob\nA B,A1,31/2/2020\n',has a date of birth that cannot be right.",
        "'name,upn,dob\nA B,A1,1/1/2030\n',has a date of birth that cannot be right.",
        "'name,upn\n\"=HYPERLINK(\"\"http://x\"\")\",A1\n',has a formula where a name should be.",
        "'name,role\nA B,wizard\n',says what the person is in a word that is not known here: wizard."
    })
    void a_row_that_is_wrong_bars_the_file_and_says_where(String text, String why) {
        var read = read(text);
        assertThat(read.entries()).isEmpty();
        assertThat(read.remarks())
                .extracting(Remark::place, Remark::bars, Remark::words)
                .containsExactly(tuple(new Place("", 2), true, why));
    }

    @Test
    void what_a_spreadsheet_does_to_keep_noughts_is_undone() {
        var read = read("name,upn,adno\nA B,A1,\"=\"\"00123\"\"\"\nC D,A2,'-7\n");
        assertThat(read.entries())
                .extracting(each -> each.identifiers().getLast().value())
                .containsExactly("00123", "-7");
    }

    @Test
    void a_row_given_twice_is_one_person_and_one_that_differs_bars() {
        var twice = read(PUPILS + "a123456789012,ADA,Reed,2020-08-31,1,Otter\n");
        assertThat(twice.entries()).hasSize(2);
        assertThat(twice.barred()).isFalse();
        assertThat(twice.remarks()).extracting(Remark::place).containsExactly(new Place("", 4));
        assertThat(read(PUPILS + "A123456789012,Eve,Reed,31/8/2020,1,Otter\n").barred()).isTrue();
    }

    @Test
    void two_children_of_one_name_are_two() {
        var read = read(PUPILS + "C123456789012,Ada,Reed,1/1/2021,R,Puffin\n");
        assertThat(read.entries())
                .extracting(Entry::name)
                .filteredOn("Ada Reed"::equals)
                .hasSize(2);
        assertThat(read.remarks()).isEmpty();
    }

    @Test
    void a_contact_names_the_child_and_what_they_may() {
        var read =
                read(
                        """
                        Contact name;Pupil UPN;Parental responsibility;May contact;Email
                        Mary Reed;A123456789012;Yes;Y;MARY@example.org
                        John Reed;A123456789012;no;N;
                        """);
        assertThat(read.entries()).extracting(Entry::groups).containsOnly(Set.of("parent"));
        assertThat(read.entries().getFirst().email()).isEqualTo("mary@example.org");
        assertThat(read.ties())
                .extracting(Tie::child, Tie::responsible, Tie::mayContact)
                .containsExactly(
                        tuple("A123456789012", true, true), tuple("A123456789012", false, false));
    }

    @Test
    void whoever_has_left_is_read_as_gone_and_whoever_is_to_leave_is_not() {
        var read = read("name,upn,leaving date\nA B,A1,1/7/2026\nC D,A2,31/8/2027\n");
        assertThat(read.entries()).extracting(Entry::left).containsExactly(true, false);
    }

    @Test
    void a_supplier_is_a_visitor_to_the_policy() {
        assertThat(read("name,role\nJo Pike,Contractor\nAl Dean,governor\n").entries())
                .extracting(Entry::groups)
                .containsExactly(Set.of("visitor"), Set.of("governor"));
    }

    @Test
    void a_file_without_headings_is_read_once_somebody_says_what_it_holds() {
        var file = "Ada Reed,A1\nBo Fox,A2\n".getBytes(StandardCharsets.UTF_8);
        var guess = Columns.guess(file);
        assertThat(guess.columns().headed()).isFalse();
        assertThat(guess.columns().refusal()).isPresent();
        var said =
                new Columns(
                        false,
                        java.util.List.of(Optional.of(Field.NAME), Optional.of(Field.UPN)),
                        "learner");
        assertThat(RosterFile.read(file, said, TODAY).entries()).hasSize(2);
    }

    @Test
    void a_line_of_twenty_megabytes_is_refused_and_never_held() {
        var file = new byte[20_000_000];
        java.util.Arrays.fill(file, (byte) 'x');
        assertThatThrownBy(() -> Columns.guess(file)).isInstanceOf(Unreadable.class);
        file[0] = '"';
        assertThatThrownBy(() -> Columns.guess(file)).isInstanceOf(Unreadable.class);
        var text = "name,upn\nAda Reed,A1\n\"" + "y".repeat(100_000) + "\",A2\n";
        assertThatThrownBy(() -> read(text)).isInstanceOf(Unreadable.class);
    }

    @Test
    void nothing_is_nothing() {
        assertThatThrownBy(() -> RosterFile.format(new byte[0])).isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> Columns.guess(new byte[] {'\n'})).isInstanceOf(Unreadable.class);
    }
}
