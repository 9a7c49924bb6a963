// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The two formats of tables in a zip. Their columns are those that the formats' publishers name;
/// the people are invented.
class BundlesTest {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    static final String MANIFEST =
            "propertyName,value\nmanifest.version,1.0\noneroster.version,1.1\n"
                    + "file.users,bulk\nfile.enrollments,bulk\nfile.results,absent\n";
    static final String ORGS =
            "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\n"
                    + "o1,active,2026-09-01,Willow Bank School,school,,\n";
    static final String USERS =
            "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,"
                    + "givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,"
                    + "grades,password\n"
                    + "u1,active,,TRUE,o1,student,ada,{UPN:a123456789012},Ada,Reed,,101,,,,u3,01,\n"
                    + "u2,,,TRUE,o1,teacher,tess,,Tess,Marlow,,,tess@example.org,,,,,\n"
                    + "u3,active,,TRUE,o1,parent,mary,,Mary,Reed,,,,,,u1,,\n"
                    + "u4,active,,TRUE,o1,relative,nan,,Nan,Reed,,,,,,u1,,\n";
    static final String CLASSES =
            "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,"
                    + "location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods\n"
                    + "c1,active,,Otter,01,,,homeroom,,o1,,,,\n";
    static final String ENROLMENTS =
            "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,"
                    + "primary,beginDate,endDate\n"
                    + "e1,active,,c1,o1,u1,student,,,\n"
                    + "e2,active,,c1,o1,u2,teacher,true,,\n"
                    + "e3,active,,c1,o1,nobody,student,,,\n";

    private static Reading read(String... parts) {
        return RosterFile.read(Zips.of(parts), null, TODAY);
    }

    @Nested
    class One_roster {

        @Test
        void a_whole_export_of_1_1_is_read() {
            var read =
                    read(
                            "manifest.csv",
                            MANIFEST,
                            "orgs.csv",
                            ORGS,
                            "users.csv",
                            USERS,
                            "classes.csv",
                            CLASSES,
                            "enrollments.csv",
                            ENROLMENTS);
            assertThat(read.format()).isEqualTo(Format.ONE_ROSTER);
            assertThat(read.delta()).isFalse();
            assertThat(read.schools()).containsOnlyKeys("o1");
            assertThat(read.entries())
                    .extracting(Entry::name, Entry::groups, Entry::year, Entry::classes)
                    .containsExactly(
                            tuple("Ada Reed", Set.of("learner"), "year-1", Set.of("Otter")),
                            tuple("Tess Marlow", Set.of("staff"), null, Set.of("Otter")),
                            tuple("Mary Reed", Set.of("parent"), null, Set.of()),
                            tuple("Nan Reed", Set.of("parent"), null, Set.of()));
            assertThat(read.entries().getFirst().identifiers())
                    .extracting(Identifier::scheme, Identifier::value)
                    .contains(
                            tuple(Scheme.SOURCED, "u1"),
                            tuple(Scheme.NUMBER, "101"),
                            tuple(Scheme.UPN, "A123456789012"));
        }

        @Test
        void an_enrolment_of_nobody_is_left_out_and_said() {
            var read =
                    read(
                            "manifest.csv",
                            MANIFEST,
                            "users.csv",
                            USERS,
                            "classes.csv",
                            CLASSES,
                            "enrollments.csv",
                            ENROLMENTS);
            assertThat(read.barred()).isFalse();
            assertThat(read.remarks())
                    .extracting(Remark::place)
                    .containsExactly(new Place("enrollments.csv", 4));
        }

        @Test
        void agents_are_guardians_and_relatives_are_not() {
            var read = read("manifest.csv", MANIFEST, "users.csv", USERS);
            assertThat(read.ties())
                    .extracting(Tie::child, Tie::adult, Tie::guardian)
                    .containsOnly(
                            tuple("SOURCED:u1", "SOURCED:u3", true),
                            tuple("SOURCED:u1", "SOURCED:u4", false));
        }

        @Test
        void a_teacher_who_is_named_as_an_agent_is_not_made_family() {
            var read =
                    read(
                            "manifest.csv",
                            MANIFEST,
                            "users.csv",
                            USERS.replace(",101,,,,u3,", ",101,,,,\"u2,u3\","));
            assertThat(read.ties()).extracting(Tie::adult).doesNotContain("SOURCED:u2");
            assertThat(read.remarks()).extracting(Remark::bars).containsExactly(false);
        }

        @Test
        void in_1_2_what_somebody_is_stands_in_a_table_of_its_own() {
            var read =
                    read(
                            "export/manifest.csv",
                            MANIFEST.replace("1.1", "1.2"),
                            "export/users.csv",
                            "\uFEFFsourcedId,status,dateLastModified,enabledUser,username,userIds,"
                                    + "givenName,familyName,preferredGivenName,grades\r\n"
                                    + "u1,active,,true,a,,Adelaide,Reed,Ada,02\r\n"
                                    + "u2,active,,true,b,,Bo,Fox,,\r\n",
                            "export/roles.csv",
                            "sourcedId,status,dateLastModified,userSourcedId,roleType,role,"
                                    + "beginDate,endDate,orgSourcedId,userProfileSourcedId\r\n"
                                    + "r1,active,,u1,primary,student,,,o1,\r\n"
                                    + "r2,active,,u2,primary,teacher,,,o1,\r\n"
                                    + "r3,active,,u2,secondary,parent,,,o1,\r\n"
                                    + "r4,tobedeleted,,u2,secondary,principal,,,o1,\r\n");
            assertThat(read.entries())
                    .extracting(Entry::name, Entry::groups, Entry::year)
                    .containsExactly(
                            tuple("Ada Reed", Set.of("learner"), "year-2"),
                            tuple("Bo Fox", Set.of("staff", "parent"), null));
        }

