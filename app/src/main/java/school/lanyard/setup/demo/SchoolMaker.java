// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes the people of the invented school, family by family.
final class SchoolMaker {

    private static final int PUPILS = 270;
    private static final int CLASS_SIZE = 30;
    private static final List<String> YEARS = List.of("reception", "year-1", "year-2");
    private static final List<String> CLASSES =
            List.of(
                    "Otter",
                    "Badger",
                    "Heron",
                    "Puffin",
                    "Lapwing",
                    "Dormouse",
                    "Squirrel",
                    "Curlew",
                    "Kittiwake");

    private final Chance chance;
    private final List<String> firstNames;
    private final List<String> adultNames;
    private final List<String> lastNames;
    private final Set<String> taken = new HashSet<>();
    private final List<DemoSchool.Pupil> pupils = new ArrayList<>();
    private final List<DemoSchool.Staff> staff = new ArrayList<>();
    private final List<DemoSchool.Governor> governors = new ArrayList<>();
    private final List<DemoSchool.Guardian> guardians = new ArrayList<>();
    private final int[] places = new int[CLASSES.size()];

    SchoolMaker(Chance chance) {
        this.chance = chance;
        Map<String, String> names = Resource.blocks("names.txt").getFirst();
        this.firstNames = List.of(names.getOrDefault("first", "").split(" ", -1));
        this.adultNames = List.of(names.getOrDefault("adult", "").split(" ", -1));
        this.lastNames = List.of(names.getOrDefault("last", "").split(" ", -1));
    }

    DemoSchool make() {
        makeStaff();
        makeGovernors();
        DemoSchool.Staff parent = assistant();
        family(parent.family(), parent.given(), parent.email(), parent.id());
        DemoSchool.Governor governor = governors.getLast();
        family(governor.family(), governor.given(), governor.email(), governor.id());
        while (pupils.size() < PUPILS) family(chance.of(lastNames), null, null, null);
        return new DemoSchool(DemoSchool.NAME, pupils, staff, governors, guardians);
    }

    private void makeStaff() {
        hire("headteacher", null, "headteacher", "senior-leadership");
        hire(
                "deputy-headteacher",
                null,
                "deputy-headteacher",
                "dsl",
                "senior-leadership",
                "filtering-senior-leader");
        hire("inclusion-lead", null, "deputy-dsl");
        for (int i = 0; i < CLASSES.size(); i++)
            hire("class-teacher", CLASSES.get(i), teacherRoles(i));
        for (int i = 0; i < 16; i++) hire("teaching-assistant", CLASSES.get(i % CLASSES.size()));
        hire("business-manager", null, "administrator", "line-manager");
        for (int i = 0; i < 2; i++) hire("office", null);
        hire("family-support", null);
        for (int i = 0; i < 2; i++) hire("site", null);
        for (int i = 0; i < 8; i++) hire("lunchtime-supervisor", null);
        for (int i = 0; i < 2; i++) hire("cook", null);
        hire("technician", null, "it-provider");
    }

    private static String[] teacherRoles(int number) {
        return number == 4
                ? new String[] {"class-teacher", "curriculum-lead", "online-safety-lead"}
                : new String[] {"class-teacher"};
    }

    private void hire(String post, @Nullable String classroom, String... roles) {
        String[] name = name(adultNames, lastNames);
        var all = Stream.concat(Stream.of("member-of-staff"), Stream.of(roles)).toList();
        String title = chance.of(List.of("Mrs", "Miss", "Ms", "Mr", "Mrs", "Mr"));
        String id = "staff-" + (staff.size() + 1);
        staff.add(
                new DemoSchool.Staff(
                        id, title, name[0], name[1], post, all, classroom, mail(name, "staff")));
    }

    private void makeGovernors() {
        govern("governor", "chair-of-governors");
        govern("governor", "vice-chair");
        govern("governor", "online-safety-governor", "filtering-governor");
        for (int i = 0; i < 6; i++) govern("governor");
    }

    private void govern(String... roles) {
        String[] name = name(adultNames, lastNames);
        governors.add(
                new DemoSchool.Governor(
                        "governor-" + (governors.size() + 1),
                        chance.of(List.of("Mrs", "Ms", "Mr", "Dr")),
                        name[0],
                        name[1],
                        List.of(roles),
                        mail(name, "governors")));
    }

    private DemoSchool.Staff assistant() {
        return staff.stream()
                .filter(s -> s.post().equals("teaching-assistant"))
                .findFirst()
                .orElseThrow();
    }

    /// One or two children with one or two guardians; the first guardian may be somebody known.
    private void family(
            String surname,
            @Nullable String given,
            @Nullable String email,
            @Nullable String sameAs) {
        int size = chance.percent(15) ? 2 : 1;
        var children = new ArrayList<String>();
        for (int i = 0; i < size && pupils.size() < PUPILS; i++) children.add(enrol(surname));
        if (given != null && email != null) {
            guardian(given, surname, children, email, sameAs);
        } else {
            String[] name = name(adultNames, List.of(surname));
            guardian(name[0], surname, children, mail(name, "families"), null);
        }
        if (sameAs == null && !chance.percent(70)) return;
        String[] other = name(adultNames, chance.percent(30) ? lastNames : List.of(surname));
        guardian(other[0], other[1], children, mail(other, "families"), null);
    }

    private void guardian(
            String given,
            String surname,
            List<String> children,
            String email,
            @Nullable String sameAs) {
        String relation =
                chance.percent(6)
                        ? chance.of(List.of("grandparent", "foster-carer", "aunt-or-uncle"))
                        : "parent";
        guardians.add(
                new DemoSchool.Guardian(
                        "guardian-" + (guardians.size() + 1),
                        given,
                        surname,
                        relation,
                        children,
                        email,
                        sameAs));
    }

    private String enrol(String surname) {
        int room = chance.between(0, CLASSES.size() - 1);
        while (places[room] == CLASS_SIZE) room = (room + 1) % CLASSES.size();
        places[room]++;
        String[] name = name(firstNames, List.of(surname));
        String id = "pupil-" + (pupils.size() + 1);
        pupils.add(
                new DemoSchool.Pupil(
                        id,
                        name[0],
                        name[1],
                        YEARS.get(room / 3),
                        CLASSES.get(room),
                        "DEMO%05d".formatted(pupils.size() + 1)));
        return id;
    }

    /// A full name that nobody in the school has yet.
    private String[] name(List<String> given, List<String> family) {
        while (true) {
            String[] name = {chance.of(given), chance.of(family)};
            if (taken.add(name[0] + " " + name[1])) return name;
        }
    }

    private static String mail(String[] name, String part) {
        String local = (name[0] + "." + name[1]).toLowerCase(Locale.ROOT);
        return local + "@" + part + ".quillabury.example";
    }
}
