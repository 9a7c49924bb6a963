// SPDX-License-Identifier: Apache-2.0
package school.lanyard.access;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/// Finds the session of a request. The module that knows people supplies the one bean.
@FunctionalInterface
public interface Visits {

    /// The live session behind a request; absent where nobody is signed in, or it has ended.
    @Nullable Visit of(HttpServletRequest request);
}
