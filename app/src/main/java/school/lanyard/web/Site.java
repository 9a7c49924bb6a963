// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// The address of this server as people reach it, without a slash at its end.
@Component
public final class Site {

    private final String site;

    Site(@Value("${lanyard.site:}") String site) {
        this.site = site.replaceFirst("/+$", "");
    }

    /// A server that was not told its address is where whoever asks found it.
    public String of(HttpServletRequest request) {
        return site.isEmpty()
                ? ServletUriComponentsBuilder.fromContextPath(request).toUriString()
                : site;
    }
}
