// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The style sheets, scripts and pictures that pages ask for, held in memory. Their address carries
/// a hash of all of them, so that a browser keeps them for a year and an upgrade is seen at once.
public final class Assets {

    /// What the security rules let anybody fetch.
    public static final String PATHS = "/assets/**";

    /// Tells the style sheet that scripts run; its hash is in the policy.
    public static final String START_SCRIPT =
            "document.body.className += ' js-enabled' + ('noModule' in"
                    + " HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '');";

    private final String version;
    private final Map<String, Asset> files;

    private Assets(Map<String, Asset> files) {
        this.files = files;
        this.version = Digest.hex(files.values().stream().map(Asset::plain).toList());
    }

    static Assets load() {
        var files = new LinkedHashMap<String, Asset>();
        var css =
                GovukCss.withoutCrown(
                        Sources.webjar("govuk-frontend", "dist/govuk/govuk-frontend.min.css"));
        files.put("govuk.css", Asset.css(css));
        files.put("lanyard.css", Asset.css(Sources.own("lanyard.css")));
        files.put("document.css", Asset.css(Sources.of("documents", "document.css")));
        files.put(
                "govuk.js",
                Asset.js(Sources.webjar("govuk-frontend", "dist/govuk/govuk-frontend.min.js")));
        files.put("htmx.js", Asset.js(Sources.webjar("htmx.org", "dist/htmx.min.js")));
        files.put("lanyard.js", Asset.js(Sources.own("lanyard.js")));
        files.put("autosave.js", Asset.js(Sources.own("autosave.js")));
        files.put("icon.svg", Asset.svg(Sources.own("icon.svg")));
        return new Assets(files);
    }

    /// The address of a file, such as `url("lanyard.css")`.
    public String url(String name) {
        if (!files.containsKey(name)) {
            throw new IllegalArgumentException("no asset called " + name);
        }
        return "/assets/" + version + "/" + name;
    }

    @Nullable Asset find(String asked, String name) {
        return asked.equals(version) ? files.get(name) : null;
    }
}
