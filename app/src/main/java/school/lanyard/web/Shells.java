// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Makes the shell round a page from the request that it answers.
@Component
class Shells {

    private final Assets assets;
    private final ObjectProvider<Visitors> visitors;
    private final boolean demonstration;
    private final Site site;

    Shells(
            Assets assets,
            ObjectProvider<Visitors> visitors,
            @Value("${lanyard.demo:false}") boolean demonstration,
            Site site) {
        this.assets = assets;
        this.visitors = visitors;
        this.demonstration = demonstration;
        this.site = site;
    }

    Shell around(HttpServletRequest request, @Nullable Object notice) {
        var path = request.getRequestURI();
        var words = notice instanceof String text ? text : null;
        return new Shell(
                visitor(request),
                path,
                assets,
                words,
                new RequestTokens(request, path),
                demonstration,
                site.of(request));
    }

    /// An error page must not fail for the reason that it reports, such as an unreachable database.
    private Visitor visitor(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null) {
            return Visitor.nobody();
        }
        if (request.getAttribute(Visitors.CHOSEN) instanceof Visitor chosen) {
            return chosen;
        }
        return visitors.getIfAvailable(() -> asked -> Visitor.nobody()).current(request);
    }
}
