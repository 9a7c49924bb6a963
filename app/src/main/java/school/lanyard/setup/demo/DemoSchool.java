// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup.demo;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An invented infant school: nobody in it exists, and its name says so.
public record DemoSchool(
        String name,
        List<Pupil> pupils,
        List<Staff> staff,
        List<Governor> governors,
        List<Guardian> guardians) {

    public static final String NAME = "Quillabury Infant School (invented)";

    public DemoSchool {
        pupils = List.copyOf(pupils);
        staff = List.copyOf(staff);
        governors = List.copyOf(governors);
        guardians = List.copyOf(guardians);
    }

    /// The same seed gives the same school.
    public static DemoSchool of(long seed) {
        return new SchoolMaker(new Chance(seed)).make();
    }

    /// Anybody who can be named in a concern.
    public sealed interface Person {
        String id();

        String given();

        String family();
    }

    /// Somebody on the roll.
    ///
    /// @param year the key of the year group: reception, year-1 or year-2
    /// @param number a pupil number that is not a real one
    public record Pupil(
            String id, String given, String family, String year, String classroom, String number)
            implements Person {}

    /// Somebody on the payroll.
    ///
    /// @param post what the person does, such as "class-teacher" or "lunchtime-supervisor"
    /// @param roles keys of the pack's roles that the person is appointed to
    /// @param classroom the class of a teacher or teaching assistant
    public record Staff(
            String id,
            String title,
            String given,
            String family,
            String post,
            List<String> roles,
            @Nullable String classroom,
            String email)
            implements Person {
        public Staff {
            roles = List.copyOf(roles);
        }
    }

    /// A governor.
    ///
    /// @param roles keys of the pack's roles
    public record Governor(
            String id, String title, String given, String family, List<String> roles, String email)
            implements Person {
        public Governor {
            roles = List.copyOf(roles);
        }
    }

    /// A parent or carer.
    ///
    /// @param children ids of the pupils
    /// @param sameAs id of the member of staff or governor who this person also is
    public record Guardian(
            String id,
            String given,
            String family,
            String relation,
            List<String> children,
            String email,
            @Nullable String sameAs)
            implements Person {
        public Guardian {
            children = List.copyOf(children);
        }
    }

    public Stream<Person> people() {
        return Stream.of(pupils, staff, governors, guardians).flatMap(List::stream);
    }

    Staff holding(String role) {
        return staff.stream().filter(s -> s.roles().contains(role)).findFirst().orElseThrow();
    }

    /// A teacher who leads nothing beyond a class.
    Staff teacher() {
        return staff.stream()
                .filter(s -> s.post().equals("class-teacher"))
                .filter(s -> !s.roles().contains("online-safety-lead"))
                .findFirst()
                .orElseThrow();
    }

    Governor chair() {
        return governors.stream()
                .filter(g -> g.roles().contains("chair-of-governors"))
                .findFirst()
                .orElseThrow();
    }
}
