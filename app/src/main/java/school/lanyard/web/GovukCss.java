// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import java.util.regex.Pattern;

/// GOV.UK Frontend's style sheet without what only gov.uk may use: the GDS Transport typeface and
/// the crown and crest. Nothing in the result asks for another file.
final class GovukCss {

    static final String FONTS =
            "-apple-system,BlinkMacSystemFont,\"Segoe UI\",Roboto,\"Helvetica Neue\",\"Noto Sans\","
                    + "\"Liberation Sans\",Arial,sans-serif";

    private static final Pattern FONT_FACE = Pattern.compile("@font-face\\{[^}]*}");
    private static final Pattern FAMILY = Pattern.compile("\"?GDS Transport\"?,arial,sans-serif");
    private static final Pattern PICTURE =
            Pattern.compile(
                    "(?:-webkit-mask-image|mask-image|background-image):url\\(/assets/[^)]*\\);?");
    private static final Pattern MAP = Pattern.compile("/\\*# sourceMappingURL=.*?\\*/");

    private GovukCss() {}

    static String withoutCrown(String css) {
        var plain = FAMILY.matcher(FONT_FACE.matcher(css).replaceAll("")).replaceAll(FONTS);
        return MAP.matcher(PICTURE.matcher(plain).replaceAll("")).replaceAll("");
    }
}
