// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

/// What somebody comes to do, where the navigation has too many places to stand side by side.
public enum NavGroup {
    POLICY("Policy"),
    PEOPLE("People and access"),
    RECORDS("Records");

    private final String text;

    NavGroup(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
