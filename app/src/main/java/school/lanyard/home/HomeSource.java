// SPDX-License-Identifier: Apache-2.0
package school.lanyard.home;

import java.util.List;
import school.lanyard.access.SignedIn;

/// What a feature has for the home page of whoever is signed in. Counts have passed the one door,
/// and nothing is opened for them. Beans are taken in their order.
@FunctionalInterface
public interface HomeSource {

    List<AtHome> items(SignedIn who);
}
