// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy;

/// What became of an edition that somebody published.
public sealed interface Published {

    record Done(Edition edition) implements Published {}

    /// It changes who reads cases, so it waits for a second person.
    record Waits(String request) implements Published {}
}
