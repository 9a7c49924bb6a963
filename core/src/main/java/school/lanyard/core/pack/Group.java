// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

/// A kind of person; the key is the same in every pack, the words are the school's own.
public record Group(String key, String one, String many, boolean child) {}
