// SPDX-License-Identifier: Apache-2.0
package school.lanyard.architecture.planted.core.decision;

import java.nio.file.Path;

/// A decision that depends on a disk.
record ReadsAFile(Path path) {}
