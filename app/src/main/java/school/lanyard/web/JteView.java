// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.view.AbstractView;

/// Writes one template with the shell round it. All of it is written before any is sent: a fault
/// half-way is an error page, never half a page.
final class JteView extends AbstractView {

    private final String template;
    private final Templates templates;
    private final Shells shells;

    JteView(String template, Templates templates, Shells shells) {
        this.template = template;
        this.templates = templates;
        this.shells = shells;
        setContentType("text/html;charset=UTF-8");
    }

    @Override
    protected void renderMergedOutputModel(
            Map<String, Object> model, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        var parameters = new HashMap<>(model);
        parameters.put("shell", shells.around(request, model.get(Pages.NOTICE)));
        var bytes = templates.write(template, parameters).getBytes(StandardCharsets.UTF_8);
        setResponseContentType(request, response);
        if (model.containsKey(Pages.KEEP)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        }
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
