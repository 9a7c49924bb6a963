// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

/// A column of a table; numbers are set to the right.
public record Column(String heading, boolean numeric) {

    public static Column of(String heading) {
        return new Column(heading, false);
    }

    public static Column numeric(String heading) {
        return new Column(heading, true);
    }
}
