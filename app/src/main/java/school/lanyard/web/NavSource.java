// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import java.util.List;
import school.lanyard.access.SignedIn;

/// A feature's places in the navigation for whoever is signed in. Beans are taken in their order.
@FunctionalInterface
public interface NavSource {

    List<NavItem> items(SignedIn who);
}
