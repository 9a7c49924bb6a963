// SPDX-License-Identifier: Apache-2.0
package school.lanyard.access;

import java.time.LocalDate;

/// Somebody who asks to see cases, on the day of asking: posts are held from one day to another.
public record Viewer(String school, String person, LocalDate today) {}
