// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy;

import java.util.List;

/// Says who holds a post today. The module that knows people supplies the one bean.
@FunctionalInterface
public interface Holders {

    /// The names of a role's holders, as colleagues know them.
    List<String> of(String school, String role);
}
