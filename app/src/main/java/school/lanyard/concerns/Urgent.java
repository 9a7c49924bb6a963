// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.util.List;
import java.util.Optional;
import school.lanyard.core.pack.Contact;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.pack.Role;
import school.lanyard.core.routing.About;

/// What to do at once where somebody is at risk: whom to tell in person, and whom to ring.
///
/// @param tell whoever takes it, in words; before anybody is ticked, whoever takes most
/// @param instead whom to tell where it is about them
/// @param ring the number for an emergency; empty where the pack gives none
public record Urgent(String tell, String instead, String ring) {

    /// The base pack's key for the emergency number.
    private static final String EMERGENCY = "police-emergency";

    public static Urgent of(Pack pack) {
        return of(pack, List.of());
    }

    /// What to do at once, knowing whom it is about.
    ///
    /// @param ticked whom the reporter says it is about, as keys of routes: nobody is sent to them
    public static Urgent of(Pack pack, List<String> ticked) {
        var about =
                pack.routing().routes().stream()
                        .filter(route -> ticked.contains(route.key()))
                        .map(route -> new About(route.aboutRoles(), route.aboutGroups()))
                        .toList();
        var tiers = pack.routing().routeFor(about).tiers();
        return new Urgent(
                tiers.isEmpty() ? "" : oneOf(pack, tiers.getFirst()),
                tiers.size() < 2 ? "" : oneOf(pack, tiers.get(1)),
                Optional.ofNullable(pack.contacts().get(EMERGENCY)).map(Contact::call).orElse(""));
    }

    /// What the form says as soon as somebody answers that there is a risk now.
    public String words() {
        return tell.isEmpty()
                ? ringing()
                : inPerson() + ringing() + " Then come back and send this.";
    }

    private String inPerson() {
        return "Do not wait for this form. Go and tell %s in person now.%s "
                .formatted(
                        tell,
                        instead.isEmpty()
                                ? ""
                                : " If it is about them, tell %s.".formatted(instead));
    }

    public String ringing() {
        return ring.isEmpty() ? "" : "If somebody is in danger, ring %s.".formatted(ring);
    }

    /// Such as "the designated safeguarding lead or the headteacher".
    public static String oneOf(Pack pack, List<String> roles) {
        return joined(pack, roles, " or ");
    }

    /// Such as "the designated safeguarding lead and the deputy designated safeguarding lead".
    public static String allOf(Pack pack, List<String> roles) {
        return joined(pack, roles, " and ");
    }

    private static String joined(Pack pack, List<String> roles, String by) {
        return String.join(by, roles.stream().map(role -> "the " + label(pack, role)).toList());
    }

    /// A post that a later edition no longer has is still shown as it was called by its key.
    private static String label(Pack pack, String key) {
        return Optional.ofNullable(pack.roles().get(key))
                .map(Role::label)
                .map(Urgent::inSentence)
                .orElseGet(() -> key.replace('-', ' '));
    }

    private static String inSentence(String label) {
        return label.length() > 1 && Character.isUpperCase(label.charAt(1))
                ? label
                : label.substring(0, 1).toLowerCase(java.util.Locale.UK) + label.substring(1);
    }
}
