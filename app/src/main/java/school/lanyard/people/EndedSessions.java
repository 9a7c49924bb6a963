// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

/// Ends every session of somebody whose way of signing in has changed.
@FunctionalInterface
public interface EndedSessions {

    void endAllOf(String school, String person);
}
