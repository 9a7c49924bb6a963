// SPDX-License-Identifier: Apache-2.0
package school.lanyard.access;

/// A live session: who it belongs to, and whether they must set up a second factor before anything
/// else is open to them.
public record Visit(SignedIn who, boolean mustSetUp) {}
