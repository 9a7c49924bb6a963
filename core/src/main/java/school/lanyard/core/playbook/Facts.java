// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.playbook;

import org.jspecify.annotations.Nullable;

/// The answers in force at one moment.
@FunctionalInterface
public interface Facts {
    /// The answer, or null while nobody knows it.
    @Nullable Value get(String fact);
}
