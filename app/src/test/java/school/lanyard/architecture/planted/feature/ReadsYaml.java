// SPDX-License-Identifier: Apache-2.0
package school.lanyard.architecture.planted.feature;

import org.snakeyaml.engine.v2.api.LoadSettings;

/// Reads YAML outside the pack package.
record ReadsYaml(LoadSettings settings) {}
