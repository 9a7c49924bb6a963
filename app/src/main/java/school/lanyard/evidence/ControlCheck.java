// SPDX-License-Identifier: Apache-2.0
package school.lanyard.evidence;

import school.lanyard.core.pack.Control;

/// Measures, here and now, whether something that the program promises to do is really so. A bean
/// of the feature that does it; there is one for each control.
public interface ControlCheck {

    Control control();

    /// Looks. What it finds is shown to leaders and whoever runs the system, so it says nothing of
    /// a person, and nothing that depends on whether there is a case.
    Finding look(Asked asked);
}
