// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.view.RedirectView;

/// A redirect within Lanyard that carries nothing of the model into the address.
final class SeeOther extends RedirectView {

    SeeOther(String address) {
        super(address, true, false, false);
        if (!address.startsWith("/") || address.startsWith("//")) {
            throw new IllegalArgumentException("only an address of our own may be redirected to");
        }
        setStatusCode(HttpStatus.SEE_OTHER);
        setExpandUriTemplateVariables(false);
    }
}
