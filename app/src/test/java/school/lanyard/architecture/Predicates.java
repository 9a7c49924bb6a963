// SPDX-License-Identifier: Apache-2.0
package school.lanyard.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.springframework.context.annotation.Bean;

/// The words that the house rules are written in.
final class Predicates {

    private Predicates() {}

    static DescribedPredicate<JavaClass> dependOn(String packages) {
        var wanted = JavaClass.Predicates.resideInAPackage(packages);
        return DescribedPredicate.describe(
                "depend on " + packages,
                subject ->
                        subject.getDirectDependenciesFromSelf().stream()
                                .anyMatch(to ->
                                        wanted.test(to.getTargetClass().getBaseComponentType())));
    }

    static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a package marked @NullMarked") {
            @Override
            public void check(JavaClass subject, ConditionEvents events) {
                var marked =
                        subject.getPackage()
                                .tryGetPackageInfo()
                                .map(info -> info.isAnnotatedWith(NullMarked.class))
                                .orElse(false);
                events.add(
                        new SimpleConditionEvent(
                                subject,
                                marked,
                                subject.getName()
                                        + (marked ? " is" : " is not")
                                        + " in a @NullMarked package"));
            }
        };
    }

    static ArchCondition<JavaClass> askTheTime() {
        return new ArchCondition<>("ask the time") {
            @Override
            public void check(JavaClass subject, ConditionEvents events) {
                subject.getCodeUnitCallsFromSelf().stream()
                        .filter(call -> readsAClock(call) && !isTheClockBean(call))
                        .forEach(call ->
                                events.add(
                                        SimpleConditionEvent.satisfied(
                                                subject, call.getDescription())));
                subject.getCodeUnitReferencesFromSelf().stream()
                        .filter(call -> readsAClock(call) && !isTheClockBean(call))
                        .forEach(call ->
                                events.add(
                                        SimpleConditionEvent.satisfied(
                                                subject, call.getDescription())));
            }
        };
    }

    /// Any `now()` that is not given a clock, and its older relatives.
    private static boolean readsAClock(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        var name = access.getName();
        var arguments =
                access.getTarget()
                                instanceof
                                com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget
                                        unit
                        ? unit.getRawParameterTypes()
                        : List.<JavaClass>of();
        var givenAClock =
                arguments.stream().anyMatch(argument -> argument.isEquivalentTo(Clock.class));
        return (owner.getPackageName().startsWith("java.time")
                        && name.equals("now")
                        && !givenAClock)
                || (owner.isAssignableTo(InstantSource.class)
                        && (name.startsWith("system") || name.startsWith("tick"))
                        && !givenAClock)
                || (owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis"))
                || (owner.isEquivalentTo(Date.class)
                        && name.equals("<init>")
                        && arguments.isEmpty())
                || (owner.isAssignableTo(Calendar.class)
                        && Set.of("getInstance", "<init>").contains(name));
    }

    private static boolean isTheClockBean(JavaAccess<?> access) {
        JavaCodeUnit origin = access.getOrigin();
        return origin.isAnnotatedWith(Bean.class)
                && origin.getRawReturnType().isAssignableTo(InstantSource.class);
    }
}
