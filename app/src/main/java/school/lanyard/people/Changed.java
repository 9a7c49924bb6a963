// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

/// What became of a change that somebody asked for. A refusal is a value, in words for them.
public sealed interface Changed {

    record Done() implements Changed {}

    /// Not done, and why.
    ///
    /// @param field of the form that it is about
    record Refused(String field, String reason) implements Changed {}
}
