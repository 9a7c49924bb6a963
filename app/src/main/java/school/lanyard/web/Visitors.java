// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import jakarta.servlet.http.HttpServletRequest;

/// Says who is looking and where they may go. The module that knows people supplies the one bean;
/// without it every page is shown to nobody.
@FunctionalInterface
public interface Visitors {

    /// Where a handler that must not look at anybody's session puts who is to be shown as looking.
    String CHOSEN = "school.lanyard.web.visitor";

    Visitor current(HttpServletRequest request);
}