        @Test
        void a_delta_says_who_has_gone_and_is_never_whole() {
            var read =
                    read(
                            "manifest.csv",
                            MANIFEST.replace("file.users,bulk", "file.users,delta")
                                    .replace("file.enrollments,bulk", "file.enrollments,delta"),
                            "users.csv",
                            USERS.replace("u1,active", "u1,tobedeleted"));
            assertThat(read.delta()).isTrue();
            assertThat(read.entries())
                    .filteredOn(Entry::left)
                    .extracting(Entry::name)
                    .containsExactly("Ada Reed");
            assertThat(
                            read(
                                            "manifest.csv",
                                            MANIFEST.replace("file.users,bulk", "file.users,delta"),
                                            "users.csv",
                                            USERS)
                                    .delta())
                    .isTrue();
        }

        @Test
        void one_school_of_a_trust_is_read_by_itself() {
            var both = ORGS + "o2,active,2026-09-01,Oak Street School,school,,\n";
            var read =
                    read(
                            "manifest.csv",
                            MANIFEST,
                            "orgs.csv",
                            both,
                            "users.csv",
                            USERS + "u9,active,,TRUE,o2,student,x,,Cy,Ash,,,,,,,,\n");
            assertThat(read.schools()).hasSize(2);
            assertThat(read.of("o1").entries()).hasSize(4);
            assertThat(read.of("o2").entries()).extracting(Entry::name).containsExactly("Cy Ash");
        }
    }

    @Nested
    class School_data_sync {

        static final String SDS_USERS =
                "sourcedId,username,givenName,familyName,password,activeDirectoryMatchId,email,"
                        + "phone,sms\n"
                        + "1,ada@example.org,Ada,Reed,x,,,,\n"
                        + "2,mary@example.org,Mary,Reed,x,,mary@example.org,,\n"
                        + "3,tess@example.org,Tess,Marlow,x,,,,\n"
                        + "4,who@example.org,Who,Knows,x,,,,\n";
        static final String SDS_ROLES =
                "userSourcedId,orgSourcedId,role,sessionSourcedId,grade,isPrimary,roleStartDate,"
                        + "roleEndDate\n"
                        + "1,o1,student,S,2,TRUE,9/1/2026,7/20/2027\n"
                        + "3,o1,teacher,S,,TRUE,9/1/2026,7/20/2027\n";

        private Reading sds() {
            return read(
                    "orgs.csv",
                    "sourcedId,name,type,parentSourcedId\no1,Willow Bank,school,\n",
                    "users.csv",
                    SDS_USERS,
                    "roles.csv",
                    SDS_ROLES,
                    "demographics.csv",
                    "userSourcedId,sex,birthDate\n1,female,7/22/2019\n",
                    "relationships.csv",
                    "userSourcedId,relationshipUserSourcedId,relationshipRole\n1,2,guardian\n"
                            + "1,99,relative\n",
                    "classes.csv",
                    "sourcedId,orgSourcedId,title,sessionSourcedIds,courseSourcedId\nc,o1,Heron,,\n",
                    "enrollments.csv",
                    "classSourcedId,userSourcedId,role\nc,1,student\n");
        }

        @Test
        void is_known_without_a_manifest_and_read_whole() {
            var read = sds();
            assertThat(read.format()).isEqualTo(Format.SDS);
            assertThat(read.entries())
                    .extracting(Entry::name, Entry::groups, Entry::born, Entry::classes)
                    .containsExactly(
                            tuple(
                                    "Ada Reed",
                                    Set.of("learner"),
                                    LocalDate.of(2019, 7, 22),
                                    Set.of("Heron")),
                            tuple("Mary Reed", Set.of("parent"), null, Set.of()),
                            tuple("Tess Marlow", Set.of("staff"), null, Set.of()));
            assertThat(read.ties()).extracting(Tie::guardian).containsExactly(true);
        }

        @Test
        void whoever_has_no_role_and_whoever_is_in_no_table_is_left_out_and_said() {
            assertThat(sds().remarks())
                    .extracting(Remark::place)
                    .containsExactly(new Place("users.csv", 5), new Place("relationships.csv", 3));
            assertThat(sds().barred()).isFalse();
        }
    }

    @Nested
    class A_zip {

        @Test
        void that_is_neither_is_refused() {
            assertThatThrownBy(() -> read("notes.csv", "a,b\n")).isInstanceOf(Unreadable.class);
        }

        @Test
        void that_would_grow_past_all_measure_is_refused() {
            assertThatThrownBy(() -> read("users.csv", "0".repeat(30_000_000)))
                    .isInstanceOf(Unreadable.class);
        }
    }
}
