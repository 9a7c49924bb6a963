// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy;

import java.util.List;
import school.lanyard.web.Link;

/// The schools to choose from, where several share a server and an address names none.
public record SchoolsPage(List<Link> schools) {

    /// Every school that has published, with the way to one of its pages.
    ///
    /// @param path what follows a school's own address
    public static SchoolsPage of(OpenPolicies policies, String path) {
        return new SchoolsPage(
                policies.all().stream()
                        .map(each -> Link.to(each.base() + path, each.name()))
                        .toList());
    }
}
