// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import school.lanyard.concerns.store.CaseFiles;
import school.lanyard.core.pack.Capability;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.pack.Role;
import school.lanyard.core.routing.About;
import school.lanyard.core.routing.Route;
import school.lanyard.people.Directory;
import school.lanyard.people.Known;

/// Whom a report is about, as far as it can be told before anybody has read it.
///
/// @param ticked whom the reporter says it is about, as routes
/// @param known people of the roster that the reporter chose
/// @param unknown names as typed that were nobody's on the roster
/// @param kinds of the pack's kinds of report, at most one
record Subjects(
        Pack pack,
        Directory directory,
        List<Route> ticked,
        Set<String> known,
        Set<String> unknown,
        List<String> kinds) {

    static Subjects of(Pack pack, Directory directory, Report report) {
        return new Subjects(
                pack,
                directory,
                Meant.ticked(report, pack.routing()),
                report.people().stream()
                        .map(Report.Named::person)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                report.people().stream()
                        .filter(named -> named.person() == null)
                        .map(Report.Named::name)
                        .collect(Collectors.toSet()),
                kinds(report));
    }

    static List<String> kinds(Report report) {
        var kind = report.kind();
        return kind == null ? List.of() : List.of(kind);
    }

    /// Where it goes: by whom the reporter says it is about, by the people they chose, and by the
    /// posts they typed the names of.
    Route route(CaseFiles files, LocalDate day) {
        var about = new ArrayList<About>();
        ticked.forEach(route -> about.add(new About(route.aboutRoles(), route.aboutGroups())));
        known.forEach(person -> about.add(files.about(person, day)));
        posts().forEach(role -> about.add(new About(Set.of(role), Set.of())));
        return pack.routeFor(about, kinds);
    }

    /// Holders of the posts that it ticks or types in place of a name, and everybody who reads
    /// cases, or one day could, whom a typed name might mean.
    Set<String> mightMean(CaseFiles files, LocalDate day) {
        var found = inThosePosts(files, day);
        mayCometoRead(files, day)
                .filter(person -> unknown.stream().anyMatch(name -> like(name, person)))
                .forEach(found::add);
        return found;
    }

    private Set<String> inThosePosts(CaseFiles files, LocalDate day) {
        var found = files.holders(posts(), day);
        found.addAll(files.holders(Meant.roles(ticked), day));
        return found;
    }

    /// Those whose families it is closed to: the holders of those posts, and everybody on the
    /// roster whom a typed name might mean.
    Set<String> withFamilies(CaseFiles files, LocalDate day) {
        var found = inThosePosts(files, day);
        namesakes().forEach(found::add);
        return found;
    }

    private Stream<String> namesakes() {
        return directory.everybody().stream()
                .filter(each ->
                        unknown.stream().anyMatch(name -> Likeness.ofOneOfMany(name, each.name())))
                .map(Known::id);
    }

    private boolean like(String typed, String person) {
        return Likeness.of(typed, directory.name(person));
    }

    private Stream<String> mayCometoRead(CaseFiles files, LocalDate day) {
        var groups = readers().flatMap(role -> role.groups().stream()).collect(Collectors.toSet());
        return Stream.concat(
                        files.holders(readers().map(Role::key).toList(), day).stream(),
                        directory.everybody().stream()
                                .filter(each ->
                                        each.groupsOn(day).stream().anyMatch(groups::contains))
                                .map(Known::id))
                .distinct();
    }

    private Stream<Role> readers() {
        return pack.roles().values().stream()
                .filter(role -> role.capabilities().stream().anyMatch(Capability::readsCases));
    }

    /// The posts that were typed instead of a name.
    private List<String> posts() {
        return pack.roles().values().stream()
                .filter(role -> unknown.stream().anyMatch(name -> means(name, role)))
                .map(Role::key)
                .toList();
    }

    private static boolean means(String typed, Role role) {
        return Likeness.ofPost(typed, role.label()) || Likeness.ofPost(typed, role.shortLabel());
    }

    /// Those of some people who read cases, or one day could.
    Set<String> amongReaders(Collection<String> people, CaseFiles files, LocalDate day) {
        return mayCometoRead(files, day).filter(people::contains).collect(Collectors.toSet());
    }
}
