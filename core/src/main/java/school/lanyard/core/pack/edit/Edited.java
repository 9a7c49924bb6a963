// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack.edit;

/// What became of a change to a file's text.
public sealed interface Edited {

    /// The new text; everything outside the change is as it was typed.
    record Done(String text) implements Edited {}

    /// Nothing was changed.
    ///
    /// @param line where in the file the reason stands, from 1
    record Refused(int line, String problem, String mend) implements Edited {}
}
