// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter;

/// Who asks: a group of people, a class of device, a place; each by its key, or empty if unknown.
public record Asker(String group, String device, String place) {

    public static final Asker UNKNOWN = new Asker("", "", "");
}
