// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What a browser would send of the form on a page.
final class Sent {

    private Sent() {}

    private static final Pattern FORM =
            Pattern.compile("<form action=\"([^\"]*)\" method=\"post\".*?</form>", Pattern.DOTALL);
    private static final Pattern FIELD =
            Pattern.compile(
                    "<input ([^>]*)>|<textarea ([^>]*)>(.*?)</textarea>|<select"
                            + " ([^>]*)>(.*?)</select>",
                    Pattern.DOTALL);
    private static final Pattern CHOSEN =
            Pattern.compile("<option value=\"([^\"]*)\" selected>", Pattern.DOTALL);

    static List<String> pairs(String html, String... changed) {
        var main = html.substring(html.indexOf("<main"));
        var form = FORM.matcher(main);
        assertThat(form.find()).isTrue();
        var pairs = new ArrayList<String>();
        var field = FIELD.matcher(form.group());
        while (field.find()) {
            if (field.group(1) != null) {
                input(field.group(1), pairs);
            } else if (field.group(2) != null) {
                add(
                        pairs,
                        attribute(field.group(2), "name"),
                        plain(field.group(3)).replaceFirst("^\n", "").replace("\n", "\r\n"));
            } else {
                var chosen = CHOSEN.matcher(field.group(5));
                add(
                        pairs,
                        attribute(field.group(4), "name"),
                        chosen.find() ? plain(chosen.group(1)) : "");
            }
        }
        for (int at = 0; at < changed.length; at += 2) {
            for (int pair = pairs.size() - 2; pair >= 0; pair -= 2) {
                if (pairs.get(pair).equals(changed[at])) {
                    pairs.subList(pair, pair + 2).clear();
                }
            }
            add(pairs, changed[at], changed[at + 1]);
        }
        return pairs;
    }

    /// What is wrong, each with the field that it leads to.
    static String mistakes(String html) {
        var found = new ArrayList<String>();
        var mistake =
                Pattern.compile("<a href=\"(#[^\"]*)\">(.*?)</a>", Pattern.DOTALL).matcher(html);
        while (mistake.find()) {
            found.add(mistake.group(1) + " " + plain(mistake.group(2)));
        }
        return String.join("\n", found);
    }

    private static void input(String attributes, List<String> pairs) {
        var type = attribute(attributes, "type");
        boolean ticks = type.equals("checkbox") || type.equals("radio");
        if (!ticks || attributes.matches("(?s).*\\bchecked\\b.*")) {
            add(pairs, attribute(attributes, "name"), plain(attribute(attributes, "value")));
        }
    }

    private static void add(List<String> pairs, String name, String value) {
        if (!name.equals("_csrf")) {
            pairs.add(name);
            pairs.add(value);
        }
    }

    private static String attribute(String attributes, String name) {
        var found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(attributes);
        return found.find() ? found.group(1) : "";
    }

    private static String plain(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }
}
