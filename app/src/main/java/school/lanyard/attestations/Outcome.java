// SPDX-License-Identifier: Apache-2.0
package school.lanyard.attestations;

/// What became of a signature.
public sealed interface Outcome {

    /// It is recorded, under this id; the same signature given twice is recorded once.
    record Done(String id) implements Outcome {}

    /// It is not, and why, in words for whoever signs.
    record Refused(String reason) implements Outcome {}
}
