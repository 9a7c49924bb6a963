// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

/// A fact that a pack's conditions may use: the question a person would be asked, and its type.
public record FactKind(String key, String label, FactType type) {}
