// SPDX-License-Identifier: Apache-2.0
/// The page of the private notes of an incident.
@NullMarked
package school.lanyard.privatenotes.web;

import org.jspecify.annotations.NullMarked;
