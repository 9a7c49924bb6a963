// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Common Transfer Files. Their elements are those that the department names; the people are
/// invented.
class TransferFileTest {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    public static final String CTF =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <CTfile>
              <Header>
                <DocumentName>Common Transfer File</DocumentName><CTFversion>25.0</CTFversion>
                <DateTime>2026-11-20T09:00:00</DateTime>
                <SourceSchool><LEA>999</LEA><Estab>1234</Estab><SchoolName>Oak</SchoolName></SourceSchool>
              </Header>
              <CTFpupilData>
                <Pupil>
                  <UPN>A123456789012</UPN><Surname>Reed</Surname><Forename>Adelaide</Forename>
                  <DOB>2019-10-02</DOB><Sex>F</Sex>
                  <BasicDetails>
                    <PreferredForename>Ada</PreferredForename><NCyearActual>2</NCyearActual>
                    <FormerSurname>Old</FormerSurname>
                  </BasicDetails>
                  <Address><BS7666Address><PAON>1</PAON></BS7666Address></Address>
                  <Contacts>
                    <Contact><Order>1</Order><Surname>Reed</Surname><Forename>Mary</Forename>
                      <Relationship>MOT</Relationship><Responsibility>Y</Responsibility>
                      <Phones><Phone><PhoneNo>1</PhoneNo></Phone></Phones><Email>m@example.org</Email>
                    </Contact>
                    <Contact><Order>2</Order><Surname>Stone</Surname><Forename>Ian</Forename>
                      <Relationship>STP</Relationship><Responsibility>false</Responsibility></Contact>
                    <Contact><Order>3</Order><Relationship>OTH</Relationship></Contact>
                  </Contacts>
                  <SchoolHistory><School><SchoolName>Oak</SchoolName><Surname>No</Surname></School></SchoolHistory>
                </Pupil>
                <Pupil>
                  <UPN>B123456789012</UPN><Surname>Fox</Surname><Forename>Bo</Forename><DOB>2021-01-05</DOB>
                  <BasicDetails><NCyearActual>R</NCyearActual></BasicDetails>
                </Pupil>
              </CTFpupilData>
            </CTfile>
            """;

    private static Reading read(byte[] file) {
        return RosterFile.read(file, null, TODAY);
    }

    @Test
    void pupils_are_read_with_the_name_they_go_by_and_their_year() {
        var read = read(CTF.getBytes(StandardCharsets.UTF_8));
        assertThat(read.format()).isEqualTo(Format.CTF);
        assertThat(read.entries())
                .filteredOn(each -> each.groups().contains("learner"))
                .extracting(Entry::name, Entry::born, Entry::year)
                .containsExactly(
                        tuple("Ada Reed", LocalDate.of(2019, 10, 2), "year-2"),
                        tuple("Bo Fox", LocalDate.of(2021, 1, 5), "reception"));
    }

    @Test
    void contacts_come_with_and_without_parental_responsibility() {
        var read = read(CTF.getBytes(StandardCharsets.UTF_8));
        assertThat(read.ties())
                .extracting(Tie::child, Tie::responsible)
                .containsExactly(
                        tuple("UPN:A123456789012", true), tuple("UPN:A123456789012", false));
        assertThat(read.entries())
                .filteredOn(each -> each.groups().contains("parent"))
                .extracting(Entry::name, Entry::email)
                .containsExactly(tuple("Mary Reed", "m@example.org"), tuple("Ian Stone", null));
        assertThat(read.remarks()).extracting(Remark::bars).containsExactly(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "windows-1252"})
    void it_reads_the_same_in_another_alphabet(String charset) {
        var text = CTF.replace("UTF-8", charset).replace("Bo</Forename>", "Zoë</Forename>");
        assertThat(read(text.getBytes(Charset.forName(charset))).entries())
                .extracting(Entry::name)
                .contains("Zoë Fox");
    }

    @Test
    void nothing_outside_the_file_is_read_and_nothing_in_it_grows() {
        var bomb =
                "<!DOCTYPE CTfile [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
                        + "<CTfile><Pupil><Surname>&b;</Surname></Pupil></CTfile>";
        var outside =
                "<!DOCTYPE CTfile [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                        + "<CTfile><CTFpupilData><Pupil><Forename>A</Forename><Surname>&x;</Surname>"
                        + "</Pupil></CTFpupilData></CTfile>";
        for (var file : new String[] {bomb, outside}) {
            assertThatThrownBy(() -> read(file.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(Unreadable.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html><body>no</body></html>", "<CTfile><Pupil>", "<", "<?xml ?>"})
    void what_is_no_transfer_file_is_refused(String file) {
        assertThatThrownBy(() -> read(file.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Unreadable.class);
    }
}
