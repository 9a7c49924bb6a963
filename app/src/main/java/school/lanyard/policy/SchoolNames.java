// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy;

import java.util.Map;

/// What the schools of this installation are called, which is public. The module that knows schools
/// supplies the one bean.
public interface SchoolNames {

    /// Names by the schools' ids, in the order in which people look for them.
    Map<String, String> all();
}
