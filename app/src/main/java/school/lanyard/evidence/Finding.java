// SPDX-License-Identifier: Apache-2.0
package school.lanyard.evidence;

/// What a self-check found, in words without personal data.
public record Finding(boolean passed, String found) {

    public static Finding passed(String found) {
        return new Finding(true, found);
    }

    public static Finding failed(String found) {
        return new Finding(false, found);
    }

    /// Passed where nothing is wrong.
    ///
    /// @param wrong how many things are; shown, so never a number of cases
    public static Finding counted(long wrong, String none, String one, String many) {
        return wrong == 0 ? passed(none) : failed(wrong == 1 ? one : many.formatted(wrong));
    }
}
