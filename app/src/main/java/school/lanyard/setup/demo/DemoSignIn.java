// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup.demo;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Somebody of the invented school whom a newcomer can sign in as.
///
/// @param code whether a code of the second factor is asked for too
public record DemoSignIn(String post, String name, String address, boolean code) {

    /// One for each kind of post.
    public static List<DemoSignIn> of(DemoSchool school) {
        return Stream.of(
                        staff(school, "Designated safeguarding lead", "dsl", true),
                        staff(school, "Deputy safeguarding lead", "deputy-dsl", true),
                        staff(school, "Headteacher", "headteacher", true),
                        staff(school, "Online safety lead", "online-safety-lead", true),
                        teacher(school),
                        governor(school, "Chair of governors", "chair-of-governors", true),
                        governor(school, "Online safety governor", "online-safety-governor", false),
                        governor(school.governors().getLast()),
                        staff(school, "System administrator", "administrator", true),
                        staff(school, "IT provider", "it-provider", false))
                .toList();
    }

    private static DemoSignIn staff(DemoSchool school, String post, String role, boolean code) {
        var one = school.holding(role);
        return new DemoSignIn(post, one.given() + " " + one.family(), one.email(), code);
    }

    private static DemoSignIn teacher(DemoSchool school) {
        var one = school.teacher();
        return new DemoSignIn("Teacher", one.given() + " " + one.family(), one.email(), false);
    }

    private static DemoSignIn governor(DemoSchool school, String post, String role, boolean code) {
        Predicate<DemoSchool.Governor> holds = each -> each.roles().contains(role);
        var one = school.governors().stream().filter(holds).findFirst().orElseThrow();
        return new DemoSignIn(post, one.given() + " " + one.family(), one.email(), code);
    }

    private static DemoSignIn governor(DemoSchool.Governor one) {
        return new DemoSignIn("Governor", one.given() + " " + one.family(), one.email(), false);
    }
}
